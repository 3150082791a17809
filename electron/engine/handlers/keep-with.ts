import type { EngineParts } from '../engine-parts.ts';
import { Refusal } from '../../../shared/domain/refusal.ts';
import { discardUnkept, settleFiles } from './issue-letter.ts';

/** Runs a transaction that links stored files; they settle when it is done, and go again when it fails and nothing else keeps them. */
export async function keepWith<Result>(parts: EngineParts, files: readonly { name: string; sha256: string }[], work: (held: EngineParts) => Promise<Result>): Promise<Result> {
  try {
    const answer = await parts.write((held) => {
      // a twin of this call that failed may have taken the same content away; both hold the lock when they look
      const lost = files.find(({ sha256 }) => !parts.files.has(sha256));
      if (lost) throw new Refusal('BOOK_BUSY', `Tệp «${lost.name}» vừa bị lời gọi khác bỏ đi; làm lại lần nữa.`);
      return work(held);
    });
    settleFiles(parts, files);
    return answer;
  } catch (error) {
    await discardUnkept(parts, files, error);
    throw error;
  }
}
