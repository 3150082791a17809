import { formatVietnameseNumber } from '../domain/vietnamese-number.ts';
import { placesOfRows } from './appendix-rows.ts';
import type { Appendix, Letter } from './letter.ts';
import { readBody } from './rich-text.ts';
import { romanNumeral } from './roman-numeral.ts';

/** A part of a document that is read for its words: what people call the place, and its lines. */
export interface TextPlace {
  kind: 'body' | 'appendix' | 'attached';
  /** `trong thư`, `Phụ lục II`, `tệp đính kèm du-toan.pdf`. */
  where: string;
  lines: string[];
}

/** What a letter says, place by place, as it is printed: stars of bold type are no part of a word. */
export function letterTexts({ body, appendices }: Pick<Letter, 'body' | 'appendices'>): TextPlace[] {
  return [
    { kind: 'body' as const, where: 'trong thư', lines: readBody(body).map(({ text }) => text.map((run) => run.text).join('')) },
    ...appendices.map((appendix, at) => ({
      kind: 'appendix' as const,
      where: appendices.length > 1 ? `Phụ lục ${romanNumeral(at + 1)}` : 'Phụ lục',
      lines: appendixLines(appendix),
    })),
  ].filter(({ lines }) => lines.length > 0);
}

/** Title, heads and rows, each a line. */
function appendixLines(appendix: Appendix): string[] {
  const head = appendix.columns.map(({ header }) => header).join(' · ');
  const rows = placesOfRows(appendix).map((row) =>
    row
      .flatMap((place) => {
        if (place.kind === 'empty') return [];
        return [place.kind === 'text' ? place.value : place.kind === 'ordinal' || typeof place.value === 'string' ? String(place.value) : formatVietnameseNumber(place.value)];
      })
      .join(' · '),
  );
  return [appendix.title, head, ...rows].map((line) => line.replace(/\s+/g, ' ').trim()).filter((line) => line !== '');
}
