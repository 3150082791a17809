import type { ArchiveCopy } from './letter.ts';

type Part = string | { name: keyof ArchiveCopy } | { optional: Part[] };

const names: readonly (keyof ArchiveCopy)[] = ['units', 'drafter', 'copies'];
/** What people call them; both forms are read, the names are what is stored. */
const called: Readonly<Record<keyof ArchiveCopy, string>> = { units: 'đơn vị', drafter: 'người soạn', copies: 'số bản' };

const renamed = (pattern: string, from: (name: keyof ArchiveCopy) => string, to: (name: keyof ArchiveCopy) => string): string =>
  names.reduce((text, name) => text.replaceAll(`{${from(name)}}`, `{${to(name)}}`), pattern.normalize('NFC'));

/** A pattern as people read and write it: `Lưu: {đơn vị}[, {người soạn}]`. */
export const patternInVietnamese = (pattern: string): string => renamed(pattern, (name) => name, (name) => called[name]);

/** A pattern as it is stored: `Lưu: {units}[, {drafter}]`. */
export const patternAsStored = (pattern: string): string => renamed(pattern, (name) => called[name], (name) => name);

/**
 * The last Nơi nhận line without its dash and full stop: `Lưu: VT, KGVX, Nam (7)`. In the pattern `{units}`, `{drafter}`,
 * `{copies}` stand for the letter's data; a part in square brackets, which may hold others, is left out when a name
 * directly inside it has no value (0 copies are none); round brackets left empty go too. Square brackets without a
 * partner stay as they are.
 */
export function archiveLine(archive: ArchiveCopy, pattern: string): string {
  return write(readPattern(pattern), { ...archive, units: archiveUnits(archive.units, pattern) }).replace(/\(\s*\)/g, '').replace(/\s+/g, ' ').trim().replace(/[\s.;,:]+$/, '');
}

/** The office that always keeps a copy (PL I mục II khoản 9 điểm d: «Lưu:», then «VT»). */
const clerks = 'VT';
/** The dash and the word «Lưu» typed before the units; «Lưu trữ» is the name of a unit. */
const typedWord = /^(?:[-–—•+*\s]*lưu(?:\s*[:;.,]|\s+[-–—](?=\s)|(?=\s|$)(?!\s+trữ)))*[-–—•+*\s:;.,]*/iu;

/** Units as typed, without the dash and the «Lưu» before them and the stop behind them. */
export const bareUnits = (typed: string): string => typed.normalize('NFC').replace(typedWord, '').replace(/[\s./;,:]+$/u, '').trim();

const archiveTyped = /^[-–—•+*\s]*lưu\s*[:;]/iu;

/**
 * The line «Lưu: …» typed among the recipients: it is the archive's own line where the archive has nothing but «VT» to
 * say, and is not printed twice where both say the same. Answers the recipients without it, and the archive.
 */
export function withoutTypedArchive<Name extends { name: string; purpose?: string | null | undefined }>(recipients: readonly Name[], archive: ArchiveCopy): { recipients: (Name | null)[]; archive: ArchiveCopy } {
  const plain = (bareUnits(archive.units) === '' || bareUnits(archive.units) === clerks) && archive.drafter === null && !archive.copies;
  const typed = recipients.findLast(({ name, purpose }) => archiveTyped.test(name.normalize('NFC')) && !purpose?.trim());
  if (typed === undefined) return { recipients: [...recipients], archive };
  const units = bareUnits(typed.name);
  const same = plain || units === bareUnits(archive.units) || units === clerks;
  return { recipients: recipients.map((one) => (one === typed && same ? null : one)), archive: plain && units !== '' ? { ...archive, units } : archive };
}

/**
 * The units as they go into the line: without the dash, the «Lưu» and the full stop that were typed with them, which the
 * page sets itself, and «VT» where none were typed. A pattern that says «VT» itself is not told it twice.
 */
export function archiveUnits(typed: string, pattern: string): string {
  const bare = bareUnits(typed);
  if (/(?<![\p{L}\p{N}])VT(?![\p{L}\p{N}])/u.test(patternAsStored(pattern).replace(/\{\w+\}/g, ''))) return bare.replace(/^VT(?:[\s,;]+|$)/u, '');
  return bare === '' ? clerks : bare;
}

/** What keeps a pattern from working, as a sentence: a name nobody knows, a bracket without its partner; null when it works. */
export function archivePatternProblem(written: string): string | null {
  const pattern = patternAsStored(written);
  const known = names.map((name) => `{${name}}`);
  let open = 0;
  for (const token of pattern.match(/\{[^{}[\]]*\}?|[}[\]]/g) ?? []) {
    if (token === '[') open += 1;
    else if (token === ']') {
      if (open === 0) return 'Mẫu dòng Lưu có dấu «]» mà trước đó không có «[».';
      open -= 1;
    } else if (token === '}') return 'Mẫu dòng Lưu có dấu «}» mà trước đó không có «{».';
    else if (!token.endsWith('}')) return `Mẫu dòng Lưu: «${token.trim()}» thiếu dấu «}».`;
    else if (!known.includes(token)) return `Mẫu dòng Lưu: «${token}» không phải là chỗ điền; chỉ có ${known.map(patternInVietnamese).join(', ')}.`;
  }
  return open > 0 ? 'Mẫu dòng Lưu có dấu «[» chưa có «]» đóng lại.' : null;
}

function valueOf(archive: ArchiveCopy, name: keyof ArchiveCopy): string {
  const value = archive[name];
  return value === null || value === 0 ? '' : String(value).trim();
}

function write(parts: readonly Part[], archive: ArchiveCopy): string {
  return parts
    .map((part) => {
      if (typeof part === 'string') return part;
      if ('name' in part) return valueOf(archive, part.name);
      const complete = part.optional.every((inner) => typeof inner === 'string' || !('name' in inner) || valueOf(archive, inner.name) !== '');
      return complete ? write(part.optional, archive) : '';
    })
    .join('');
}

function readPattern(written: string): Part[] {
  const pattern = patternAsStored(written);
  const open: Part[][] = [[]];
  const put = (part: Part): void => void open.at(-1)?.push(part);
  for (const token of pattern.split(/(\{\w+\}|[[\]])/).filter((piece) => piece !== '')) {
    const name = names.find((known) => token === `{${known}}`);
    if (name) put({ name });
    else if (token === '[') open.push([]);
    else if (token === ']' && open.length > 1) put({ optional: open.pop() ?? [] });
    else put(token);
  }
  while (open.length > 1) {
    const unclosed = open.pop() ?? [];
    put('[');
    unclosed.forEach(put);
  }
  return open[0] ?? [];
}
