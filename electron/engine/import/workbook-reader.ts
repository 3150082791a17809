import { Refusal } from '../../../shared/domain/refusal.ts';
import type { Sheet, SheetRow } from '../../../shared/domain/import/cell.ts';
import { readPart } from './read-part.ts';
import { type SharedStrings, readSharedStrings } from './shared-strings.ts';
import { sheetPieces } from './sheet-pieces.ts';
import { SheetReader } from './sheet-reader.ts';
import { type CellStyle, readStyles } from './workbook-styles.ts';
import { XmlFault, attribute } from './xml-scanner.ts';
import { type ZipArchive, openZip } from './zip-parts.ts';

/** A workbook whose sheets are read one by one when they are asked for. */
export interface OldWorkbook {
  sheets: { name: string; hidden: boolean }[];
  read(name: string): Promise<Sheet>;
  begin(name: string): Promise<BegunSheet>;
}

/** A sheet of which the beginning has been read. */
export interface BegunSheet {
  /** Its rows are those of the beginning: at least `rowsBegun` of them, or all there are. */
  sheet: Sheet;
  /** About how many rows there are in all. */
  amount: number;
  /** The rows after the beginning, piece by piece. */
  rest: () => AsyncGenerator<SheetRow[]>;
}

/** Rows that the beginning of a sheet has at least: heads stand among them. */
export const rowsBegun = 60;

/** A sheet that has been read whole. */
export const wholeSheet = (sheet: Sheet): BegunSheet => ({ sheet, amount: sheet.rows.length, rest: nothingMore });

async function* nothingMore(): AsyncGenerator<SheetRow[]> {
  yield await Promise.resolve([]);
}

const refuse = (fileName: string, sentence: string): Refusal => new Refusal('INPUT_INVALID', `Tệp «${fileName}» ${sentence}`, { problems: [{ field: 'file', message: sentence }] });

/** Opens an .xlsx (or .xlsm: its macros are never looked at). Refuses other packages, damage and bombs with what to do. */
export async function openWorkbook(fileName: string, bytes: Uint8Array, watch: () => void | Promise<void>): Promise<OldWorkbook> {
  const zip = openZip(fileName, bytes);
  return inSentences(fileName, async () => {
    const part = await workbookPart(fileName, zip);
    const folder = part.slice(0, part.lastIndexOf('/') + 1);
    const targets = await relations(zip, `${folder}_rels/${part.slice(folder.length)}.rels`, folder);
    const { sheets, since1904 } = await sheetList(zip, part);
    const partOf = (kind: string): string => [...targets.values()].find(({ type }) => type.endsWith(`/${kind}`))?.part ?? `${folder}${kind}.xml`;
    let around: Promise<{ shared: SharedStrings; styles: CellStyle[] }> | undefined;
    const surroundings = async (): Promise<{ shared: SharedStrings; styles: CellStyle[] }> => ({ styles: await readStyles(zip, partOf('styles')), shared: await readSharedStrings(zip, partOf('sharedStrings'), watch) });
    const readerOf = async (name: string) => {
      const sheet = sheets.find((one) => one.name === name);
      const target = sheet && targets.get(sheet.id);
      if (!sheet || !target || !zip.has(target.part)) throw new XmlFault('a sheet without its part');
      return { hidden: sheet.hidden, part: target.part, reader: new SheetReader({ ...(await (around ??= surroundings())), since1904 }) };
    };
    const read = (name: string): Promise<Sheet> =>
      inSentences(fileName, async () => {
        const { hidden, part: sheetPart, reader } = await readerOf(name);
        await readPart(zip, sheetPart, reader, watch);
        return { name, hidden, rows: reader.rows, merged: reader.merged, fonts: reader.legacyColumns() };
      });
    return {
      sheets: sheets.filter(({ id }) => targets.get(id)?.type.endsWith('/worksheet')).map(({ name, hidden }) => ({ name, hidden })),
      read,
      begin: async (name) => {
        const { hidden, part: sheetPart, reader } = await inSentences(fileName, () => readerOf(name));
        const pieces = await inSentences(fileName, () => sheetPieces(zip, sheetPart, reader, watch));
        if (!pieces) return wholeSheet(await read(name));
        const next = pieces.next();
        const take = async (): Promise<SheetRow[] | null> => {
          const piece = await inSentences(fileName, () => next.next());
          return piece.done === true ? null : piece.value;
        };
        const rows: SheetRow[] = [];
        for (let piece = await take(); piece; piece = rows.length < rowsBegun ? await take() : null) for (const row of piece) rows.push(row);
        return {
          sheet: { name, hidden, rows, merged: reader.merged, fonts: reader.legacyColumns() },
          amount: pieces.amount,
          rest: async function* () {
            for (let piece = await take(); piece; piece = await take()) yield piece;
          },
        };
      },
    };
  });
}

async function inSentences<Result>(fileName: string, work: () => Promise<Result>): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof XmlFault) throw refuse(fileName, 'có cấu trúc hỏng hoặc lạ nên không đọc được hết. Mở bằng Excel, lưu thành .xlsx mới rồi chọn lại.');
    throw error;
  }
}

async function workbookPart(fileName: string, zip: ZipArchive): Promise<string> {
  if (zip.has('word/document.xml')) throw refuse(fileName, 'là văn bản Word. Chép bảng sang Excel, lưu thành .xlsx rồi chọn lại.');
  if (zip.has('ppt/presentation.xml')) throw refuse(fileName, 'là bản trình chiếu, không phải bảng tính.');
  if (zip.has('xl/workbook.bin')) throw refuse(fileName, 'là Excel dạng nhị phân (.xlsb). Mở bằng Excel, lưu thành .xlsx rồi chọn lại.');
  if (zip.has('content.xml') && zip.has('mimetype')) throw refuse(fileName, 'là bảng tính LibreOffice (.ods). Mở bằng LibreOffice, lưu thành .xlsx rồi chọn lại.');
  if (zip.has('xl/workbook.xml')) return 'xl/workbook.xml';
  const named = zip.has('_rels/.rels') ? [...(await relations(zip, '_rels/.rels', '')).values()].find(({ type }) => type.endsWith('/officeDocument'))?.part : undefined;
  if (named === undefined || !zip.has(named)) throw refuse(fileName, 'là gói nén không chứa bảng tính nào. Giải nén rồi chọn tệp Excel hoặc CSV ở trong.');
  return named;
}

async function relations(zip: ZipArchive, part: string, folder: string): Promise<Map<string, { type: string; part: string }>> {
  const found = new Map<string, { type: string; part: string }>();
  if (!zip.has(part)) return found;
  await readPart(zip, part, {
    open(name, attributes) {
      const [id, target] = [attribute(attributes, 'Id'), attribute(attributes, 'Target')];
      if (name !== 'Relationship' || id === undefined || target === undefined || attribute(attributes, 'TargetMode') === 'External') return;
      found.set(id, { type: attribute(attributes, 'Type') ?? '', part: target.startsWith('/') ? target.slice(1) : `${folder}${target}`.replace(/[^/]+\/\.\.\//g, '') });
    },
    close: () => undefined,
    text: () => undefined,
  });
  return found;
}

async function sheetList(zip: ZipArchive, part: string): Promise<{ sheets: { name: string; id: string; hidden: boolean }[]; since1904: boolean }> {
  const sheets: { name: string; id: string; hidden: boolean }[] = [];
  let since1904 = false;
  await readPart(zip, part, {
    open(name, attributes) {
      if (name === 'workbookPr') since1904 = /^(?:1|true)$/.test(attribute(attributes, 'date1904') ?? '');
      if (name === 'sheet') sheets.push({ name: attribute(attributes, 'name') ?? '', id: attribute(attributes, 'id') ?? '', hidden: (attribute(attributes, 'state') ?? 'visible') !== 'visible' });
    },
    close: () => undefined,
    text: () => undefined,
  });
  return { sheets, since1904 };
}
