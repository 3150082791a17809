import { codeOf } from '../../../shared/domain/numbering.ts';
import { fileTypes } from '../../../shared/domain/file-types.ts';
import { Refusal } from '../../../shared/domain/refusal.ts';
import { impossibleParts, unclearCells } from '../../../shared/letter/letter-problems.ts';
import type { Letter } from '../../../shared/letter/letter.ts';
import type { EngineParts } from '../engine-parts.ts';
import { refuseProblems } from '../refusal-to-error.ts';
import { filesOf, type IssuedAs } from '../storage/outgoing-repository.ts';
import { readSettings } from '../storage/settings-repository.ts';
import { implementer } from './implementer.ts';
import { drawFile, type DrawnRole } from './letter-files.ts';
import { lineOf } from './line-of.ts';

export const letterDocx = implementer.letter.docx.handler(({ input, context }) => fileOf(context, input.id, 'letter', 0));

export const appendixDocx = implementer.appendix.docx.handler(({ input, context }) => fileOf(context, input.id, 'appendix-docx', input.appendix));

export const appendixXlsx = implementer.appendix.xlsx.handler(({ input, context }) => fileOf(context, input.id, 'appendix-xlsx', input.appendix));

/** The file kept at issue, as it was issued; for a draft a fresh drawing. */
async function fileOf(parts: EngineParts, id: number, role: DrawnRole, ordinal: number): Promise<File> {
  const line = await lineOf(parts, id);
  if (line.origin !== 'letter') {
    const what = line.origin === 'reservation' ? 'Số này đang được giữ, chưa có văn bản' : 'Văn bản này làm ở nơi khác, sổ chỉ giữ số và tệp đính kèm';
    throw new Refusal('NOT_ALLOWED', `${what}; chương trình không có trang nào để vẽ.`, { id, origin: line.origin });
  }
  const letter = JSON.parse(line.content) as Letter;
  if (ordinal > letter.appendices.length) {
    const has = letter.appendices.length === 0 ? 'không có phụ lục' : `chỉ có ${letter.appendices.length} phụ lục`;
    throw new Refusal('NOT_FOUND', `Văn bản này ${has}, không có phụ lục thứ ${ordinal}.`, { id, appendix: ordinal });
  }
  const type = fileTypes[role === 'appendix-xlsx' ? 'xlsx' : 'docx'];
  const kept = (await filesOf(parts.database, id)).find((file) => file.role === role && file.ordinal === ordinal);
  if (kept && line.codeNumber !== null) {
    return new File([parts.files.get(kept.sha256, `văn bản ${codeOf(line.codeNumber, line.codeNotation)}`)], kept.name, { type });
  }
  const problems = [...impossibleParts(letter), ...unclearCells(letter)];
  if (problems.length > 0) throw refuseProblems(problems);
  const { name, bytes } = await drawFile(parts, { letter, issuedAs: await formOf(parts, line.issuedAs), codeNumber: line.codeNumber }, { role, ordinal });
  return new File([new Uint8Array(bytes)], name, { type });
}

async function formOf({ database }: EngineParts, issuedAs: string | null): Promise<IssuedAs> {
  if (issuedAs !== null) return JSON.parse(issuedAs) as IssuedAs;
  const { office, letterForm } = await readSettings(database);
  if (!office) throw new Refusal('NOT_ALLOWED', 'Chưa khai tên cơ quan và địa danh nên chưa vẽ được trang văn bản; khai ở Cài đặt trước.');
  return { office, letterForm };
}
