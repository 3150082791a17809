import type { Incoming, IncomingGiven } from '../../../../shared/contract/incoming.ts';
import type { IsoDate } from '../../../../shared/domain/dates.ts';
import { entryFields, formOf, type EntryField, type EntryForm } from './entry-form.ts';
import { readEntry } from './read-entry.ts';

const fieldNames: Partial<Record<EntryField, string>> = {
  arrivalDate: 'ngày đến', organName: 'nơi gửi', code: 'số, ký hiệu', issuedDate: 'ngày văn bản', subject: 'trích yếu', typeName: 'loại', signerName: 'người ký', signerPosition: 'chức vụ', priority: 'độ khẩn', toPlaces: 'chuyển cho', dueDate: 'hạn', needsReply: 'cần trả lời', pages: 'số trang', copies: 'số bản', note: 'ghi chú',
};

/** The fields that differ between two forms, as people name them. */
export const namesOfChanges = (one: EntryForm, other: EntryForm): string[] => entryFields.filter((field) => one[field].trim() !== other[field].trim()).flatMap((field) => fieldNames[field] ?? []);

/** What a form changes of a line: only the fields that were touched, so that the rest of the line stays as it is. */
export function changedGiven(line: Incoming, form: EntryForm, today: IsoDate): IncomingGiven {
  const context = { today, lastArrival: null };
  const [before, after] = [readEntry(formOf(line), context).given, readEntry(form, context).given];
  const changed = Object.fromEntries(Object.entries(after).filter(([field, value]) => JSON.stringify(value) !== JSON.stringify(before[field as keyof typeof before]))) as IncomingGiven;
  // the form shows name and position only: the signer's powers stay with the name
  if (changed.signer && line.signer?.competence && changed.signer.fullName === line.signer.fullName) changed.signer = { ...changed.signer, competence: line.signer.competence };
  return changed;
}

/** The person's changes laid over the line as it stands now. */
export function overNewest(start: EntryForm, form: EntryForm, newest: EntryForm): EntryForm {
  const mine = entryFields.filter((field) => form[field] !== start[field]);
  return { ...newest, ...Object.fromEntries(mine.map((field) => [field, form[field]])), ...(mine.includes('typeName') ? { typeGuess: form.typeGuess } : {}) };
}
