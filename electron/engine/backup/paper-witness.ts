import { readFileSync } from 'node:fs';
import { strFromU8, unzipSync } from 'fflate';
import { readCode } from '../../../shared/domain/code-reading.ts';
import { officialLetterType } from '../../../shared/domain/document-types.ts';
import { seriesOf } from '../../../shared/domain/numbering.ts';
import { typeInCode } from '../../../shared/domain/type-in-code.ts';
import { keptFilesIn } from './kept-files.ts';
import type { PaperFacts } from '../storage/paper-facts.ts';
import type { TakenNumber } from '../storage/taken-numbers.ts';

/** Longest text of a letter that is read, bytes: one of 40 pages has a tenth of it. */
const textMaxBytes = 20_000_000;
/** A letter is smaller than a scan. */
const fileMaxBytes = 20_000_000;

/**
 * Numbers that stand on papers of the store which no line of the book links. A paper leaves the waiting place only once
 * its line has been committed: one without a line says that the book has lost it. A book that was restored keeps the
 * papers of the lines after its backup, and says nothing this way.
 */
export function numbersOnPapers(filesFolder: string, { wasRestored, isLinked, series }: PaperFacts): TakenNumber[] {
  if (wasRestored) return [];
  return keptFilesIn(filesFolder)
    .filter(({ waits, size, sha256 }) => !waits && size <= fileMaxBytes && !isLinked(sha256))
    .flatMap(({ path }) => {
      const paper = readPaper(path);
      return paper === null ? [] : [{ kind: 'outgoing' as const, series: seriesOf(paper.typeName, series), year: paper.year, number: paper.number }];
    });
}

/** The number and year on a letter as this program writes them; null for any other file. */
function readPaper(path: string): { number: number; year: number; typeName: string } | null {
  const text = wordsOf(path);
  if (text === null) return null;
  const [, code = ''] = /^Số:\s*(\S+)$/m.exec(text) ?? [];
  const [, year = ''] = /,\s+ngày\s+\d{1,2}\s+tháng\s+\d{1,2}\s+năm\s+(\d{4})$/m.exec(text) ?? [];
  const { codeNumber } = readCode(code);
  if (!/^\d+$/.test(codeNumber) || year === '') return null;
  return { number: Number(codeNumber), year: Number(year), typeName: typeInCode(code)?.typeName ?? officialLetterType };
}

/** The paragraphs of a Word file, a line each; null when it is none. */
function wordsOf(path: string): string | null {
  const part = 'word/document.xml';
  try {
    const parts = unzipSync(readFileSync(path), { filter: ({ name, originalSize }) => name === part && originalSize <= textMaxBytes });
    const xml = parts[part];
    if (!xml) return null;
    return strFromU8(xml).split('</w:p>').map((paragraph) => paragraph.replace(/<[^>]*>/g, '').replaceAll('\u00a0', ' ').trim()).join('\n');
  } catch {
    // a scan, a sheet, a damaged file: no letter of this program, and what it is is no matter here
    return null;
  }
}
