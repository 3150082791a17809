import { createHash } from 'node:crypto';
import { closeSync, existsSync, openSync, readSync } from 'node:fs';
import { formatVietnameseNumber } from '../../../shared/domain/vietnamese-number.ts';
import { keptFilesIn } from '../backup/kept-files.ts';
import type { Watch } from '../backup/watch.ts';
import type { PlainBook } from '../storage/plain-book.ts';
import type { FindingList } from './finding-list.ts';
import { type BookKind, lineName, type NamedLine, namingColumns } from './line-names.ts';

/** A file this young may still wait for its line, ms. */
const youngMs = 60 * 60_000;
const stepBytes = 1024 * 1024;

/** Reads every linked file again and compares it with its SHA-256; then looks for files no line links. */
export function checkFiles(book: PlainBook, filesFolder: string, list: FindingList, watch: Watch): { files: number; bytes: number } {
  const kept = new Map(keptFilesIn(filesFolder).map((file) => [file.sha256, file]));
  const sound = new Map<string, 'whole' | 'gone' | 'changed'>();
  const buffer = Buffer.alloc(stepBytes);
  let bytes = 0;
  for (const kind of ['outgoing', 'incoming'] as const) {
    for (const link of book.each<NamedLine & { name: string; sha256: string }>(`SELECT link.name, link.sha256, line.* FROM ${kind}File AS link JOIN (SELECT ${namingColumns[kind]} FROM ${kind}) AS line ON line.id = link.${kind}Id`)) {
      const file = kept.get(link.sha256);
      const state = sound.get(link.sha256) ?? (file ? (isSound(file.path, link.sha256, buffer) ? 'whole' : 'changed') : 'gone');
      if (!sound.has(link.sha256)) {
        bytes += file?.size ?? 0;
        watch('Đọc lại tệp', sound.size, kept.size);
      }
      sound.set(link.sha256, state);
      if (state !== 'whole') tell(list, kind, link, state);
    }
  }
  noteOrphans([...kept.values()].filter(({ sha256, since }) => !sound.has(sha256) && Date.now() - since > youngMs), book, list);
  noteMissingLetters(book, list);
  return { files: sound.size, bytes };
}

function tell(list: FindingList, kind: BookKind, link: NamedLine & { name: string; sha256: string }, state: 'gone' | 'changed'): void {
  const [rule, what] = state === 'gone' ? (['file-missing', 'không còn trong thư mục dữ liệu'] as const) : (['file-changed', 'đã bị thay đổi từ bên ngoài'] as const);
  list.add({ rule, severity: 'error', message: `${lineName(kind, link)}: tệp «${link.name}» ${what}. Khôi phục từ bản sao lưu có tệp ấy; sổ không mất gì khác.`, where: { kind, id: link.id, sha256: link.sha256 } });
}

function noteOrphans(orphans: { size: number; sha256: string }[], book: PlainBook, list: FindingList): void {
  const [first] = orphans;
  if (!first) return;
  const restored = book.value<number>("SELECT count(*) FROM setting WHERE key = 'restores'") > 0;
  const size = formatVietnameseNumber(Math.ceil(orphans.reduce((sum, file) => sum + file.size, 0) / 1024));
  const why = restored ? ' Sổ đã từng được khôi phục: tệp của các dòng sau bản sao lưu vẫn được giữ.' : '';
  list.add({ rule: 'file-orphan', severity: 'info', message: `${formatVietnameseNumber(orphans.length)} tệp trong kho (${size} KB) không thuộc dòng nào; không hại gì.${why}`, where: { kind: 'file', sha256: first.sha256 } });
}

/** A letter of this program that has its number keeps the document it was issued as. */
function noteMissingLetters(book: PlainBook, list: FindingList): void {
  for (const line of book.each<NamedLine>(`SELECT ${namingColumns.outgoing} FROM outgoing WHERE origin = 'letter' AND codeNumber IS NOT NULL AND NOT EXISTS (SELECT 1 FROM outgoingFile WHERE outgoingId = outgoing.id AND role = 'letter')`)) {
    list.add({ rule: 'file-missing', severity: 'error', message: `${lineName('outgoing', line)} đã cấp số mà không nối với tệp Word nào.`, where: { kind: 'outgoing', id: line.id } });
  }
}

/** Whether a file is what its name says; looked at a second time before it is called changed. */
function isSound(path: string, sha256: string, buffer: Buffer): boolean {
  for (let look = 1; ; look += 1) {
    try {
      if (digestOf(path, buffer) === sha256) return true;
      if (look === 2) return false;
    } catch (error) {
      if (look === 2) throw error;
    }
  }
}

/** The SHA-256 of a file's bytes; null when it cannot be read. */
function digestOf(path: string, buffer: Buffer): string | null {
  // settled or taken away since the folder was listed
  if (!existsSync(path)) return null;
  const file = openSync(path, 'r');
  try {
    const hash = createHash('sha256');
    for (let read = readSync(file, buffer); read > 0; read = readSync(file, buffer)) hash.update(buffer.subarray(0, read));
    return hash.digest('hex');
  } finally {
    closeSync(file);
  }
}
