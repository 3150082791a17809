import { z } from 'zod';

/** Entries of an archive: the book, its list, and every kept file under `tep`. */
export const bookEntry = 'so-cong-van.sqlite';
export const manifestEntry = 'ban-ke.json';
export const fileEntry = (sha256: string): string => `tep/${sha256.slice(0, 2)}/${sha256}`;

/** The file a kept entry's name says it is, or null. */
export const fileOfEntry = (name: string): string | null => /^tep\/([0-9a-f]{2})\/(\1[0-9a-f]{62})$/.exec(name)?.[2] ?? null;

/** The newest format of archives this program reads. */
export const knownFormat = 1;

const sha256 = z.string().regex(/^[0-9a-f]{64}$/);

/** What can be told of an archive without reading it: stands as JSON in the zip's comment, at the very end of the file. */
export const Summary = z.object({
  soCongVan: z.literal('sao-luu'),
  format: z.int(),
  at: z.string().regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d$/),
  office: z.string().nullable(),
  folderId: z.string(),
  program: z.string(),
  schema: z.int(),
});
export type Summary = z.infer<typeof Summary>;

export const Manifest = Summary.extend({
  counts: z.record(z.string(), z.int()),
  /** Every entry but the list itself. */
  entries: z.array(z.object({ name: z.string(), size: z.int(), sha256 })),
  /** Files that lines link but that were gone, or no longer the same, before the backup was taken. */
  lost: z.array(sha256),
});
export type Manifest = z.infer<typeof Manifest>;

/** The comment ends with the SHA-256 of every byte before that digest. */
export const digestLength = 64;
const ending = '"}';
/** How many bytes at the end the digest does not cover. */
export const uncoveredBytes = digestLength + ending.length;

/** The comment with room for the digest, in ASCII. */
export function commentOf(summary: Summary): string {
  const text = JSON.stringify({ ...summary, sha256: '0'.repeat(digestLength) });
  return text.replace(/[^ -~]/g, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

/** Longest comment a zip can carry, bytes. */
export const commentMaxBytes = 65_535;

/** The summary and the digest at the end of an archive's last bytes, or null when they do not end as one of ours. */
export function readComment(tail: Buffer): { summary: unknown; digest: string } | null {
  const text = tail.toString('latin1');
  const begin = text.lastIndexOf('{"soCongVan":');
  if (begin < 0) return null;
  try {
    const { sha256: digest, ...summary } = JSON.parse(text.slice(begin)) as { sha256?: unknown };
    return typeof digest === 'string' ? { summary, digest } : null;
  } catch {
    // cut or changed: the caller says so
    return null;
  }
}
