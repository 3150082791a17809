import { Packer, type Document } from 'docx';
import { strToU8, unzipSync } from 'fflate';
import { coreProperties, type DocumentMeta } from './core-properties.ts';
import { documentXml } from './word-xml.ts';
import { joinParts, zipPart, type ZipPart } from './zip-parts.ts';

const documentPath = 'word/document.xml';
const corePath = 'docProps/core.xml';

// styles, settings, theme, heads and feet depend on the pages alone: written and deflated once for each kind of pages
const shells = new Map<string, ZipPart[]>();
const shellsMax = 12;

/**
 * The document as a Word file. `pages` names everything the parts beside the text depend on: documents of the same pages
 * share those parts, which is more than half of the work; `empty` makes such a document without its text.
 */
export async function packWord(document: Document, empty: () => Document, pages: string, meta: DocumentMeta): Promise<Uint8Array> {
  const text = zipPart(documentPath, strToU8(documentXml(document)), 6);
  const core = zipPart(corePath, strToU8(coreProperties(meta)), 6);
  return joinParts([...(await shellOf(empty, pages)), text, core], meta.created);
}

async function shellOf(empty: () => Document, pages: string): Promise<ZipPart[]> {
  const known = shells.get(pages);
  if (known) return known;
  const files = unzipSync(await Packer.toBuffer(empty()));
  const parts = Object.entries(files).filter(([name]) => name !== documentPath && name !== corePath);
  // readers look for the list of content types first
  parts.sort(([a], [b]) => Number(b === '[Content_Types].xml') - Number(a === '[Content_Types].xml'));
  const shell = parts.map(([name, bytes]) => zipPart(name, bytes, 9));
  const oldest = shells.keys().next().value;
  if (shells.size >= shellsMax && oldest !== undefined) shells.delete(oldest);
  shells.set(pages, shell);
  return shell;
}
