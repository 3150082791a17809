import { Refusal } from '../../../shared/domain/refusal.ts';
import type { EngineParts } from '../engine-parts.ts';
import { leaveDemonstration } from '../backup/leave-demonstration.ts';
import { startBook } from '../storage/book-repository.ts';
import { hasLines } from '../storage/outgoing-repository.ts';
import { readSettings, writeSettings } from '../storage/settings-repository.ts';
import { watchOf } from './backup.ts';
import { readDemonstration } from './demonstration-files.ts';
import { enterDirectory } from './demonstration-directory.ts';
import { enterReports } from './demonstration-reports.ts';
import { enterSendings } from './demonstration-sendings.ts';
import { doOutgoingAct, enterIncoming, enterLetter, followIncoming } from './demonstration-lines.ts';
import { implementer } from './implementer.ts';
import { discardUnkept, settleFiles } from './issue-letter.ts';

/** Everything in one transaction: a demonstration that was cut short leaves an empty office. */
export const load = implementer.demo.load.handler(async ({ context }) => {
  const { office, agencies, directory, groups, letters, acts, incoming, reports, sendings, files } = await readDemonstration(new URL('demonstration/', context.resources));
  return context.inTurn(async () => {
    const stored: { sha256: string }[] = [];
    try {
      const answer = await context.write(async (transaction) => {
        const held = holding(transaction, (sha256) => stored.push({ sha256 }));
        await refuseUsedFolder(held);
        const { books, ...settings } = office;
        await writeSettings(held.database, { ...settings, demonstration: true });
        const known = await enterDirectory(held, agencies, directory, groups);
        for (const { next, ...key } of books) await startBook(held.database, key, next, `${key.year}-01-01T08:00:00`);
        const lines = new Map<string, number>();
        // numbers in the order of days, whatever the book, as an office gives them: what became of a dispatch later is done
        // once all have theirs
        const steps: { day: string; run: () => Promise<void> }[] = [];
        const ids: number[] = [];
        let day = '';
        for (const each of incoming) {
          // one entered late is entered on the day of the one before it
          day = each.arrivalDate > day ? each.arrivalDate : day;
          const on = day;
          steps.push({ day: on, run: async () => void ids.push(await enterIncoming(held, each, files, on)) });
        }
        for (const each of letters) {
          // drafts have no day yet
          steps.push({
            day: each.issuedDate ?? '9999',
            run: async () => {
              const { id, code } = await enterLetter(held, each, settings, () => undefined);
              if (code !== null) lines.set(code, id);
            },
          });
        }
        for (const act of acts) steps.push({ day: act.on, run: () => doOutgoingAct(held, act, lines) });
        for (const { run } of steps.sort((one, other) => one.day.localeCompare(other.day))) await run();
        await enterSendings(held, sendings, acts, { outgoing: lines, agencies: known });
        const arrived = new Map<string, number>();
        for (const [at, each] of incoming.entries()) {
          await followIncoming(held, ids[at] ?? 0, each, lines);
          arrived.set(each.code, ids[at] ?? 0);
        }
        await enterReports(held, reports, { outgoing: lines, incoming: arrived, agencies: known });
        const drafts = letters.filter(({ state }) => state === 'draft').length;
        return { office: settings.office.name, outgoing: lines.size + drafts, incoming: incoming.length, agencies: agencies.length + directory.closed.length };
      });
      settleFiles(context, stored);
      return answer;
    } catch (error) {
      await discardUnkept(context, stored, error);
      throw error;
    }
  });
});

export const leave = implementer.demo.leave.handler(({ input, context }) => context.jobs.run(input?.job, (job) => leaveDemonstration(context, watchOf(job))));

/** The parts whose files wait until the whole transaction is done; `onStored` hears of each. */
function holding(parts: EngineParts, onStored: (sha256: string) => void): EngineParts {
  const put = (bytes: Uint8Array): string => {
    const sha256 = parts.files.put(bytes);
    onStored(sha256);
    return sha256;
  };
  const held: EngineParts = { ...parts, write: (work) => work(held), files: { ...parts.files, put, settle: () => undefined } };
  return held;
}

async function refuseUsedFolder({ database }: EngineParts): Promise<void> {
  const { office } = await readSettings(database);
  if (office !== null || (await hasLines(database))) throw new Refusal('DATA_NOT_EMPTY', 'Thư mục dữ liệu đã có tên cơ quan hoặc sổ; văn phòng mẫu chỉ nạp vào thư mục còn trống. Chọn thư mục khác để xem thử.');
}
