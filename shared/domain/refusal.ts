/** Every reason for which the program says no. The list is closed: the contract gives each code its data and status. */
export type RefusalCode =
  | 'INPUT_INVALID'
  | 'NOT_FOUND'
  | 'NOT_ALLOWED'
  | 'CHANGED_MEANWHILE'
  | 'NUMBER_TAKEN'
  | 'NEEDS_CONFIRM'
  | 'NUMBERS_MISSING'
  | 'BOOK_BUSY'
  | 'DISK_FULL'
  | 'DISK_UNWRITABLE'
  | 'FILE_DAMAGED'
  | 'DATA_REMOTE'
  | 'DATA_NEWER'
  | 'DATA_DAMAGED'
  | 'DATA_NOT_EMPTY'
  | 'FILE_UNREADABLE'
  | 'CANCELLED';

/** One thing that stands in the way, with the field it concerns (`subject`, `appendices.0.rows.3`). */
export interface Problem {
  field: string;
  message: string;
}

/** A no that was expected: a code for programs, one Vietnamese sentence for people, and what it concerns. */
export class Refusal extends Error {
  readonly code: RefusalCode;
  readonly data: { problems?: Problem[]; [key: string]: unknown };

  constructor(code: RefusalCode, message: string, data: { problems?: Problem[]; [key: string]: unknown } = {}, cause?: unknown) {
    super(message, { cause });
    this.name = 'Refusal';
    this.code = code;
    this.data = data;
  }
}
