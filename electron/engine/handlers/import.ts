import { instantInWords, localInstant } from '../../../shared/domain/dates.ts';
import { Refusal } from '../../../shared/domain/refusal.ts';
import { actNow } from '../engine-parts.ts';
import { strangersFile } from '../import/open-old-book.ts';
import { problemsTold, tellProblems } from '../import/preview-old-book.ts';
import { findBatch, hasImported, listBatches, presentKeys, removeBatch, workedOn, yearsOfBatch } from '../storage/import-repository.ts';
import { readSettings } from '../storage/settings-repository.ts';
import { enterOldBook } from './enter-old-book.ts';
import { closedAmong, closedToOldLines, refuseClosedYears } from './enter-year.ts';
import { implementer } from './implementer.ts';

export const preview = implementer.import.preview.handler(({ input: { file, job: jobName, ...choice }, context }) =>
  context.jobs.run(jobName, async (job) => {
    await job.step('Đang mở tệp', 0, null);
    const order = { ...(await strangersFile(file)), choice, thisYear: context.clock().getFullYear() };
    const { keys, leftOut, ...told } = await context.strangers('old-book-preview', order, job.step);
    const present = (await hasImported(context.database, choice.book)) ? await presentKeys(context.database, choice.book, keys, (done) => job.step('Đang so với sổ', done, keys.length)) : new Set<string>();
    const closed = keys.length > present.size ? await closedAmong(context.database, choice.book, told.years.map(({ year }) => year)) : [];
    // said before the rows' own problems: nothing comes in while it stands
    const problems = closed.length === 0 ? told.problems : [{ row: Math.max(1, told.headRow), message: closedToOldLines(choice.book, closed), leftOut: false }, ...told.problems];
    return { ...told, problems, amounts: { new: keys.length - present.size, present: present.size, leftOut } };
  }),
);

export const apply = implementer.import.apply.handler(({ input: { file, job: jobName, ...choice }, context }) =>
  context.jobs.run(jobName, async (job) => {
    const { noticed, ...entered } = await enterOldBook(context, file, choice, problemsTold, job);
    return { ...entered, ...tellProblems(noticed.problems, noticed.more) };
  }),
);

export const undo = implementer.import.undo.handler(({ input: { batch, job: jobName }, context }) =>
  context.jobs.run(jobName, async (job) => {
    await job.step('Đang hoàn tác lần nhập', 0, null);
    return context.inTurn(() =>
      context.write(async (held) => {
        const { database } = held;
        const found = await findBatch(database, batch);
        if (!found) throw new Refusal('NOT_FOUND', `Không có lần nhập sổ cũ mã ${batch}.`, { batch });
        if (found.undoneAt !== null) throw new Refusal('NOT_ALLOWED', `Lần nhập «${found.fileName}» đã được hoàn tác lúc ${instantInWords(found.undoneAt)}.`, { batch });
        await refuseClosedYears(held, found.book, await yearsOfBatch(database, found.book, batch), 'take-out');
        const worked = await workedOn(database, found.book, batch);
        if (worked.length > 0) throw stillWorkedOn(found.fileName, worked);
        const removed = await removeBatch(database, found.book, batch, { at: localInstant(held.clock()), who: actNow(held, await readSettings(database)).who });
        return { removed };
      }),
    );
  }),
);

export const list = implementer.import.list.handler(async ({ context }) => ({ rows: await listBatches(context.database) }));

function stillWorkedOn(fileName: string, worked: readonly { number: number; suffix: string; year: number }[]): Refusal {
  const named = worked.slice(0, 5).map(({ number, suffix, year }) => `${number}${suffix}/${year}`).join(', ');
  const more = worked.length > 5 ? ` và ${worked.length >= 1000 ? 'nhiều' : worked.length - 5} dòng khác` : '';
  return new Refusal('NOT_ALLOWED', `Chưa hoàn tác lần nhập «${fileName}»: các dòng số ${named}${more} đã được sửa, gắn tệp hoặc nối với văn bản khác từ đó. Những dòng ấy sẽ mất việc đã làm, nên cả lần nhập được giữ nguyên.`, { lines: worked.slice(0, 100) });
}
