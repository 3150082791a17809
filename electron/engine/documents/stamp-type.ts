import { type PDFDocument, type PDFFont } from '@cantoo/pdf-lib';
import * as fontkit from 'fontkit';

/** Font files of one type cut by alphabet (latin, vietnamese, …): a text takes each letter from the first that draws it. */
export interface StampFonts {
  regular: Uint8Array[];
  bold: Uint8Array[];
}

/** A stretch of a text in one font file. */
export interface TypedPiece {
  font: PDFFont;
  text: string;
}

/** The type of a PDF being written. */
export interface StampType {
  /** The pieces of a text, in order; a letter no file draws stays with the first and shows as a box. */
  piecesOf(text: string, bold: boolean): TypedPiece[];
}

/** Embeds what the texts need, each file at its first letter, only the letters used. */
export async function stampType(document: PDFDocument, fonts: StampFonts, texts: readonly { text: string; bold: boolean }[]): Promise<StampType> {
  document.registerFontkit(fontkit);
  const faces = { regular: facesOf(fonts.regular), bold: facesOf(fonts.bold) };
  const faceOf = (letter: string, bold: boolean): Face => {
    const own = bold ? faces.bold : faces.regular;
    const code = letter.codePointAt(0) ?? 0;
    const found = own.find(({ draws }) => draws(code)) ?? own[0];
    if (!found) throw new Error('no font given for the stamp');
    return found;
  };
  for (const { text, bold } of texts) {
    for (const letter of text) {
      const face = faceOf(letter, bold);
      face.font ??= await document.embedFont(face.bytes, { subset: true });
    }
  }
  return {
    piecesOf(text, bold) {
      const pieces: TypedPiece[] = [];
      for (const letter of text) {
        const { font } = faceOf(letter, bold);
        if (!font) throw new Error('text not announced to the stamp');
        const last = pieces.at(-1);
        if (last?.font === font) last.text += letter;
        else pieces.push({ font, text: letter });
      }
      return pieces;
    },
  };
}

interface Face {
  bytes: Uint8Array;
  draws: (code: number) => boolean;
  font: PDFFont | null;
}

function facesOf(files: readonly Uint8Array[]): Face[] {
  return files.map((bytes) => {
    const opened = fontkit.create(Buffer.from(bytes));
    if (!('hasGlyphForCodePoint' in opened)) throw new Error('the stamp takes single fonts, not collections');
    return { bytes, draws: (code: number) => opened.hasGlyphForCodePoint(code), font: null };
  });
}
