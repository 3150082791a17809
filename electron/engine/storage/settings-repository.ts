import type { Kysely } from 'kysely';
import { Settings } from '../../../shared/contract/settings.ts';
import { defaultLetterForm } from '../../../shared/letter/office.ts';
import { keptQuery } from './kept-query.ts';
import type { Database } from './schema.ts';

const defaults: Omit<Settings, 'folderId'> = { office: null, letterForm: defaultLetterForm, codeNotation: null, series: [], bookColumns: {}, beforeMeans: 'day-before', clerk: null, backupFolder: null, demonstration: false };

/** The office's settings; a part never set has its default. */
export async function readSettings(database: Kysely<Database>): Promise<Settings> {
  const { rows } = await keptSettings(database, {});
  // every entry asks: as long as the same texts stand there, by whomever written, they are not read again
  const texts = rows.map(({ key, value }) => `${key}\n${value}`).join('\n');
  if (lastRead?.texts !== texts) {
    const kept = Object.fromEntries(rows.map((row) => [row.key, JSON.parse(row.value) as unknown]));
    lastRead = { texts, settings: frozen(Settings.parse({ ...defaults, ...kept })) };
  }
  return lastRead.settings;
}

/** The value and all within it unchangeable: every caller is given the same. */
function frozen<Value>(value: Value): Value {
  if (typeof value === 'object' && value !== null) Object.values(Object.freeze(value)).forEach(frozen);
  return value;
}

const keptSettings = keptQuery((database) => database.selectFrom('setting').select(['key', 'value']));
let lastRead: { texts: string; settings: Settings } | null = null;

/** Sets the given parts and leaves the others. */
export async function writeSettings(database: Kysely<Database>, parts: Partial<Omit<Settings, 'folderId'>>): Promise<void> {
  for (const [key, part] of Object.entries(parts)) {
    if (part === undefined) continue;
    const value = JSON.stringify(part);
    await database.insertInto('setting').values({ key, value }).onConflict((conflict) => conflict.column('key').doUpdateSet({ value })).execute();
  }
}
