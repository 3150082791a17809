import { localDay } from '../../../shared/domain/dates.ts';
import { safeFileName } from '../../../shared/domain/file-names.ts';
import { Refusal } from '../../../shared/domain/refusal.ts';
import { listLayout, listSheet, type ListDocument } from '../../../shared/letter/list-document.ts';
import type { EngineParts } from '../engine-parts.ts';
import { readSettings } from '../storage/settings-repository.ts';

const types = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
};

/** A list of the office as a Word or Excel file, dated today. */
export async function listFile({ database, documents, clock }: EngineParts, list: ListDocument, name: string, format: 'docx' | 'xlsx'): Promise<File> {
  const { office } = await readSettings(database);
  if (!office) throw new Refusal('NOT_ALLOWED', 'Chưa khai tên cơ quan nên chưa in được danh sách; khai ở Cài đặt trước.');
  const meta = { title: list.title, author: office.name.replaceAll('\n', ' '), created: clock() };
  const bytes = await documents.build(format === 'docx' ? { kind: 'letter-docx', layout: listLayout(list, office, localDay(clock())), meta } : { kind: 'appendix-xlsx', sheet: listSheet(list, office), meta });
  return new File([new Uint8Array(bytes)], safeFileName(name, format), { type: types[format] });
}
