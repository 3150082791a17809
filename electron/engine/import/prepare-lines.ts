import { hash } from 'node:crypto';
import { codeKeyOf, organKeyOf as newOrganKeyOf } from '../../../shared/domain/double-key.ts';
import { commonSeries, seriesOf, type SeriesRule } from '../../../shared/domain/numbering.ts';
import { Refusal } from '../../../shared/domain/refusal.ts';
import type { BookKind } from '../../../shared/domain/import/book-fields.ts';
import type { LineProblem, OldLine } from '../../../shared/domain/import/old-line.ts';
import { emptyLetter } from '../../../shared/letter/letter.ts';
import type { ImportedIncoming, ImportedLine, ImportedOutgoing } from '../storage/import-lines.ts';
import type { TakenNumber } from '../storage/import-repository.ts';
import { incomingKey, numberedKey } from '../storage/sort-key.ts';

/** A line to come in with the key by which the same line is known the next time. */
export interface KeyedLine {
  line: OldLine;
  key: string;
}

/**
 * The key of every line: what makes it the same line in another file (number, days, code, agency, subject). Lines that
 * are alike to the letter within one file are told apart by their order.
 */
export function keyLines(lines: readonly OldLine[], book: BookKind): KeyedLine[] {
  const times = new Map<string, number>();
  return lines.map((line) => {
    const said = [book, line.year, line.number, line.suffix, line.arrivalDate, line.issuedDate, line.code, line.codeNotation, line.organName, line.subject].join('\u0001');
    // year and number first: keys that come in their order are written into their index several times faster
    const key = `${line.year}.${String(line.number).padStart(7, '0')}.${hash('sha1', said, 'base64url').slice(0, 16)}`;
    const time = (times.get(key) ?? 0) + 1;
    times.set(key, time);
    return { line, key: time === 1 ? key : `${key}#${time}` };
  });
}

/** What lines of a book take from their surroundings. */
export interface LineSurroundings {
  series: readonly SeriesRule[];
  today: string;
  at: string;
  batch: number;
}

type NumberOfLine = Omit<TakenNumber, 'twin' | 'sortKey' | 'imported'>;
/** A number that has been taken, and what twin the next line with it gets. */
type Holder = Pick<TakenNumber, 'series' | 'suffix' | 'codeNotation'> & { next: number; own: boolean };

/** Gives numbers that stand twice their twin, and every line its own place in the list. */
class Places {
  /** By year and number; almost always one. */
  readonly #holders = new Map<number, Holder[]>();
  readonly #places = new Map<number, number>();
  readonly #most: number;

  constructor(taken: readonly TakenNumber[], most: number, firstPlace: (taken: TakenNumber) => number) {
    this.#most = most;
    for (const number of taken) {
      this.#hold(number, number.twin + 1, !number.imported);
      const first = firstPlace(number);
      this.#places.set(first, Math.max(this.#places.get(first) ?? 0, number.sortKey - first + 1));
    }
  }

  #hold({ year, number, suffix, series, codeNotation }: NumberOfLine, next: number, own: boolean): void {
    const key = year * yearStep + number;
    const holders = this.#holders.get(key);
    if (!holders) {
      this.#holders.set(key, [{ suffix, series, codeNotation, next, own }]);
      return;
    }
    const same = holders.find((holder) => holder.suffix === suffix && holder.series === series && holder.codeNotation === codeNotation);
    if (!same) holders.push({ suffix, series, codeNotation, next, own });
    else {
      same.next = Math.max(same.next, next);
      same.own ||= own;
    }
  }

  /** Whether the program itself has given this number in its series. */
  given({ year, number, suffix, series }: NumberOfLine): boolean {
    return this.#holders.get(year * yearStep + number)?.some((holder) => holder.own && holder.suffix === suffix && holder.series === series) ?? false;
  }

  /** The twin of the next line with this number: a number is one in its series, and with its notation one in its year. */
  twin(of: NumberOfLine): number {
    let twin = 0;
    for (const { suffix, series, codeNotation, next } of this.#holders.get(of.year * yearStep + of.number) ?? []) if (suffix === of.suffix && (series === of.series || codeNotation === of.codeNotation)) twin = Math.max(twin, next);
    this.#hold(of, twin + 1, false);
    return twin;
  }

  place(first: number, line: OldLine): number {
    const ordinal = this.#places.get(first) ?? 0;
    if (ordinal >= this.#most) throw new Refusal('INPUT_INVALID', `Số ${line.number} lặp lại hơn ${this.#most} lần (dòng ${line.row}); có lẽ đã chọn nhầm cột số. Chọn lại cột rồi nhập.`, { problems: [{ field: 'mapping', message: 'Một số lặp lại quá nhiều lần.' }] });
    this.#places.set(first, ordinal + 1);
    return first + ordinal;
  }
}

/** Far more than a number of a book can be. */
const yearStep = 1_000_000_000;

/** Lines as the tables want them, their order kept; and what is to be said of numbers the program has given itself. */
export function prepareLines(keyed: readonly KeyedLine[], book: BookKind, taken: readonly TakenNumber[], around: LineSurroundings): { lines: ImportedLine[]; problems: LineProblem[]; highest: { series: string; year: number; number: number }[] } {
  const problems: LineProblem[] = [];
  const highest = new Map<string, { series: string; year: number; number: number }>();
  const day = (key: number): number => Math.floor(key / 1000) * 1000;
  const places = book === 'incoming' ? new Places(taken, 9999, ({ year, number }) => incomingKey(year, number, 0)) : new Places(taken, 999, ({ sortKey }) => day(sortKey));
  const lines = keyed.map(({ line, key }) => {
    const series = book === 'incoming' ? commonSeries : seriesOf(line.typeName ?? '', around.series);
    const number = { series, year: line.year, number: line.number, suffix: line.suffix, codeNotation: book === 'incoming' ? '' : line.codeNotation };
    if (places.given(number)) problems.push({ row: line.row, message: `Số ${line.number}${line.suffix} năm ${line.year} đã do chương trình cấp cho văn bản khác; giữ cả hai.`, leftOut: false });
    const twin = places.twin(number);
    const reached = line.suffix === '' ? line.number : Math.max(line.number, Number(/^-(\d+)$/.exec(line.suffix)?.[1] ?? 0));
    const most = highest.get(`${series}|${line.year}`);
    if (!most || most.number < reached) highest.set(`${series}|${line.year}`, { series, year: line.year, number: reached });
    return book === 'incoming' ? incomingLine(line, key, series, twin, places.place(incomingKey(line.year, line.number, 0), line), around) : outgoingLine(line, key, series, twin, places.place(numberedKey(line.issuedDate, line.number, 0), line), around);
  });
  return { lines, problems, highest: [...highest.values()] };
}

const organKeys = new Map<string, string>();
const mostOrganKeys = 20_000;

/** A book names the same few agencies over and over. */
function organKeyOf(name: string): string {
  const known = organKeys.get(name);
  if (known !== undefined) return known;
  if (organKeys.size >= mostOrganKeys) organKeys.clear();
  const key = newOrganKeyOf(name);
  organKeys.set(name, key);
  return key;
}

/** A due date of an old line still ahead: somebody has yet to settle it. What is past is taken for settled. */
const handlingOf = (line: OldLine, today: string): 'waiting' | 'handed' | 'done' => (line.dueDate === null || line.dueDate < today || line.cancelled !== null ? 'done' : line.handedDate !== null || line.toPlaces !== '' ? 'handed' : 'waiting');

function incomingLine(line: OldLine, importKey: string, series: string, twin: number, sortKey: number, { today, at, batch }: LineSurroundings): ImportedIncoming {
  return {
    status: line.cancelled === null ? 'registered' : 'cancelled', series, year: line.year, arrivalNumber: line.number, numberSuffix: line.suffix, twin,
    arrivalDate: line.arrivalDate ?? `${line.year}-12-31`, organName: line.organName, code: line.code, codeNumber: line.codeNumber, codeNotation: line.codeNotation,
    issuedDate: line.issuedDate, typeName: line.typeName, subject: line.subject, signerName: line.signer, signerPosition: null, signerCompetence: null, priority: 0,
    pages: line.pages, copies: line.copies, toPlaces: line.toPlaces, handedDate: line.handedDate, handedTo: null, receipt: line.receipt, dueDate: line.dueDate,
    handling: handlingOf(line, today), needsReply: 0, replyId: null, note: line.note, cancelReason: line.cancelled, doubleReason: null, backdated: null,
    batch, importKey, sortKey, organKey: organKeyOf(line.organName), codeKey: codeKeyOf(line.code), updatedAt: at,
  };
}

const namesIn = (text: string): string[] => text.split(/[;\n]/).map((name) => name.trim()).filter(Boolean);

function outgoingLine(line: OldLine, importKey: string, series: string, twin: number, sortKey: number, { at, batch }: LineSurroundings): ImportedOutgoing {
  const typeName = line.typeName ?? '';
  const letter = {
    ...emptyLetter(line.codeNotation), typeName, issuedDate: line.issuedDate, subject: line.subject, addressees: namesIn(line.addressees),
    recipients: namesIn(line.toPlaces).map((name) => ({ name, purpose: null })), archive: { units: line.archiveUnits, drafter: null, copies: line.copies },
    signer: { competence: null, position: '', fullName: line.signer },
  };
  return {
    origin: 'old-book', status: line.cancelled !== null ? 'cancelled' : line.handedDate !== null || line.receipt !== null ? 'sent' : 'issued', series, year: line.year,
    codeNumber: line.number, numberSuffix: line.suffix, twin, codeNotation: line.codeNotation, typeName, issuedDate: line.issuedDate, subject: line.subject, priority: 0,
    addressees: letter.addressees.join('; '), recipients: letter.recipients.map(({ name }) => name).join('; '), signerName: line.signer, archiveUnits: line.archiveUnits, copies: line.copies,
    appendixCount: 0, sentDate: line.handedDate, receipt: line.receipt, note: line.note, cancelReason: line.cancelled, backdated: null, reservedReason: null, byId: null,
    content: JSON.stringify(letter), issuedAs: null, batch, importKey, sortKey, updatedAt: at,
  };
}
