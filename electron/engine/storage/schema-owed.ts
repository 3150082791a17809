import type { ColumnType, Generated } from 'kysely';
import type { AgencyKind } from '../../../shared/contract/agencies.ts';
import type { CalendarDay } from '../../../shared/contract/calendar.ts';
import type { KeptObligation } from '../../../shared/contract/owed.ts';
import type { RecipientRow } from '../../../shared/contract/recipients.ts';

export type CalendarDayKind = CalendarDay['kind'];

/** What an act on tracking or the directory can change. */
export type TrackingSubject = 'agency' | 'group' | 'calendar' | 'recipient' | 'obligation' | 'duty' | 'owed';

type Computed<Value> = ColumnType<Value, never, never>;

export interface AgencyTable {
  id: Generated<number>;
  name: string;
  shortName: string;
  abbreviation: string;
  kind: AgencyKind;
  rank: Generated<number>;
  parentId: number | null;
  validFrom: string | null;
  validTo: string | null;
  succeededBy: number | null;
  mergedInto: number | null;
  address: string | null;
  phone: string | null;
  email: string | null;
  note: string | null;
  /** JSON lists, see the contract's `AgencyDetails`. */
  formerNames: Generated<string>;
  codes: Generated<string>;
  contacts: Generated<string>;
  signers: Generated<string>;
}

export interface RecipientTable {
  id: Generated<number>;
  outgoingId: number;
  ordinal: number;
  role: RecipientRow['role'];
  line: string;
  agencyId: number | null;
  name: string;
  purpose: string | null;
  how: RecipientRow['how'];
  sentDate: string | null;
  copies: number | null;
  receipt: string | null;
  acknowledgedDate: string | null;
  acknowledgedBy: string | null;
  returnedDate: string | null;
  returnReason: string | null;
  note: string | null;
}

export interface ObligationTable {
  id: Generated<number>;
  outgoingId: number;
  ordinal: number;
  what: string;
  reportTo: string | null;
  bound: KeptObligation['bound'];
  due: string;
  time: string | null;
  recurrence: KeptObligation['recurrence'];
  until: string | null;
  rule: string | null;
  /** JSON list of appendix columns. */
  columns: Generated<string>;
  sentence: string | null;
  withdrawnReason: string | null;
  days: number;
  agencies: Generated<number>;
  settled: Generated<number>;
  settledLate: Generated<number>;
  excused: Generated<number>;
  createdAt: string;
}

/** A day of a duty on which something happened; all others are only days of the obligation. */
export interface OwedTable {
  dutyId: number;
  n: number;
  instant: string;
  extendedDay: string | null;
  extendedInstant: string | null;
  extendReason: string | null;
  excuseReason: string | null;
  receivedDate: string | null;
  receivedInstant: string | null;
  complete: Generated<number>;
  incomingId: number | null;
  /** JSON list in the order of the obligation's columns. */
  figures: string | null;
  note: string | null;
  settled: Computed<number>;
  late: Computed<number>;
}
