import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { Agency } from '../../../shared/contract/agencies.ts';
import { BookKind, Year } from '../../../shared/contract/books.ts';
import { Letter } from '../../../shared/contract/letter-schema.ts';
import type { StoredFile } from '../../../shared/contract/outgoing.ts';
import { Settings } from '../../../shared/contract/settings.ts';
import { seriesOf } from '../../../shared/domain/numbering.ts';
import { Refusal } from '../../../shared/domain/refusal.ts';
import { type EngineParts, actNow } from '../engine-parts.ts';
import { insertAgencies } from '../storage/agency-repository.ts';
import { startBook } from '../storage/book-repository.ts';
import { findOutgoing, hasLines, insertDraft, setStatus } from '../storage/outgoing-repository.ts';
import { readSettings, writeSettings } from '../storage/settings-repository.ts';
import { implementer } from './implementer.ts';
import { discardUnkept, issueInside, settleFiles } from './issue-letter.ts';

const DemonstrationOffice = Settings.omit({ office: true, folderId: true }).extend({
  office: Settings.shape.office.unwrap(),
  books: z.array(z.object({ kind: BookKind, series: z.string(), year: Year, next: z.int() })),
});
const DemonstrationAgencies = z.array(Agency.omit({ id: true }));
const DemonstrationLetters = z.array(
  z.object({ state: z.enum(['issued', 'draft', 'cancelled']), issuedDate: z.string().nullable(), cancelReason: z.string().optional(), letter: Letter }),
);

/** The demonstration office as shipped beside the program. */
async function readDemonstration(folder: URL) {
  const read = async <Schema extends z.ZodType>(name: string, schema: Schema): Promise<z.infer<Schema>> => schema.parse(JSON.parse(await readFile(new URL(name, folder), 'utf8')));
  return { office: await read('office.json', DemonstrationOffice), agencies: await read('agencies.json', DemonstrationAgencies), letters: await read('letters.json', DemonstrationLetters) };
}

/** Everything in one transaction: a demonstration that was cut short leaves an empty office. */
export const load = implementer.demo.load.handler(async ({ context }) => {
  const { office, agencies, letters } = await readDemonstration(new URL('demonstration/', context.resources));
  return context.inTurn(async () => {
    const stored: StoredFile[] = [];
    try {
      const answer = await context.write(async (held) => {
        await refuseUsedFolder(held);
        const { books, ...settings } = office;
        await writeSettings(held.database, settings);
        await insertAgencies(held.database, agencies);
        for (const { next, ...key } of books) await startBook(held.database, key, next, `${key.year}-01-01T08:00:00`);
        for (const each of letters) await enterLetter(held, each, settings, (files) => stored.push(...files));
        return { office: settings.office.name, outgoing: letters.length, agencies: agencies.length };
      });
      settleFiles(context, stored);
      return answer;
    } catch (error) {
      await discardUnkept(context, stored, error);
      throw error;
    }
  });
});

async function enterLetter(held: EngineParts, { state, issuedDate, cancelReason, letter }: z.infer<typeof DemonstrationLetters>[number], settings: Pick<Settings, 'series' | 'clerk'>, onStored: (files: StoredFile[]) => void): Promise<void> {
  // a draft has no date yet: it was written today
  const dated = issuedDate === null ? held : { ...held, clock: () => new Date(`${issuedDate}T09:00:00`) };
  const act = actNow(dated, settings);
  const id = await insertDraft(held.database, letter, seriesOf(letter.typeName, settings.series), act);
  if (state === 'draft') return;
  await issueInside(dated, { id, issuedDate }, onStored);
  const line = await findOutgoing(held.database, id);
  if (state === 'cancelled' && line) await setStatus(held.database, line, 'cancelled', { ...act, act: 'cancel', reason: cancelReason ?? null });
}

async function refuseUsedFolder({ database }: EngineParts): Promise<void> {
  const { office } = await readSettings(database);
  if (office !== null || (await hasLines(database))) throw new Refusal('DATA_NOT_EMPTY', 'Thư mục dữ liệu đã có tên cơ quan hoặc sổ; văn phòng mẫu chỉ nạp vào thư mục còn trống. Chọn thư mục khác để xem thử.');
}
