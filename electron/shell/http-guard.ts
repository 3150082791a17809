import { randomBytes, timingSafeEqual } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';
import { isProof, newChallenge, proofOf } from './instance-proof.ts';

/** Headers of every answer: nothing from elsewhere, not in a frame, no guessing of types, no address passed on. */
export const safetyHeaders = {
  'Content-Security-Policy': "default-src 'self'; img-src 'self' blob:; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'",
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Cache-Control': 'no-store',
} as const;

const newKey = (): string => randomBytes(32).toString('base64url');

const same = (given: string, secret: string): boolean => {
  const [one, other] = [Buffer.from(given), Buffer.from(secret)];
  return one.length === other.length && timingSafeEqual(one, other);
};

export type Guarded = 'pass' | 'foreign' | 'unknown';

/** Who may speak to the server on the loopback address: the browser that was given the key, and nobody else. */
export interface HttpGuard {
  /** A key that opens one browser, once. */
  issueKey(): string;
  /** The cookie for a key, once; null when the key is not one that was given out or has been used. */
  redeem(key: string): string | null;
  /** `foreign` for another host or origin (DNS rebinding, other sites), `unknown` without the cookie. */
  check(headers: IncomingHttpHeaders): Guarded;
  /** Answers a second start's challenge with one of our own and the proof that this is the program it looks for. */
  answerTwin(headers: IncomingHttpHeaders): string | null;
  /** Whether a second start has answered a challenge of ours, once. */
  isTwin(headers: IncomingHttpHeaders): boolean;
  /** What a second start must be able to read. */
  readonly twinSecret: string;
}

/** Challenges of second starts that wait for their answer. */
const mostChallenges = 32;

/** A guard for the server that answers at `hosts` (`127.0.0.1:4127`). */
export function createHttpGuard(hosts: () => readonly string[]): HttpGuard {
  // cookies do not tell ports apart: programs of two data folders must not throw each other out
  const cookieName = (): string => `so_cong_van_${hosts()[0]?.split(':')[1] ?? ''}`;
  const session = newKey();
  const twinSecret = newKey();
  const challenges: string[] = [];
  const portHere = (): number => Number(hosts()[0]?.split(':')[1] ?? 0);
  const known = ({ host }: IncomingHttpHeaders): boolean => host !== undefined && hosts().includes(host);
  const headerOf = (headers: IncomingHttpHeaders, name: string): string => String(headers[name] ?? '').slice(0, 200);
  const keys = new Set<string>();
  const foreign = ({ host, origin, 'sec-fetch-site': site }: IncomingHttpHeaders): boolean =>
    host === undefined || !hosts().includes(host) || (origin !== undefined && !hosts().some((known) => origin === `http://${known}`)) || site === 'cross-site' || site === 'same-site';
  return {
    twinSecret,
    issueKey() {
      const key = newKey();
      keys.add(key);
      return key;
    },
    redeem: (key) => (keys.delete(key) ? `${cookieName()}=${session}; HttpOnly; SameSite=Strict; Path=/` : null),
    check(headers) {
      if (foreign(headers)) return 'foreign';
      const given = (headers.cookie ?? '').split(/;\s*/).find((cookie) => cookie.startsWith(`${cookieName()}=`))?.slice(cookieName().length + 1);
      return given !== undefined && same(given, session) ? 'pass' : 'unknown';
    },
    answerTwin(headers) {
      const theirs = headerOf(headers, 'x-challenge');
      if (!known(headers) || theirs === '') return null;
      const ours = newChallenge();
      challenges.push(ours);
      // a few starts at once at the most: older questions are forgotten
      if (challenges.length > mostChallenges) challenges.shift();
      return `${ours} ${proofOf(twinSecret, 'server', portHere(), `${theirs} ${ours}`)}`;
    },
    isTwin(headers) {
      const [ours, proof] = [headerOf(headers, 'x-challenge'), headerOf(headers, 'x-proof')];
      const at = challenges.indexOf(ours);
      if (!known(headers) || at < 0) return false;
      challenges.splice(at, 1);
      return isProof(proof, twinSecret, 'caller', portHere(), ours);
    },
  };
}
