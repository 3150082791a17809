import type * as PdfReader from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { TextItem } from 'pdfjs-dist/types/src/display/api.js';
import { Refusal } from '../../../shared/domain/refusal.ts';
import { longestText } from '../storage/file-text.ts';

/** Most pages that are looked at for text. */
const mostPages = 500;

/** The lines of a PDF's text layer, page by page; none of scanned pages. Refused when it cannot be opened. */
export async function* readPdfLines(name: string, bytes: Uint8Array, watch: () => Promise<void>): AsyncGenerator<string> {
  const { getDocument } = await loadPdf();
  // nothing is drawn, fetched or run: only the words are asked for
  const task = getDocument({ data: bytes, useSystemFonts: false, disableFontFace: true, useWasm: false, enableXfa: false, verbosity: 0, maxImageSize: 0 });
  try {
    const pdf = await task.promise;
    let length = 0;
    for (let number = 1; number <= Math.min(pdf.numPages, mostPages) && length <= longestText; number += 1) {
      const page = await pdf.getPage(number);
      const { items } = await page.getTextContent();
      for (const line of linesOfItems(items.filter((item): item is TextItem => 'str' in item))) {
        length += line.length;
        yield line;
      }
      page.cleanup();
      await watch();
    }
  } catch (error) {
    const why = (error as Error).name === 'PasswordException' ? 'tệp có mật khẩu mở' : 'tệp hỏng hoặc có cấu trúc lạ';
    throw new Refusal('FILE_UNREADABLE', `Không đọc được chữ trong tệp «${name}»: ${why}.`, {}, error);
  } finally {
    await task.destroy();
  }
}

/** A name without types of its own. */
const pdfWorker: string = 'pdfjs-dist/legacy/build/pdf.worker.mjs';

/** pdf.js with its reader in this very thread: it is a thread for strangers' files already. */
async function loadPdf(): Promise<typeof PdfReader> {
  const worker: unknown = await import(pdfWorker);
  Object.assign(globalThis, { pdfjsWorker: worker });
  return import('pdfjs-dist/legacy/build/pdf.mjs');
}

/** How the rest of a broken sentence begins: not with the number or letter of a new clause, nor with a capital. */
const goesOnWith = /^(?!\p{N}{1,3}[.)]\s|\p{Ll}\)\s)[\p{Ll}\p{N}(«"“,;]/u;

/**
 * Lines put together from the pieces of a page. A line of print that does not end a sentence goes on in the next one: a
 * sentence is found whole though the page breaks it into lines.
 */
function linesOfItems(items: readonly TextItem[]): string[] {
  const lines: string[] = [];
  let line = '';
  for (const { str, hasEOL } of items) {
    line += str;
    if (!hasEOL) continue;
    lines.push(line);
    line = '';
  }
  if (line.trim() !== '') lines.push(line);
  return lines.reduce<string[]>((joined, each) => {
    const last = joined.at(-1);
    const plain = each.trim();
    // a new paragraph begins with a capital after a stop, a number, a dash, or in capitals throughout
    const goesOn = last !== undefined && plain !== '' && !/[.!?:;…]$/.test(last) && goesOnWith.test(plain) && last.length < 2000;
    if (goesOn) joined[joined.length - 1] = `${last} ${plain}`;
    else joined.push(plain);
    return joined;
  }, []);
}
