import { oneLine, upperVietnamese } from '../domain/vietnamese-text.ts';
import { textWidthMm, type TypeStyle } from './text-width.ts';

/** The councils and committees whose unit of government offices put on a line of its own. */
const councilOfUnit = /^((?:ỦY|UỶ) BAN NHÂN DÂN|HỘI ĐỒNG NHÂN DÂN) ((?:TỈNH|THÀNH PHỐ|XÃ|PHƯỜNG|ĐẶC KHU|HUYỆN|QUẬN|THỊ XÃ|THỊ TRẤN) .+)$/u;

// words a line may begin with, and pairs that are read as one word
const opening = /^(?:VÀ|TỈNH|THÀNH|XÃ|PHƯỜNG|ĐẶC|ỦY|UỶ|HỘI|CÁC|KHU|TRỰC|PHÒNG)$/u;
const inseparable = /^(?:ỦY BAN|UỶ BAN|NHÂN DÂN|HỘI ĐỒNG|THÀNH PHỐ|ĐẶC KHU|VĂN PHÒNG|ĐẠI BIỂU|QUỐC HỘI|MẶT TRẬN|TỔ QUỐC|QUẢN LÝ|TRUNG TÂM|CÔNG NGHỆ|THÔNG TIN|TRUYỀN THÔNG|PHÁT TRIỂN|NÔNG THÔN|NÔNG NGHIỆP|MÔI TRƯỜNG|TÀI NGUYÊN|XÃ HỘI|VÀ [^ ]+|TỈNH [^ ]+)$/u;

/**
 * The lines an agency's name takes at the head of the page, in capitals, the tones spelt as typed: the office's own line
 * feeds, the unit of government below its committee, one line where it fits, else lines of even length (PL I mục II khoản 2).
 */
export function agencyLines(name: string, widthMm: number, style: TypeStyle): string[] {
  const typed = name.split('\n').map(oneLine).filter((line) => line !== '').map(upperVietnamese);
  if (typed.length !== 1) return typed.flatMap((line) => balancedLines(line, widthMm, style));
  const whole = typed[0] ?? '';
  const council = councilOfUnit.exec(whole);
  if (council) return [council[1] ?? '', ...balancedLines(council[2] ?? '', widthMm, style)];
  return balancedLines(whole, widthMm, style);
}

/** As few lines as the width allows, of even length, broken where the words allow it best. */
function balancedLines(text: string, widthMm: number, style: TypeStyle): string[] {
  if (textWidthMm(text, style) <= widthMm) return [text];
  const words = text.split(' ').flatMap((word) => fittingPieces(word, widthMm, style));
  // the best lines from each word to the end, by the number of lines
  let best: (Lines | null)[] = words.map((_, from) => lastLine(words.slice(from).join(' '), widthMm, style));
  for (let count = 2; count <= words.length; count += 1) {
    const shorter = best;
    best = words.map((_, from) => cheapest(words, from, shorter, widthMm, style));
    const whole = best[0];
    if (whole) return whole.lines;
  }
  return words;
}

/** A word, or the pieces of one that is wider than the column. */
function fittingPieces(word: string, widthMm: number, style: TypeStyle): string[] {
  if (textWidthMm(word, style) <= widthMm) return [word];
  const pieces: string[] = [];
  let piece = '';
  let used = 0;
  for (const letter of word) {
    const own = textWidthMm(letter, style);
    if (piece !== '' && used + own > widthMm) {
      pieces.push(piece);
      piece = '';
      used = 0;
    }
    piece += letter;
    used += own;
  }
  return [...pieces, piece];
}

interface Lines {
  lines: string[];
  /** How far from even, and how badly broken. */
  cost: number;
}

const emptiness = (line: string, widthMm: number, style: TypeStyle): number => (widthMm - textWidthMm(line, style)) ** 2;

const lastLine = (line: string, widthMm: number, style: TypeStyle): Lines | null => (textWidthMm(line, style) <= widthMm ? { lines: [line], cost: emptiness(line, widthMm, style) } : null);

/** The words from `from` on with one line more than `rests` has, or null when they do not fit. */
function cheapest(words: readonly string[], from: number, rests: readonly (Lines | null)[], widthMm: number, style: TypeStyle): Lines | null {
  let best: Lines | null = null;
  for (let at = from + 1; at < words.length; at += 1) {
    const line = words.slice(from, at).join(' ');
    if (textWidthMm(line, style) > widthMm) break;
    const rest = rests[at];
    if (!rest) continue;
    const cost = emptiness(line, widthMm, style) + breakCost(words[at - 1] ?? '', words[at] ?? '', widthMm) + rest.cost;
    if (!best || cost < best.cost) best = { lines: [line, ...rest.lines], cost };
  }
  return best;
}

function breakCost(before: string, after: string, widthMm: number): number {
  if (inseparable.test(`${before} ${after}`)) return widthMm ** 2;
  return opening.test(after) ? 0 : (widthMm / 3) ** 2;
}
