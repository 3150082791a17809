import { AlignmentType, Document, Footer, Header, LineRuleType, PageNumber, PageOrientation, Paragraph as WordParagraph, TextRun, type FileChild, type ISectionOptions } from 'docx';
import type { Block, LetterLayout, PageGeometry, Section } from '../../../shared/letter/layout-model.ts';
import { textWidthOf } from '../../../shared/letter/page-geometry.ts';
import type { DocumentMeta } from './core-properties.ts';
import { defaultSizePt, tinyParagraph, wordParagraph, wordRule } from './word-paragraph.ts';
import { packWord } from './word-package.ts';
import { wordColumns, writtenTable } from './word-table.ts';
import { dxaOfMm } from './word-units.ts';
import { wordWriter, type WordWriter } from './word-writer.ts';
import { WrittenXml } from './word-xml.ts';

const times = 'Times New Roman';

/** Draws a layout as a Word file: one block of Word for each of its blocks. */
export async function buildLetterDocx(layout: LetterLayout, meta: DocumentMeta): Promise<Uint8Array> {
  const empty = (): Document => wordDocument(layout, () => []);
  const writer = wordWriter(empty());
  const document = wordDocument(layout, (section) => section.blocks.map((block) => wordBlock(block, textWidthOf(section.page), writer)));
  return packWord(document, empty, JSON.stringify(layout.sections.map(({ page, firstPageFoot }) => [page, firstPageFoot])), meta);
}

function wordDocument(layout: LetterLayout, childrenOf: (section: Section) => FileChild[]): Document {
  // a section without a foot of its own would take over the one before
  const footed = layout.sections.some((section) => section.firstPageFoot.length > 0);
  return new Document({
    compatibility: { version: 15 },
    styles: {
      default: {
        document: {
          run: {
            font: { ascii: times, hAnsi: times, cs: times, eastAsia: times },
            size: defaultSizePt * 2,
            language: { value: 'vi-VN', eastAsia: 'vi-VN', bidirectional: 'ar-SA' },
          },
          paragraph: { spacing: { before: 0, after: 0, line: 240, lineRule: LineRuleType.AUTO } },
        },
      },
    },
    sections: layout.sections.map((section) => wordSection(section, footed, childrenOf(section))),
  });
}

function wordSection(section: Section, footed: boolean, children: FileChild[]): ISectionOptions {
  const widthMm = textWidthOf(section.page);
  return {
    properties: { titlePage: true, page: wordPage(section.page) },
    headers: { default: pageNumberHeader(section.page) },
    ...(footed ? { footers: { first: new Footer({ children: footOf(section, widthMm) }) } } : {}),
    // Word wants a paragraph after a table at the end; one of its own would be a full line high
    children: [...children, tinyParagraph()],
  };
}

const footOf = ({ firstPageFoot }: Section, widthMm: number): WordParagraph[] => (firstPageFoot.length === 0 ? [tinyParagraph()] : firstPageFoot.map((block) => (block.kind === 'rule' ? wordRule(block, widthMm) : wordParagraph(block))));

function wordPage(page: PageGeometry) {
  const landscape = page.widthMm > page.heightMm;
  // the library turns the two lengths round itself when the sheet lies
  const [width, height] = landscape ? [page.heightMm, page.widthMm] : [page.widthMm, page.heightMm];
  return {
    size: { width: dxaOfMm(width), height: dxaOfMm(height), orientation: landscape ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT },
    margin: { top: dxaOfMm(page.topMm), bottom: dxaOfMm(page.bottomMm), left: dxaOfMm(page.leftMm), right: dxaOfMm(page.rightMm), header: dxaOfMm(page.headerMm), footer: dxaOfMm(page.footerMm), gutter: 0 },
    pageNumbers: { start: 1 },
  };
}

const pageNumberHeader = (page: PageGeometry): Header =>
  new Header({ children: [new WordParagraph({ alignment: AlignmentType.CENTER, children: [new TextRun({ children: [PageNumber.CURRENT], ...(page.pageNumberPt === defaultSizePt ? {} : { size: page.pageNumberPt * 2 }) })] })] });

function wordBlock(block: Block, widthMm: number, writer: WordWriter): FileChild {
  switch (block.kind) {
    case 'paragraph':
      return new WrittenXml(writer.paragraph(block));
    case 'rule':
      return wordRule(block, widthMm);
    case 'columns':
      return wordColumns(block);
    case 'table':
      return new WrittenXml(writtenTable(block, writer));
  }
}
