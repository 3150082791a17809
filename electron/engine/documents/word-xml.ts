import { FileChild, type Document, type XmlComponent } from 'docx';
import { escapeXml } from './escape-xml.ts';

/** An element as docx prepares it: one name, and text, attributes or a list of attributes and children. */
type Prepared = string | number | boolean | null | undefined | { [name: string]: Prepared } | Prepared[];

/** The name under which text that is XML already stands among prepared elements. */
const writtenName = '_written';

/** A stretch of the document that is written already: long tables and bodies are not taken apart again. */
export class WrittenXml extends FileChild {
  readonly xml: string;
  constructor(xml: string) {
    super(writtenName);
    this.xml = xml;
  }
  override prepForXml(): { [writtenName]: string } {
    return { [writtenName]: this.xml };
  }
}

const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
/** word/document.xml of a document: what docx would write, without the parts that are the same in every letter. */
export function documentXml(document: Document): string {
  return declaration + element(document.Document.View.prepForXml(contextOf(document)));
}

/** One component as it stands in a document. */
export const componentXml = (component: XmlComponent, document: Document): string => element(component.prepForXml(contextOf(document)));

const contextOf = (document: Document) => ({ viewWrapper: document.Document, file: document, stack: [] });

function element(node: Prepared): string {
  if (node === null || node === undefined) return '';
  if (typeof node !== 'object') return escapeXml(String(node));
  if (Array.isArray(node)) return node.map(element).join('');
  let written = '';
  for (const name in node) {
    const content = node[name];
    if (name === writtenName) written += typeof content === 'string' ? content : '';
    else if (Array.isArray(content)) {
      let attributes = '';
      let children = '';
      for (const child of content) {
        const own = attributesOf(child);
        if (own === null) children += element(child);
        else attributes += own;
      }
      written += `<${name}${attributes}>${children}</${name}>`;
    } else written += typeof content === 'object' ? `<${name}${attributesOf(content) ?? ''}/>` : `<${name}>${element(content)}</${name}>`;
  }
  return written;
}

/** The attributes of a node that holds nothing else; null for a child element or text. */
function attributesOf(node: Prepared): string | null {
  if (node === null || typeof node !== 'object' || Array.isArray(node)) return null;
  const attributes = node['_attr'];
  if (attributes === undefined || attributes === null || typeof attributes !== 'object' || Array.isArray(attributes)) return null;
  let written = '';
  for (const name in attributes) {
    const value = attributes[name];
    if (value !== undefined && value !== null) written += ` ${name}="${escapeXml(typeof value === 'object' ? '' : String(value))}"`;
  }
  return written;
}
