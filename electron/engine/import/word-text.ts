import { Refusal } from '../../../shared/domain/refusal.ts';
import { readPart } from './read-part.ts';
import { type XmlEvents, XmlFault } from './xml-scanner.ts';
import type { ZipArchive } from './zip-parts.ts';

const documentPart = 'word/document.xml';

/** Enough has been read. */
class Enough extends Error {}

/** The text of a Word file, a paragraph a line, at most `most` letters and some. Refuses damage with what to do. */
export async function readWordText(fileName: string, zip: ZipArchive, most: number, watch: () => void | Promise<void> = () => undefined): Promise<string> {
  const reader = new ParagraphReader(most);
  try {
    await readPart(zip, documentPart, reader, watch);
  } catch (error) {
    if (error instanceof XmlFault) {
      const sentence = 'có cấu trúc hỏng hoặc lạ nên không đọc được hết. Mở bằng Word, lưu thành .docx mới rồi chọn lại.';
      throw new Refusal('INPUT_INVALID', `Tệp «${fileName}» ${sentence}`, { problems: [{ field: 'file', message: sentence }] }, error);
    }
    if (!(error instanceof Enough)) throw error;
  }
  return reader.read;
}

class ParagraphReader implements XmlEvents {
  read = '';
  readonly #most: number;
  #taking = false;

  constructor(most: number) {
    this.#most = most;
  }

  open(name: string): void {
    if (name === 't') this.#taking = true;
    else if (name === 'tab' || name === 'br' || name === 'cr') this.#add(' ');
    else if (name === 'noBreakHyphen') this.#add('-');
  }

  close(name: string): void {
    if (name === 't') this.#taking = false;
    else if (name === 'p') this.#add('\n');
  }

  // what was deleted with changes tracked stands in `delText`, and is not read
  text(text: string): void {
    if (this.#taking) this.#add(text);
  }

  #add(text: string): void {
    this.read += text;
    if (this.read.length > this.#most + 1000) throw new Enough();
  }
}
