import { type Kysely, type Selectable, sql } from 'kysely';
import type { RecipientRow } from '../../../shared/contract/recipients.ts';
import type { RecipientTable } from './schema-owed.ts';
import type { Database } from './schema.ts';

export type RecipientLine = Selectable<RecipientTable>;

/** What can be written on a recipient once it is there. */
export const markedColumns = ['how', 'sentDate', 'copies', 'receipt', 'acknowledgedDate', 'acknowledgedBy', 'returnedDate', 'returnReason', 'note'] as const;
export type MarkedColumn = (typeof markedColumns)[number];

export const asRecipientRow = ({ ordinal: _, outgoingId, ...row }: RecipientLine): RecipientRow => ({ ...row, dispatch: outgoingId });

/** Everyone a dispatch goes to, in the order of its lines. */
export const recipientsOf = (database: Kysely<Database>, dispatch: number): Promise<RecipientLine[]> => database.selectFrom('recipient').selectAll().where('outgoingId', '=', dispatch).orderBy('ordinal').execute();

/** The recipients of these ids that there are. */
export async function findRecipients(database: Kysely<Database>, ids: readonly number[]): Promise<RecipientLine[]> {
  const { rows } = await sql<RecipientLine>`SELECT recipient.* FROM json_each(${JSON.stringify(ids)}) AS wanted CROSS JOIN recipient ON recipient.id = wanted.value ORDER BY wanted.key`.execute(database);
  return rows;
}

/** What was sent on these days, by day, then dispatch. */
export async function recipientsSent(database: Kysely<Database>, { from, to, how }: { from: string; to: string; how?: RecipientRow['how'] | undefined }): Promise<RecipientLine[]> {
  let wanted = database.selectFrom('recipient').selectAll().where('sentDate', '>=', from).where('sentDate', '<=', to);
  if (how) wanted = wanted.where('how', '=', how);
  return wanted.orderBy('sentDate').orderBy('outgoingId').orderBy('ordinal').execute();
}

/** Of everyone these dispatches go to, when it was sent there. */
export async function sendingDays(database: Kysely<Database>, dispatches: readonly number[]): Promise<Pick<RecipientLine, 'id' | 'outgoingId' | 'sentDate'>[]> {
  const { rows } = await sql<Pick<RecipientLine, 'id' | 'outgoingId' | 'sentDate'>>`
    SELECT recipient.id, outgoingId, sentDate FROM json_each(${JSON.stringify([...new Set(dispatches)])}) AS wanted CROSS JOIN recipient ON recipient.outgoingId = wanted.value`.execute(database);
  return rows;
}

/** A recipient as it comes into a list: one that had been taken out comes back under its id. */
export type NewRecipient = Pick<RecipientLine, 'role' | 'line' | 'agencyId' | 'name'> & { id?: number };

/** Whether a place is in the list already: the same agency, or where the directory knows none the same name. */
export const isListed = (list: readonly Pick<RecipientLine, 'agencyId' | 'name'>[], { agencyId, name }: Pick<RecipientLine, 'agencyId' | 'name'>): boolean => list.some((one) => (agencyId === null ? one.name === name : one.agencyId === agencyId));

/** Adds recipients behind those a dispatch has. Answers them. Inside a transaction. */
export async function addRecipients(database: Kysely<Database>, outgoingId: number, rows: readonly NewRecipient[]): Promise<RecipientLine[]> {
  const last = await database.selectFrom('recipient').select((of) => of.fn.max('ordinal').as('last')).where('outgoingId', '=', outgoingId).executeTakeFirst();
  const added: RecipientLine[] = [];
  for (const [index, row] of rows.entries()) added.push(await database.insertInto('recipient').values({ outgoingId, ordinal: (last?.last ?? 0) + 1 + index, ...row }).returningAll().executeTakeFirstOrThrow());
  return added;
}

/** Writes columns of one recipient. */
export async function changeRecipient(database: Kysely<Database>, id: number, columns: Partial<Pick<RecipientLine, MarkedColumn>>): Promise<void> {
  if (Object.keys(columns).length > 0) await database.updateTable('recipient').set(columns).where('id', '=', id).execute();
}

/** Takes one recipient out of its list; only one nothing was noted on may go. Inside a transaction. */
export async function removeRecipient(database: Kysely<Database>, id: number): Promise<void> {
  await database.deleteFrom('recipient').where('id', '=', id).execute();
}
