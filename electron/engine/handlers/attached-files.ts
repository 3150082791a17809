import { safeFileName } from '../../../shared/domain/file-names.ts';
import { fileTypeOf } from '../../../shared/domain/file-types.ts';
import { keptFileMaxBytes } from '../../../shared/domain/paper-files.ts';
import { Refusal } from '../../../shared/domain/refusal.ts';
import { secrecyMark } from '../../../shared/domain/secrecy-mark.ts';
import { cleanText } from '../../../shared/domain/vietnamese-text.ts';
import type { EngineParts } from '../engine-parts.ts';
import { discardUnkept } from './issue-letter.ts';

/** A file put into the store, waiting to be linked to a line. */
export interface WaitingFile {
  name: string;
  size: number;
  sha256: string;
}

/** Programs are not kept in the register: nobody opens one by mistake from a dispatch. */
const programs = /\.(exe|msi|bat|cmd|com|scr|ps1|vbs|vbe|js|jse|wsf|hta|jar|lnk|reg|dll|cpl|pif|sh|appimage)$/i;

/** Stores files that people add; the same content twice is kept once. Refuses empty and oversized ones, programs and names with a secrecy mark; nothing stays when one of them cannot be stored. */
export async function storeAttached(parts: EngineParts, given: readonly File[] = []): Promise<WaitingFile[]> {
  for (const file of given) {
    // the name it will have: a program is one however its name was dressed up
    const name = nameOf(file.name);
    if (file.size === 0) throw new Refusal('INPUT_INVALID', `Tệp «${name}» trống, không có gì để lưu.`, { problems: [{ field: 'files', message: `Tệp «${name}» trống.` }] });
    if (file.size > keptFileMaxBytes) throw new Refusal('INPUT_INVALID', `Tệp «${name}» lớn ${Math.ceil(file.size / 2 ** 20)} MB; mỗi tệp lưu nhiều nhất 200 MB. Quét lại ở độ phân giải 200 dpi hoặc tách tệp.`, { problems: [{ field: 'files', message: `Tệp «${name}» quá lớn.` }] });
    const mark = secrecyMark(name.replace(/\.[^.]*$/, '').replaceAll('_', ' '));
    if (mark) throw new Refusal('INPUT_INVALID', `Tệp «${name}» mang độ mật «${mark}»: văn bản mật theo dõi ở sổ riêng, không lưu vào máy này.`, { problems: [{ field: 'files', message: `Tệp «${name}» mang độ mật «${mark}».` }] });
    if (programs.test(name)) throw new Refusal('INPUT_INVALID', `Tệp «${name}» là chương trình, không lưu vào sổ.`, { problems: [{ field: 'files', message: `Tệp «${name}» là chương trình.` }] });
  }
  const stored: WaitingFile[] = [];
  try {
    for (const file of given) {
      const bytes = new Uint8Array(await file.arrayBuffer());
      const sha256 = parts.files.put(bytes);
      if (!stored.some((other) => other.sha256 === sha256)) stored.push({ name: nameOf(file.name), size: bytes.length, sha256 });
    }
    return stored;
  } catch (error) {
    await discardUnkept(parts, stored, error);
    throw error;
  }
}

/** The name as people gave it, safe on every system. */
function nameOf(given: string): string {
  const [, stem = '', ending = ''] = /^(.*?)(?:\.([\p{L}\p{N}]{1,8}))?$/su.exec(cleanText(given).text.replace(/^.*[\\/]/, '')) ?? [];
  return safeFileName(stem === '' ? 'tep' : stem, ending);
}

/** A kept file with its bytes; anything a browser might run is given as plain bytes. */
export const keptFile = ({ files: store }: Pick<EngineParts, 'files'>, { name, sha256 }: WaitingFile, of: string): File =>
  new File([store.get(sha256, of)], name, { type: fileTypeOf(name) });
