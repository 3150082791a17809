import type { Double } from '../../../../shared/contract/incoming.ts';
import { shortDate } from '../../../../shared/domain/dates.ts';
import type { FieldNote } from '../../../components/entry/field-notes.tsx';

const short = (text: string): string => (text.length > 90 ? `${text.slice(0, 90)}…` : text);
const nameOf = ({ number, year, arrivalDate, subject }: Double): string => `số đến ${number} năm ${year}, ngày đến ${shortDate(arrivalDate)}: «${short(subject)}»`;
const acts = ({ id }: Double, onLook: (id: number) => void): FieldNote['acts'] => [{ label: 'Xem dòng ấy', run: () => onLook(id) }];

/** Same agency, code and date as another line, with the way to it. */
export const codeDoubleNote = (double: Double, onLook: (id: number) => void): FieldNote => ({ text: `Trùng nơi gửi, số và ngày với ${nameOf(double)}.`, acts: acts(double, onLook) });

/** The same file as that of another line, with the way to it. */
export const fileDoubleNote = (double: Double, onLook: (id: number) => void): FieldNote => ({ text: `Tệp này đã ở ${nameOf(double)}.`, acts: acts(double, onLook) });
