import type { IsoDate } from '../domain/dates.ts';
import type { DueBound, Recurrence } from '../domain/recurrence.ts';
import type { CitedDispatch } from './dispatch-in-words.ts';
import type { Letter } from './letter.ts';

/** What a dispatch asks for, as the reminder speaks of it. */
export interface RemindedObligation {
  id: number;
  dispatch: CitedDispatch & { id: number };
  /** Lines of the dispatch whose agencies owe it: `UBND các huyện, thị xã, thành phố`. */
  lines: string[];
  what: string;
  reportTo: string | null;
  /** The first or only last day that counts. */
  due: IsoDate;
  time: string | null;
  bound: DueBound | null;
  recurrence: Recurrence | null;
  until: IsoDate | null;
}

/** One report that has not come: of an agency, for a day. */
export interface LateReport {
  agency: string;
  obligation: RemindedObligation;
  /** The last day that counted, and the later one it was moved to. */
  day: IsoDate;
  extendedTo: IsoDate | null;
  /** Whole calendar days since the day that counted last. */
  lateDays: number;
}

/** Everything a reminder is written from. */
export interface ReminderFacts {
  reports: LateReport[];
  /** How many agencies each line stands for. */
  lineSizes: ReadonlyMap<string, number>;
  /** Until when the reports have been counted; the end of the day without an hour. */
  moment: { day: IsoDate; time: string | null };
  /** The last day that counts from now on. */
  newDue: IsoDate | null;
  /** The office as it stands inside a sentence. */
  officeName: string;
  /** Whether the office commands all of them (yêu cầu) or asks (đề nghị). */
  commanding: boolean;
  /** What the reminder takes over from the first letter. */
  first: Pick<Letter, 'codeNotation' | 'place' | 'archive' | 'signer'>;
}

/** The values that differ, in the order in which they are met. */
export const distinct = <Value>(values: readonly Value[]): Value[] => [...new Set(values)];

/** Those that differ by their id, in the order in which they are met. */
export const distinctById = <Thing extends { id: number }>(things: readonly Thing[]): Thing[] => [...new Map(things.map((thing) => [thing.id, thing])).values()];
