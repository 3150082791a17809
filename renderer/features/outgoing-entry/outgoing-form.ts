import { shortDate, type IsoDate } from '../../../shared/domain/dates.ts';

/** The fields of the form in the order in which the paper is read. */
export const outgoingFields = ['reserved', 'codeNotation', 'issuedDate', 'subject', 'typeName', 'signerName', 'signerPosition', 'priority', 'addressees', 'recipients', 'archiveUnits', 'copies', 'note', 'series', 'backdateReason'] as const;
export type OutgoingField = (typeof outgoingFields)[number];

/** The form as it stands: every field as typed; addressees and recipients one a line. */
export type OutgoingForm = Record<OutgoingField, string>;

/** A form with nothing on it but today and the office's usual notation. */
export function blankOutgoing(today: IsoDate, codeNotation: string): OutgoingForm {
  return { ...(Object.fromEntries(outgoingFields.map((field) => [field, ''])) as OutgoingForm), issuedDate: shortDate(today), codeNotation, priority: '0' };
}

const prefilled: readonly OutgoingField[] = ['issuedDate', 'codeNotation', 'reserved', 'series'];

/** Whether a person has written anything on it yet. */
export const isBlankOutgoing = (form: OutgoingForm): boolean => outgoingFields.every((field) => prefilled.includes(field) || form[field].trim() === '' || (field === 'priority' && form.priority === '0'));

const repeated: readonly OutgoingField[] = ['codeNotation', 'typeName', 'signerName', 'signerPosition', 'priority', 'addressees', 'recipients', 'archiveUnits', 'copies', 'note', 'series'];

/** «Nhập giống văn bản trước»: all but the date, the subject and the number, into the fields still empty. */
export function likePreviousOutgoing(form: OutgoingForm, before: OutgoingForm): OutgoingForm {
  const taken = repeated.filter((field) => form[field].trim() === '' || field === 'codeNotation' || (field === 'priority' && form.priority === '0'));
  return { ...form, ...Object.fromEntries(taken.map((field) => [field, before[field]])) };
}

/** The lines of a field that holds several. */
export const linesOf = (text: string): string[] => (text === '' ? [] : text.split('\n'));
