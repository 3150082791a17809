import type { StoredFile } from '../../../shared/contract/outgoing.ts';
import { localDay, shortDate, yearOf } from '../../../shared/domain/dates.ts';
import { yearIsSlip } from '../../../shared/domain/issue-date.ts';
import { notationMismatch } from '../../../shared/domain/notation.ts';
import { codeOf, seriesOf } from '../../../shared/domain/numbering.ts';
import { Refusal } from '../../../shared/domain/refusal.ts';
import { letterNotices } from '../../../shared/letter/letter-notices.ts';
import { missingParts, wrongSumRule, wrongSums } from '../../../shared/letter/letter-problems.ts';
import type { Letter } from '../../../shared/letter/letter.ts';
import { type EngineParts, actNow } from '../engine-parts.ts';
import { refuseProblems } from '../refusal-to-error.ts';
import { isBusy } from '../storage/open-database.ts';
import { takeNumber } from '../storage/book-repository.ts';
import { type IssuedAs, isFileKept, issueDraft, type OutgoingLine, releaseReserved } from '../storage/outgoing-repository.ts';
import type { Act } from '../storage/register-acts.ts';
import { readSettings } from '../storage/settings-repository.ts';
import { chooseNumber, numberTaken, reservedSentence } from './choose-number.ts';
import { createOwed } from './create-owed.ts';
import { enterYear, type WantedYear } from './enter-year.ts';
import { storeFiles } from './letter-files.ts';
import { changedMeanwhile, lineOf, notADraft } from './line-of.ts';

export interface IssuedLetter {
  id: number;
  codeNumber: number;
  code: string;
  issuedDate: string;
  notices: string[];
}

/** Which draft is to take a number, on which date (the draft's own or today when null), as read at which revision. */
export interface WantedIssue {
  id: number;
  issuedDate: string | null;
  revision?: number | undefined;
  /** The line of a number kept earlier, to be used instead of the next one. */
  reserved?: number | undefined;
  /** Why it is given its number on a day before that of the number before it. */
  backdateReason?: string | null | undefined;
  /** What a person has agreed to. */
  confirm?: readonly string[] | undefined;
  /** Findings that a person lets stand, with why. */
  accept?: readonly Accepted[] | undefined;
}

interface Accepted {
  rule: string;
  reason: string;
}

/** How often a number may be lost to another process before the book is held while the document is drawn. */
const patience = 6;

/**
 * Gives a draft its number. The order is the register's promise: the document is drawn with the number peeked and
 * stored durably, then one immediate transaction takes that number if it is still free and links the document; else
 * all again. No number without its document, no document with a number it does not own.
 */
export async function issueLetter(parts: EngineParts, wanted: WantedIssue): Promise<IssuedLetter> {
  for (let attempt = 1; ; attempt += 1) {
    const issued = attempt <= patience ? await issueOnce(parts, wanted) : await issueHolding(parts, wanted);
    if (issued) return issued;
  }
}

async function issueOnce(parts: EngineParts, wanted: WantedIssue): Promise<IssuedLetter | null> {
  const final = await finalLetter(parts, wanted);
  const files = await storeFiles(parts, final);
  try {
    const issued = await parts.write((held) => record(held, final, files));
    settleFiles(parts, files);
    return issued;
  } catch (error) {
    await discardUnkept(parts, files, error);
    if (error instanceof LostRace) return null;
    throw error;
  }
}

// another process that keeps winning cannot hold this one up for ever: the book is locked while the document is drawn
async function issueHolding(parts: EngineParts, wanted: WantedIssue): Promise<IssuedLetter> {
  let files: StoredFile[] = [];
  try {
    const issued = await parts.write((held) => issueInside(held, wanted, (stored) => (files = stored)));
    settleFiles(parts, files);
    return issued;
  } catch (error) {
    await discardUnkept(parts, files, error);
    throw error;
  }
}

/** Issues a draft inside a transaction that already holds the book; `onStored` hears of the files before they are linked. */
export async function issueInside(held: EngineParts, wanted: WantedIssue, onStored: (files: StoredFile[]) => void): Promise<IssuedLetter> {
  const final = await finalLetter(held, wanted);
  const files = await storeFiles(held, final);
  onStored(files);
  return record(held, final, files);
}

interface FinalLetter {
  id: number;
  letter: Letter & { issuedDate: string };
  /** The draft's revision that was drawn. */
  revision: number;
  codeNumber: number;
  series: string;
  year: number;
  issuedAs: IssuedAs;
  act: Act;
  /** The line whose number it takes; null when it takes the next one. */
  reserved: OutgoingLine | null;
  backdated: string | null;
  notices: string[];
  /** Why findings that would keep the number back were let stand; kept in the history. */
  accepted: string | null;
  wantedYear: WantedYear | null;
}

/** The letter as it will be final, with the number that is next now; refuses what cannot be issued. */
async function finalLetter(parts: EngineParts, { id, issuedDate: wantedDate, revision, reserved: reservedId, backdateReason, confirm, accept }: WantedIssue): Promise<FinalLetter> {
  const { database } = parts;
  const line = await lineOf(parts, id);
  if (line.status !== 'draft') throw notADraft(line, 'cấp số lần nữa');
  if (revision !== undefined && revision !== line.revision) throw changedMeanwhile(line);
  const settings = await readSettings(database);
  const { office, letterForm, series: rules } = settings;
  if (!office) throw new Refusal('NOT_ALLOWED', 'Chưa khai tên cơ quan và địa danh nên chưa cấp số được; khai ở Cài đặt trước.');
  const act = actNow(parts, settings);
  const draft = JSON.parse(line.content) as Letter;
  const letter = { ...draft, issuedDate: wantedDate ?? draft.issuedDate ?? act.at.slice(0, 10) };
  const problems = missingParts(letter);
  if (problems.length > 0) throw refuseProblems(problems);
  const standing = letStand(letter, accept ?? []);
  const series = seriesOf(letter.typeName, rules);
  const year = yearOf(letter.issuedDate);
  const today = localDay(parts.clock());
  if (yearIsSlip(letter.issuedDate, today)) throw refuseProblems([{ field: 'issuedDate', message: `Năm của ngày văn bản ${shortDate(letter.issuedDate)} còn quá xa; kiểm tra lại ngày để số không vào nhầm sổ.` }]);
  const chosen = await chooseNumber(parts, { series, year, issuedDate: letter.issuedDate, reserved: reservedId, backdateReason, confirm });
  const mismatch = notationMismatch(letter.typeName, letter.codeNotation, settings.codeNotation);
  const notices = [...chosen.notices, ...standing.notices, ...(mismatch === null ? [] : [mismatch]), ...letterNotices(letter).map(({ message }) => message)];
  return { id, letter, revision: line.revision, year, issuedAs: { office, letterForm }, act, ...chosen, notices, accepted: standing.reason };
}

/** Refuses typed sums that do not add up, unless their rule is accepted with a reason; answers what is to be said and kept. */
function letStand(letter: Letter, accept: readonly Accepted[]): { notices: string[]; reason: string | null } {
  const wrong = wrongSums(letter);
  const sums = accept.find(({ rule }) => rule === wrongSumRule);
  if (wrong.length > 0 && !sums) throw refuseProblems(wrong.map(({ field, message }, at) => ({ field, message: at === 0 ? `${message} ${howToLetStand}` : message })));
  const idle = accept.filter(({ rule }) => rule !== wrongSumRule || wrong.length === 0).map(({ rule }) => `Không có điều «${rule}» nào phải chấp nhận ở văn bản này.`);
  return { notices: [...idle, ...wrong.map(({ message }) => `Vẫn cấp số theo lý do đã ghi: ${message}`)], reason: wrong.length > 0 && sums ? `Vẫn cấp số khi số cộng trong bảng không khớp: ${sums.reason}` : null };
}

const howToLetStand = `Nếu vẫn phải phát hành đúng như vậy, cấp số với lý do (accept: ${wrongSumRule}).`;

/** The number was taken by another document while this one was drawn. */
class LostRace extends Error {}

async function record(held: EngineParts, final: FinalLetter, files: StoredFile[]): Promise<IssuedLetter> {
  const { database: transaction, files: store } = held;
  const { id, letter, codeNumber, series, year, act, notices, reserved } = final;
  if (final.wantedYear) await enterYear(held, final.wantedYear);
  const taken = reserved ? await releaseReserved(transaction, reserved, id, act) : await takeNumber(transaction, { kind: 'outgoing', series, year }, codeNumber);
  if (!taken) throw new LostRace();
  // a twin of this call that lost may have taken the same document away; both hold the lock when they look
  if (!files.every(({ sha256 }) => store.has(sha256))) throw new LostRace();
  const code = codeOf(codeNumber, letter.codeNotation);
  try {
    // edited or issued meanwhile: its document would not be what the line says; the next turn sees which
    if (!(await issueDraft(transaction, id, { ...final, files, reason: [reserved ? reservedSentence(reserved) : null, final.accepted].filter((part) => part !== null).join('; ') || null }, act))) throw new LostRace();
  } catch (error) {
    throw numberTaken(error, code, year, letter.typeName);
  }
  const owed = await createOwed(held, id, letter);
  return { id, codeNumber, code, issuedDate: letter.issuedDate, notices: [...notices, ...owed.notices] };
}

/** Moves linked documents to where they are kept; a failure leaves them waiting, where they are found all the same. */
export function settleFiles({ files: store, log }: EngineParts, files: readonly { sha256: string }[]): void {
  try {
    for (const { sha256 } of files) store.settle(sha256);
  } catch (error) {
    log.warn({ err: error }, 'linked documents still waiting');
  }
}

/**
 * Documents of a number that was not taken carry a number they do not own: they go. Looked at and removed under the
 * book's lock, so that no other process is linking the same bytes; when it is not to be had the next start removes them.
 */
export async function discardUnkept(parts: EngineParts, files: readonly { sha256: string }[], because: unknown): Promise<void> {
  if (files.length === 0 || isBusy(because)) return;
  await parts.write((held) => discardUnlinked(held, files.map((file) => file.sha256))).catch((error: unknown) => parts.log.warn({ err: error }, 'unlinked documents left waiting'));
}

/** What a killed process left waiting, at least this long ago: its call can no longer be under way. */
const abandonedMs = 60_000;

/** At the start: documents left waiting are settled when their number was taken, else removed. */
export async function sweepWaiting(parts: EngineParts): Promise<void> {
  const waiting = parts.files.waiting(abandonedMs);
  if (waiting.length > 0) await parts.write((held) => discardUnlinked(held, waiting));
}

async function discardUnlinked({ database, files: store }: EngineParts, waiting: readonly string[]): Promise<void> {
  for (const sha256 of waiting) {
    if (await isFileKept(database, sha256)) store.settle(sha256);
    else store.discard(sha256);
  }
}
