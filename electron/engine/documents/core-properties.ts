import { escapeXml } from './escape-xml.ts';

/** What a file says about itself. */
export interface DocumentMeta {
  title: string;
  author: string;
  created: Date;
}

const oneLine = (text: string): string => escapeXml(text.replace(/\s+/g, ' ').trim());

/** docProps/core.xml with the clock of the caller: the same letter gives the same file. */
export function coreProperties({ title, author, created }: DocumentMeta): string {
  const instant = created.toISOString().replace(/\.\d+Z$/, 'Z');
  const stamp = (name: string): string => `<dcterms:${name} xsi:type="dcterms:W3CDTF">${instant}</dcterms:${name}>`;
  return [
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>',
    '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:dcmitype="http://purl.org/dc/dcmitype/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">',
    `<dc:title>${oneLine(title)}</dc:title><dc:creator>${oneLine(author)}</dc:creator><cp:lastModifiedBy>${oneLine(author)}</cp:lastModifiedBy>`,
    `${stamp('created')}${stamp('modified')}</cp:coreProperties>`,
  ].join('');
}
