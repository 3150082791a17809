import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import { readFileSync } from 'node:fs';

/**
 * How two starts of the program on one folder know each other: both can read the secret in that folder, and each shows so
 * by an answer to the other's challenge. The secret itself is never sent: whoever listens on the port of a program that
 * was killed learns nothing from being asked.
 */
export type Role = 'server' | 'caller';

export const newChallenge = (): string => randomBytes(24).toString('base64url');

/** The answer of a side to a challenge, bound to the port it is given on. */
export const proofOf = (secret: string, role: Role, port: number, challenge: string): string =>
  createHmac('sha256', secret).update(`${role} ${port} ${challenge}`).digest('base64url');

/** Whether an answer is the right one. */
export function isProof(given: string, secret: string, role: Role, port: number, challenge: string): boolean {
  const [one, other] = [Buffer.from(given), Buffer.from(proofOf(secret, role, port, challenge))];
  return one.length === other.length && timingSafeEqual(one, other);
}

/** When a process began, in the system's own ticks; null where the system does not tell. */
export function processStart(pid: number): string | null {
  try {
    // the name in brackets may hold anything: the fields are counted from behind it
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? null;
  } catch {
    return null;
  }
}

/** Whether the process that left its word still runs, and is not another that was given its number. */
export function isStillThat(pid: number, started: string | null): boolean {
  try {
    process.kill(pid, 0);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EPERM') return false;
  }
  return started === null || processStart(pid) === started;
}
