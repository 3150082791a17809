import { formatVietnameseNumber } from '../../../shared/domain/vietnamese-number.ts';
import type { EngineParts } from '../engine-parts.ts';
import { countOutstanding, isEnded } from '../storage/owed-scope.ts';
import type { LineChange } from '../storage/register-acts.ts';

/**
 * What changes of outgoing lines mean for the reports still owed for them: nobody owes anything for a dispatch that is
 * cancelled, recalled or replaced, and everything again once it is back in force. Nothing where nothing is owed.
 */
export async function lapseNotices({ database }: Pick<EngineParts, 'database'>, changes: readonly LineChange[]): Promise<string[]> {
  const turned = changes.filter(({ changes: { status } }) => status !== undefined && isEnded(status[0]) !== isEnded(status[1]));
  const said = async (lines: readonly LineChange[], sentence: (reports: string) => string): Promise<string[]> => {
    const { reports, dispatches } = await countOutstanding(database, lines.map(({ id }) => id));
    if (reports === 0) return [];
    return [sentence(`${formatVietnameseNumber(reports)} báo cáo còn phải nộp của ${changes.length === 1 ? 'văn bản này' : `${formatVietnameseNumber(dispatches)} văn bản`}`)];
  };
  const ends = ({ changes: { status } }: LineChange): boolean => isEnded(status?.[1]);
  return [...(await said(turned.filter(ends), (reports) => `${reports} thôi theo dõi.`)), ...(await said(turned.filter((line) => !ends(line)), (reports) => `${reports} lại được theo dõi.`))];
}
