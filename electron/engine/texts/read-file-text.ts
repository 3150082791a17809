import { deflateRawSync } from 'node:zlib';
import { stampedSecrecy } from '../../../shared/domain/secrecy-mark.ts';
import { cleanText } from '../../../shared/domain/vietnamese-text.ts';
import { csvPieces } from '../import/csv-text.ts';
import { isWord } from '../import/word-tables.ts';
import { readWordText } from '../import/word-text.ts';
import { openZip } from '../import/zip-parts.ts';
import { type FileText, longestText } from '../storage/file-text.ts';
import { wordsOnce } from '../storage/index-row.ts';
import type { StrangersFile } from '../strangers/strangers-file.ts';

const starts = (bytes: Uint8Array, signature: readonly number[]): boolean => signature.every((byte, at) => bytes[at] === byte);

/** Within how many of its first lines a document carries its secrecy mark: those of its head. */
const headLines = 25;

/**
 * The text of a file that somebody has attached: a PDF with a text layer, a .docx, a .txt. Files of other kinds and scanned
 * pages have none. A document whose head carries a secrecy mark is not read: such text is not kept on this machine.
 * Throws a Refusal for a damaged file; to be run where strangers' files are read.
 */
export async function readFileText(file: StrangersFile, watch: () => Promise<void>): Promise<FileText> {
  const lines: string[] = [];
  let [length, cut] = [0, false];
  for await (const line of linesOf(file, watch)) {
    const { text } = cleanText(line);
    const plain = text.replace(/[\s\u00A0]+/g, ' ').trim();
    if (plain === '') continue;
    if (length + plain.length > longestText) {
      cut = true;
      break;
    }
    lines.push(plain);
    length += plain.length + 1;
  }
  const mark = lines.slice(0, headLines).map(stampedSecrecy).find((found) => found !== null);
  if (mark) return { state: 'secret', reason: `mang độ mật «${mark}» nên nội dung không được ghi vào sổ tìm kiếm` };
  const words = [...wordsOnce(lines)].join(' ');
  if (words === '') return { state: 'none', reason: 'không có lớp chữ (ảnh quét, hoặc loại tệp không có chữ đọc được)' };
  return { state: cut ? 'cut' : 'read', words, packed: new Uint8Array(deflateRawSync(Buffer.from(lines.join('\n'), 'utf8'))) };
}

/** The lines of a file of a known kind; none of any other. */
async function* linesOf(file: StrangersFile, watch: () => Promise<void>): AsyncGenerator<string> {
  const { name, bytes } = file;
  await watch();
  if (starts(bytes, [0x25, 0x50, 0x44, 0x46])) {
    const { readPdfLines } = await import('./read-pdf-lines.ts');
    yield* readPdfLines(name, bytes, watch);
  } else if (starts(bytes, [0x50, 0x4b, 3, 4])) {
    const zip = openZip(name, bytes);
    if (isWord(zip)) yield* (await readWordText(name, zip, longestText, watch)).split('\n');
  } else if (/\.txt$/i.test(name)) yield* plainLines(bytes);
}

/** The lines of a plain text, whatever its letters are written in. */
function* plainLines(bytes: Uint8Array): Generator<string> {
  let rest = '';
  for (const piece of csvPieces(bytes)) {
    const lines = (rest + piece).split(/\r\n?|\n/);
    rest = lines.pop() ?? '';
    yield* lines;
    if (rest.length > longestText) break;
  }
  if (rest !== '') yield rest.slice(0, longestText);
}
