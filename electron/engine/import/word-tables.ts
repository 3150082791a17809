import { Refusal } from '../../../shared/domain/refusal.ts';
import { readPart } from './read-part.ts';
import { type XmlEvents, XmlFault } from './xml-scanner.ts';
import { openZip, type ZipArchive } from './zip-parts.ts';

const documentPart = 'word/document.xml';
const mostCells = 500_000;

/** Whether an Office package is a Word document. */
export const isWord = (zip: ZipArchive): boolean => zip.has(documentPart);

/** The tables of a Word file as rows of texts, in their order; a table inside a cell reads as words of that cell. Refuses damage with what to do. */
export async function readWordTables(fileName: string, bytes: Uint8Array, watch: () => void | Promise<void> = () => undefined): Promise<string[][][]> {
  const reader = new TableReader();
  try {
    await readPart(openZip(fileName, bytes), documentPart, reader, watch);
  } catch (error) {
    if (!(error instanceof XmlFault)) throw error;
    const sentence = 'có cấu trúc hỏng hoặc lạ nên không đọc được hết. Mở bằng Word, lưu thành .docx mới rồi chọn lại.';
    throw new Refusal('INPUT_INVALID', `Tệp «${fileName}» ${sentence}`, { problems: [{ field: 'file', message: sentence }] }, error);
  }
  return reader.tables;
}

class TableReader implements XmlEvents {
  readonly tables: string[][][] = [];
  #depth = 0;
  #cells = 0;
  #rows: string[][] = [];
  #row: string[] = [];
  #cell = '';
  #taking = false;

  open(name: string): void {
    switch (name) {
      case 'tbl':
        this.#depth += 1;
        if (this.#depth === 1) this.#rows = [];
        return;
      case 'tr':
        if (this.#depth === 1) this.#row = [];
        return;
      case 'tc':
        if (this.#depth === 1) this.#cell = '';
        return;
      case 't':
        this.#taking = this.#depth > 0;
        return;
      case 'p':
      case 'br':
      case 'tab':
        if (this.#depth > 0 && this.#cell !== '') this.#cell += ' ';
        return;
      default:
    }
  }

  close(name: string): void {
    switch (name) {
      case 't':
        this.#taking = false;
        return;
      case 'tc':
        if (this.#depth !== 1) return;
        this.#cells += 1;
        if (this.#cells > mostCells) throw new XmlFault('too many cells');
        this.#row.push(this.#cell.replace(/\s+/g, ' ').trim());
        return;
      case 'tr':
        if (this.#depth === 1) this.#rows.push(this.#row);
        return;
      case 'tbl':
        if (this.#depth === 1) this.tables.push(this.#rows);
        this.#depth -= 1;
        return;
      default:
    }
  }

  text(text: string): void {
    if (this.#taking) this.#cell += text;
  }
}
