import type { ChangedLine, IncomingChange } from '../../../shared/contract/incoming.ts';
import { shortDate } from '../../../shared/domain/dates.ts';
import { numberWithSuffix } from '../../../shared/domain/numbering.ts';
import { formatVietnameseNumber } from '../../../shared/domain/vietnamese-number.ts';
import { refuseProblems } from '../refusal-to-error.ts';
import type { IncomingLine } from '../storage/incoming-repository.ts';
import type { LineChange } from '../storage/register-acts.ts';

/** Most lines that are told one by one: a dialog shows no more. */
const mostTold = 200;

/** «To whom it already names» and «to this one» at once is no order that anybody can carry out. */
export function refuseOtherReceivers({ toPlaces, handedTo }: IncomingChange): void {
  if (toPlaces === undefined && handedTo === undefined) return;
  const message = 'Chuyển mỗi văn bản cho đơn vị đã ghi thì không đổi đơn vị, người nhận; bỏ toWritten để chuyển tất cả cho một nơi.';
  throw refuseProblems([{ field: toPlaces === undefined ? 'set.handedTo' : 'set.toPlaces', message }]);
}

/** Why a line takes no part in a change, as a sentence goes on; null where it does. */
export function whyKept(line: IncomingLine, toWritten: boolean): string | null {
  if (line.status === 'cancelled') return 'đã hủy';
  if (line.status === 'recalled') return 'đã thu hồi';
  if (!toWritten) return null;
  if (line.handling === 'done') return 'đã giải quyết';
  if (line.handling === 'handed') return line.handedDate ? `đã chuyển ngày ${shortDate(line.handedDate)}` : 'đã chuyển';
  return line.toPlaces.trim() === '' && !line.handedTo ? 'chưa ghi đơn vị hoặc người nhận' : null;
}

/** What is said beside the counts: which lines stay, and why. */
export function keptNotices(lines: readonly IncomingLine[], toWritten: boolean): string[] {
  const n = formatVietnameseNumber;
  const settled = lines.filter(({ status }) => status !== 'registered').length;
  const unnamed = lines.filter((line) => whyKept(line, toWritten) === 'chưa ghi đơn vị hoặc người nhận').length;
  return [
    ...(settled > 0 ? [`${n(settled)} dòng đã hủy hoặc đã thu hồi giữ nguyên.`] : []),
    ...(unnamed > 0 ? [`${n(unnamed)} dòng chưa ghi đơn vị hoặc người nhận nên không chuyển.`] : []),
  ];
}

/** What becomes of each line, in the order in which they were given. */
export function changedLines(ids: readonly number[], lines: readonly IncomingLine[], changed: readonly LineChange[], toWritten: boolean): ChangedLine[] {
  const byId = new Map(lines.map((line) => [line.id, line]));
  const changesOf = new Map(changed.map(({ id, changes }) => [id, changes]));
  return [...new Set(ids)].slice(0, mostTold).flatMap((id): ChangedLine[] => {
    const line = byId.get(id);
    if (!line) return [];
    const { arrivalNumber, numberSuffix, organName, code, subject } = line;
    const changes = changesOf.get(id) ?? {};
    const placed = changes.toPlaces?.[1];
    const toPlaces = typeof placed === 'string' ? placed : line.toPlaces;
    const kept = whyKept(line, toWritten) ?? (changesOf.has(id) ? null : 'đã đúng như vậy');
    return [{ id, number: numberWithSuffix(arrivalNumber, numberSuffix), organName, code, subject, toPlaces, changes, kept }];
  });
}
