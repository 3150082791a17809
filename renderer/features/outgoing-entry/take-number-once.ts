import { yearOf } from '../../../shared/domain/dates.ts';
import { oneLine } from '../../../shared/domain/vietnamese-text.ts';
import type { SaveTry } from '../../components/entry/form-shelf.ts';
import type { Engine } from '../../lib/engine.ts';
import { wasAnswered } from '../../lib/refusal-sentence.ts';
import type { ReadOutgoing } from './read-outgoing.ts';

/** The number the book gave. */
export interface NumberTaken {
  id: number;
  code: string;
  notices: readonly string[];
}

/** How many newest lines are looked through for one whose answer was lost. */
const lookedThrough = 100;

/**
 * Enters a document made elsewhere once. When a try before has lost its answer (`tried`), its line is looked for first,
 * and only sent again when it is not in the book.
 */
export async function takeNumberOnce(
  outgoing: Pick<Engine['outgoing'], 'register' | 'list'>,
  { given, codeNumber }: Pick<ReadOutgoing, 'given' | 'codeNumber'>,
  extra: { files: readonly File[]; backdateReason: string },
  tried: SaveTry | null,
  remember: (tried: SaveTry | null) => void,
): Promise<NumberTaken> {
  const year = yearOf(given.issuedDate);
  if (tried !== null && tried.year === year) {
    const { rows } = await outgoing.list({ year, limit: lookedThrough });
    const lost = rows.find(
      (row) =>
        row.origin === 'elsewhere' || row.id === given.reserved
          ? row.status === 'issued' && (row.codeNumber ?? 0) >= tried.from && row.codeNotation === given.codeNotation && row.issuedDate === given.issuedDate && oneLine(row.subject) === oneLine(given.subject).normalize('NFC')
          : false,
    );
    if (lost) return { id: lost.id, code: lost.code ?? '', notices: ['Văn bản này đã lấy số ở lần bấm trước, chỉ câu trả lời là chưa về tới; không lấy thêm số nữa.'] };
  }
  remember(tried?.year === year ? tried : { from: codeNumber ?? 1, year });
  try {
    const { id, code, notices } = await outgoing.register({ ...given, files: extra.files.length > 0 ? [...extra.files] : undefined, backdateReason: extra.backdateReason.trim() || undefined });
    return { id, code, notices };
  } catch (error) {
    if (wasAnswered(error)) remember(null);
    throw error;
  }
}
