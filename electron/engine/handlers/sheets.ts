import { localDay, shortDate } from '../../../shared/domain/dates.ts';
import { envelopeNames } from '../../../shared/domain/directory/envelope-names.ts';
import { safeFileName } from '../../../shared/domain/file-names.ts';
import { fileTypes } from '../../../shared/domain/file-types.ts';
import { Refusal } from '../../../shared/domain/refusal.ts';
import type { Letter, Priority } from '../../../shared/letter/letter.ts';
import type { Office } from '../../../shared/letter/office.ts';
import type { StampFacts } from '../documents/arrival-stamp.ts';
import { handlingSlip } from '../documents/handling-slip.ts';
import type { EngineParts } from '../engine-parts.ts';
import { stampFonts } from '../files/stamp-fonts.ts';
import { expandLines } from '../storage/group-repository.ts';
import { incomingFilesOf, type IncomingLine } from '../storage/incoming-repository.ts';
import { codeOfLine } from '../storage/indexed-texts.ts';
import { readSettings } from '../storage/settings-repository.ts';
import { implementer } from './implementer.ts';
import { incomingOf, nameOfIncoming } from './incoming-line.ts';
import { lineOf } from './line-of.ts';

/** The stamp alone on a sheet, for printing over the paper that arrived. */
export const stamp = implementer.sheets.stamp.handler(async ({ input: { id, paper, xMm, yMm }, context }) => {
  const line = await incomingOf(context, id);
  const office = await officeOf(context);
  const title = `Dấu đến số ${numberOf(line)} năm ${line.year}`;
  const bytes = await context.documents.build({ kind: 'stamp-pdf', facts: stampFacts(line, office), paper, place: { xMm, yMm }, fonts: stampFonts(), meta: metaOf(context, office, title) });
  return new File([new Uint8Array(bytes)], safeFileName(title, 'pdf'), { type: fileTypes.pdf });
});

/** A stamped copy of a PDF kept with the line. */
export const stamped = implementer.sheets.stamped.handler(async ({ input: { id, ordinal, page, xMm, yMm }, context }) => {
  const line = await incomingOf(context, id);
  const office = await officeOf(context);
  const file = (await incomingFilesOf(context.database, id)).find((one) => one.ordinal === ordinal);
  if (!file) throw new Refusal('NOT_FOUND', `${nameOfIncoming(line)} không có tệp thứ ${ordinal}.`, { id, ordinal });
  const original = context.files.get(file.sha256, nameOfIncoming(line).toLowerCase());
  if (!isPdf(original)) throw new Refusal('INPUT_INVALID', `Tệp «${file.name}» không phải PDF nên không đóng dấu vào được. In tờ dấu «ĐẾN» rời rồi đóng lên bản giấy.`, { problems: [{ field: 'ordinal', message: 'Tệp không phải PDF.' }] });
  // the thread takes the bytes over: a copy of what the store gave
  const order = { name: file.name, bytes: new Uint8Array(original), page, place: { xMm, yMm }, facts: stampFacts(line, office), fonts: stampFonts() };
  const bytes = await context.strangers('stamped-pdf', order);
  return new File([new Uint8Array(bytes)], safeFileName(`${file.name.replace(/\.pdf$/i, '')} (đã đóng dấu đến)`, 'pdf'), { type: fileTypes.pdf });
});

/** Envelopes of an outgoing dispatch: for the names given, else for everyone it is addressed to; of a group one for each member. */
export const envelope = implementer.sheets.envelope.handler(async ({ input: { id, to }, context }) => {
  const line = await lineOf(context, id);
  const office = await officeOf(context);
  const letter = line.content === '' ? null : (JSON.parse(line.content) as Partial<Letter>);
  const named = (to ?? letter?.addressees ?? line.addressees.split('; ')).map((name) => name.trim()).filter((name) => name !== '');
  if (named.length === 0) throw new Refusal('NOT_ALLOWED', 'Văn bản này không ghi kính gửi ai; ghi tên nơi nhận để in bì.', { id });
  const addressees = envelopeNames(await expandLines(context.database, named, line.issuedDate ?? localDay(context.clock())));
  const code = codeOfLine(line) ?? '';
  const title = `Bì văn bản ${code === '' ? 'dự thảo' : code}`;
  const bytes = await context.documents.build({ kind: 'envelope-docx', facts: { office, code, priority: line.priority as Priority, addressees }, meta: metaOf(context, office, title) });
  return new File([new Uint8Array(bytes)], safeFileName(title, 'docx'), { type: fileTypes.docx });
});

/** Phiếu giải quyết of an incoming dispatch, dated today. */
export const handling = implementer.sheets.handling.handler(async ({ input: { id }, context }) => {
  const line = await incomingOf(context, id);
  const office = await officeOf(context);
  const title = `Phiếu giải quyết văn bản đến số ${numberOf(line)} năm ${line.year}`;
  const layout = handlingSlip({ ...line, office, date: localDay(context.clock()), arrivalNumber: numberOf(line), typeName: line.typeName ?? '' });
  const bytes = await context.documents.build({ kind: 'letter-docx', layout, meta: metaOf(context, office, title) });
  return new File([new Uint8Array(bytes)], safeFileName(title, 'docx'), { type: fileTypes.docx });
});

async function officeOf({ database }: EngineParts): Promise<Office> {
  const { office } = await readSettings(database);
  if (!office) throw new Refusal('NOT_ALLOWED', 'Chưa khai tên cơ quan nên chưa in được tờ này; khai ở Cài đặt trước.');
  return office;
}

const metaOf = ({ clock }: EngineParts, office: Office, title: string) => ({ title, author: office.name.replaceAll('\n', ' '), created: clock() });

const numberOf = ({ arrivalNumber, numberSuffix }: Pick<IncomingLine, 'arrivalNumber' | 'numberSuffix'>): string => `${arrivalNumber}${numberSuffix}`;

/** Số và ký hiệu hồ sơ is written by hand when the dispatch is filed. */
const stampFacts = (line: IncomingLine, office: Office): StampFacts => ({ agency: office.name, number: numberOf(line), date: shortDate(line.arrivalDate), toPlaces: line.toPlaces, fileNotation: '' });

/** A PDF says so at its beginning; some scanners write a few bytes before. */
const isPdf = (bytes: Uint8Array): boolean => Buffer.from(bytes.subarray(0, 1024)).includes('%PDF-');
