import type { Outgoing } from '../../../shared/contract/outgoing.ts';
import { localInstant } from '../../../shared/domain/dates.ts';
import type { Letter } from '../../../shared/letter/letter.ts';
import type { Engine } from '../../lib/engine.ts';
import { refusalCode, refusalProblems, wasAnswered } from '../../lib/refusal-sentence.ts';
import { withoutEmptyEnds } from './appendix-edits.ts';
import { letterOf } from './letter-of.ts';
import type { AfterFailure, KeptLine, SessionPorts } from './letter-session.ts';
import { sameLetter } from './same-letter.ts';

/** How many sent texts without an answer are remembered, and how many drafts are looked through for one. */
const remembered = 20;
/** Clocks of the window and the engine are those of one computer; their seconds may still differ, ms. */
const clockSlack = 60_000;

/**
 * Keeps one desk's letter in the book. An answer may be lost after the book has kept the text: what was sent then is
 * remembered, so that the next try finds it again instead of making a second draft or taking its own text for another's.
 */
export function letterKeeper(outgoing: Pick<Engine['outgoing'], 'draft' | 'update' | 'get' | 'list'>, now: () => Date): SessionPorts['keep'] {
  let unanswered: { letter: Letter; at: Date }[] = [];

  const send = async (line: KeptLine | null, letter: Letter): Promise<KeptLine> => {
    const sent = { letter, at: now() };
    const draft = { ...letter, incomplete: true };
    try {
      const { id, revision } = line ? await outgoing.update({ ...draft, ...line }) : await outgoing.draft(draft);
      unanswered = [];
      return { id, revision };
    } catch (error) {
      if (!wasAnswered(error)) unanswered = [...unanswered, sent].slice(-remembered);
      throw error;
    }
  };
  const isOurs = (stored: Outgoing): boolean => stored.status === 'draft' && unanswered.some(({ letter }) => sameLetter(letter, letterOf(stored)));
  const lostDraft = async (): Promise<KeptLine | null> => {
    const [first] = unanswered;
    if (!first) return null;
    // the call carries no mark of its own: a draft with this very text, made since and not touched, is taken for it;
    // if it was changed elsewhere meanwhile nothing more can be known, and the text is kept as a draft again
    const since = localInstant(new Date(first.at.getTime() - clockSlack));
    const { rows } = await outgoing.list({ status: 'draft', limit: remembered });
    for (const row of rows.filter(({ updatedAt }) => updatedAt >= since)) {
      const stored = await outgoing.get({ id: row.id });
      if (stored.revision === 1 && isOurs(stored)) return { id: stored.id, revision: stored.revision };
    }
    return null;
  };

  return async (line, written) => {
    const letter = withoutEmptyEnds(written);
    const place = line ?? (await lostDraft());
    try {
      return await send(place, letter);
    } catch (error) {
      if (place === null || unanswered.length === 0 || refusalCode(error) !== 'CHANGED_MEANWHILE') throw error;
      const stored = await outgoing.get({ id: place.id });
      if (!isOurs(stored)) throw error;
      return send({ id: place.id, revision: stored.revision }, letter);
    }
  };
}

/** What a failed save asks for: a line that moved on stops the desk, named fields wait for the person, the rest is tried again. */
export function afterFailure(error: unknown): AfterFailure {
  const code = refusalCode(error);
  if (code === 'CHANGED_MEANWHILE' || code === 'NOT_ALLOWED' || code === 'NOT_FOUND') return 'overtaken';
  return refusalProblems(error).length > 0 ? 'mend' : 'again';
}
