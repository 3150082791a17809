import type { Incoming } from '../../../../shared/contract/incoming.ts';
import { dayNumber, shortDate, type IsoDate } from '../../../../shared/domain/dates.ts';
import { readDay } from '../../../../shared/domain/day-shortcuts.ts';
import { typeInCode } from '../../../../shared/domain/type-in-code.ts';

/** The fields of the form in the order in which the paper is read. */
export const entryFields = ['arrivalDate', 'organName', 'code', 'issuedDate', 'subject', 'typeName', 'signerName', 'signerPosition', 'priority', 'toPlaces', 'dueDate', 'needsReply', 'pages', 'copies', 'note', 'backdateReason', 'doubleReason'] as const;
export type EntryField = (typeof entryFields)[number];

/** The form as it stands: every field as typed; nothing half typed is lost on the way. */
export type EntryForm = Record<
  | EntryField
  /** The part of the code the type was guessed from; '' when a person wrote it; '-' when the guess was declined. */
  | 'typeGuess'
  /** Ids of the reports this paper is, joined by commas (see owed-offer.tsx). */
  | 'reports',
  string
>;

/** A form with nothing on it but the day of arrival. The letter's own date stays empty, so that it is read from the paper. */
export function blankForm(today: IsoDate): EntryForm {
  return { ...(Object.fromEntries(entryFields.map((field) => [field, ''])) as Record<EntryField, string>), arrivalDate: shortDate(today), priority: '0', typeGuess: '', reports: '' };
}

/** Whether a person has written anything on it yet. */
export const isBlank = (form: EntryForm): boolean => entryFields.every((field) => field === 'arrivalDate' || form[field].trim() === '' || (field === 'priority' && form.priority === '0'));

/** The form with the type its code names, unless a person has chosen one or declined the guess. */
export function withGuessedType(form: EntryForm): EntryForm {
  if (form.typeGuess === '-' || (form.typeName !== '' && form.typeGuess === '')) return form;
  const guess = typeInCode(form.code);
  return { ...form, typeName: guess?.typeName ?? '', typeGuess: guess?.source ?? '' };
}

/** A change of one field by hand; a type written by hand is no guess any more. */
export function withField(form: EntryForm, field: EntryField, value: string): EntryForm {
  const changed = { ...form, [field]: value };
  // what one sender owes is not what another does
  if (field === 'organName' && value.trim() !== form.organName.trim()) return { ...changed, reports: '' };
  if (field === 'typeName') return { ...changed, typeGuess: value === '' ? '-' : '' };
  // another signer's position says nothing of this one
  if (field === 'signerName' && value.trim() === '') return { ...changed, signerPosition: '' };
  return changed;
}

const repeated: readonly EntryField[] = ['organName', 'typeName', 'signerName', 'signerPosition', 'priority', 'toPlaces', 'dueDate', 'needsReply', 'pages', 'copies', 'note'];

/** «Nhập giống văn bản trước»: all but the code, the letter's date and the subject, into the fields still empty. */
export function likePrevious(form: EntryForm, before: EntryForm): EntryForm {
  const taken = repeated.filter((field) => form[field].trim() === '' || (field === 'priority' && form.priority === '0'));
  const copied = Object.fromEntries(taken.map((field) => [field, before[field]]));
  return { ...form, ...copied, ...(form.typeName === '' && before.typeName !== '' ? { typeGuess: '' } : {}) };
}

/** What a model keeps: the repeated fields and the subject; a due date as days after arrival, so that it fits every day. */
export function modelOf(form: EntryForm, today: IsoDate): Partial<Record<EntryField, string>> {
  const kept = Object.fromEntries([...repeated, 'subject' as const].filter((field) => form[field].trim() !== '' && !(field === 'priority' && form.priority === '0')).map((field) => [field, form[field]]));
  const [arrival, due] = [readDay(form.arrivalDate, { today }), readDay(form.dueDate, { today, leaning: 'future' })].map((day) => (day === null ? null : dayNumber(day)));
  return { ...kept, ...(arrival != null && due != null ? { dueDate: `+${due - arrival}n` } : {}) };
}

/** A new form filled from a model; what the model does not say stays as typed. */
export function withModel(form: EntryForm, content: Record<string, unknown>): EntryForm {
  const known = entryFields.filter((field) => (repeated.includes(field) || field === 'subject') && typeof content[field] === 'string');
  const filled = Object.fromEntries(known.map((field) => [field, content[field] as string]));
  return { ...form, ...filled, ...(known.includes('typeName') ? { typeGuess: '' } : {}) };
}

const dayText = (day: string | null): string => (day === null ? '' : shortDate(day));
const countText = (count: number | null): string => (count === null ? '' : String(count));

/** The form of a line that is in the book. */
export const formOf = (line: Incoming): EntryForm => ({
  arrivalDate: dayText(line.arrivalDate),
  organName: line.organName,
  code: line.code,
  issuedDate: dayText(line.issuedDate),
  subject: line.subject,
  typeName: line.typeName ?? '',
  typeGuess: line.typeName ? '' : '-',
  signerName: line.signer?.fullName ?? '',
  signerPosition: line.signer?.position ?? '',
  priority: String(line.priority),
  toPlaces: line.toPlaces,
  dueDate: dayText(line.dueDate),
  needsReply: line.needsReply ? 'yes' : '',
  pages: countText(line.pages),
  copies: countText(line.copies),
  note: line.note ?? '',
  backdateReason: '',
  doubleReason: '',
  reports: '',
});

/** The reports this paper is, as owed ids. */
export const reportsOf = ({ reports }: Pick<EntryForm, 'reports'>): number[] => reports.split(',').filter(Boolean).map(Number);
