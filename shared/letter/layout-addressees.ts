import type { Paragraph } from './layout-model.ts';
import { listEntry, withEnding } from './list-entry.ts';
import { makeParagraph, runOf } from './make-paragraph.ts';
import { measures, typeRules } from './page-rules.ts';
import { textWidthMm } from './text-width.ts';
import { unbrokenWithin } from './unbroken.ts';

const words = 'Kính gửi';
const dash = '- ';

/**
 * `Kính gửi:` with its one addressee on the same line, or with several on lines of their own whose dashes stand below
 * the colon (PL I mục II khoản 9 điểm d). The indent gives way when names are long.
 */
export function layoutAddressees(addressees: readonly string[], widthMm: number): Paragraph[] {
  const names = addressees.map((typed, at) => ({ name: listEntry(typed), source: `addressees.${at}` })).filter(({ name }) => name !== '');
  const rule = typeRules.addressee;
  const style = { ...rule, sizePt: rule.usualPt };
  const colonMm = textWidthMm(words, style);
  const spaceBeforePt = measures.addresseeBeforePt.usual;
  const [only] = names;
  if (only === undefined) return [];
  if (names.length === 1) {
    const start = `${words}: `;
    const text = `${start}${only.name}`;
    const hang = textWidthMm(start, style);
    const wide = textWidthMm(text, style) > widthMm;
    const held = wide ? `${start}${unbrokenWithin(only.name, widthMm - hang, (one) => textWidthMm(one, style))}` : text;
    return [makeParagraph(only.source, wide ? 'left' : 'center', [runOf(held, rule)], { spaceBeforePt, indentLeftMm: wide ? hang : 0, firstLineMm: wide ? -hang : 0 })];
  }
  const lines = names.map(({ name }, at) => `${dash}${withEnding(name, at === names.length - 1)}`);
  const longest = Math.max(...lines.map((line) => textWidthMm(line, style)));
  const { from, usual } = measures.addresseeIndentMm;
  const indent = Math.min(usual, Math.max(from, widthMm - longest - colonMm - 1));
  const dashMm = textWidthMm(dash, style);
  return [
    makeParagraph('addressees', 'left', [runOf(`${words}:`, rule)], { spaceBeforePt, indentLeftMm: indent, keepWithNext: true }),
    ...lines.map((line, at) => makeParagraph(names[at]?.source ?? 'addressees', 'left', [runOf(unbrokenWithin(line, widthMm - indent - colonMm - dashMm, (one) => textWidthMm(one, style)), rule)], { indentLeftMm: indent + colonMm + dashMm, firstLineMm: -dashMm })),
  ];
}
