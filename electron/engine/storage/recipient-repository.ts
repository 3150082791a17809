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

/** Adds recipients behind those a dispatch has. Answers them. Inside a transaction. */
export async function addRecipients(database: Kysely<Database>, outgoingId: number, rows: readonly Pick<RecipientLine, 'role' | 'line' | 'agencyId' | 'name'>[]): Promise<RecipientLine[]> {
  const last = await database.selectFrom('recipient').select((of) => of.fn.max('ordinal').as('last')).where('outgoingId', '=', outgoingId).executeTakeFirst();
  const added: RecipientLine[] = [];
  for (const [index, row] of rows.entries()) added.push(await database.insertInto('recipient').values({ outgoingId, ordinal: (last?.last ?? 0) + 1 + index, ...row }).returningAll().executeTakeFirstOrThrow());
  return added;
}

/** Writes columns of one recipient. */
export async function changeRecipient(database: Kysely<Database>, id: number, columns: Partial<Pick<RecipientLine, MarkedColumn>>): Promise<void> {
  if (Object.keys(columns).length > 0) await database.updateTable('recipient').set(columns).where('id', '=', id).execute();
}
