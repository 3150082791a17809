import { safeFileName } from '../domain/file-names.ts';
import { codeOf } from '../domain/numbering.ts';
import type { Letter } from './letter.ts';

/** The name a letter's file is saved under: `2953_UBND-VP.docx`, or `Dự thảo - <trích yếu>.docx` before it has a number. */
export function letterFileName(letter: Letter, codeNumber: number | null): string {
  return safeFileName(baseName(letter, codeNumber), 'docx');
}

/** `2953_UBND-VP - Phụ lục 1.xlsx`; `ordinal` counts from 1. */
export function appendixFileName(letter: Letter, codeNumber: number | null, ordinal: number, ending: 'docx' | 'xlsx'): string {
  const which = letter.appendices.length === 1 ? 'Phụ lục' : `Phụ lục ${ordinal}`;
  return safeFileName(`${baseName(letter, codeNumber)} - ${which}`, ending);
}

function baseName(letter: Letter, codeNumber: number | null): string {
  return codeNumber === null ? `Dự thảo - ${[...letter.subject].slice(0, 80).join('').trim() || letter.typeName}` : codeOf(codeNumber, letter.codeNotation);
}
