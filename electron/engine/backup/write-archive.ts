import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { privateFile } from '../files/make-folder.ts';
import { open } from 'node:fs/promises';
import { Readable, Transform, type TransformCallback } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { ZipFile } from 'yazl';
import { commentOf, digestLength, type Manifest, manifestEntry, type Summary, uncoveredBytes } from './archive-manifest.ts';
import type { Watch } from './watch.ts';

export interface ArchiveSource {
  name: string;
  path: string;
  size: number;
  /** Kept files are Word, Excel, PDF and pictures: packed already. */
  compress: boolean;
}

type Entry = Manifest['entries'][number];

/**
 * Writes a new zip (zip64 where it must be) of the sources and of the list that `list` makes of them once they have been
 * read, and makes it durable. Throws the file system's own error; the caller takes the unfinished file away.
 */
export async function writeArchive(path: string, sources: readonly ArchiveSource[], summary: Summary, list: (entries: Entry[]) => Manifest, watch: Watch): Promise<void> {
  const zip = new ZipFile();
  const entries: Entry[] = [];
  const total = sources.reduce((sum, { size }) => sum + size, 0);
  let done = 0;
  const onBytes = (bytes: number): void => watch('Gói tệp', (done += bytes), total);
  for (const { name, path: source, size, compress } of sources) {
    zip.addReadStreamLazy(name, { compress, ...(compress ? { compressionLevel: 3 } : { size }) }, (give) => {
      const hashing = hashedThrough(onBytes, (hashed) => entries.push({ name, ...hashed }));
      // yazl hears nothing of a stream that fails: without this word it would wait for ever
      pipeline(createReadStream(source), hashing).catch((error: unknown) => zip.emit('error', error));
      give(null, hashing);
    });
  }
  // asked for last, when every other entry has been read
  zip.addReadStreamLazy(manifestEntry, { compress: true }, (give) => give(null, Readable.from([Buffer.from(JSON.stringify(list(entries)))])));
  const output = zip.outputStream as Readable;
  zip.on('error', (error: Error) => output.destroy(error));
  zip.end({ comment: commentOf(summary), forceZip64Format: false });
  const digesting = new DigestAllButEnd();
  await pipeline(output, digesting, createWriteStream(path, { flags: 'wx', flush: true, mode: privateFile }));
  await writeDigest(path, digesting.digest());
}

function hashedThrough(onBytes: (bytes: number) => void, onEnd: (hashed: { size: number; sha256: string }) => void): Transform {
  const hash = createHash('sha256');
  let size = 0;
  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      try {
        onBytes(chunk.length);
      } catch (error) {
        return done(error as Error);
      }
      hash.update(chunk);
      size += chunk.length;
      done(null, chunk);
    },
    flush(done) {
      onEnd({ size, sha256: hash.digest('hex') });
      done();
    },
  });
}

/** Lets bytes through and digests all of them but the last ones, where the digest is to stand. */
class DigestAllButEnd extends Transform {
  readonly #hash = createHash('sha256');
  #held: Buffer = Buffer.alloc(0);
  override _transform(chunk: Buffer, _encoding: BufferEncoding, done: TransformCallback): void {
    const all = Buffer.concat([this.#held, chunk]);
    const covered = Math.max(0, all.length - uncoveredBytes);
    this.#hash.update(all.subarray(0, covered));
    this.#held = all.subarray(covered);
    done(null, chunk);
  }
  digest(): string {
    return this.#hash.digest('hex');
  }
}

async function writeDigest(path: string, digest: string): Promise<void> {
  const file = await open(path, 'r+');
  try {
    const { size } = await file.stat();
    await file.write(Buffer.from(digest, 'latin1'), 0, digestLength, size - uncoveredBytes);
    await file.sync();
  } finally {
    await file.close();
  }
}
