import type { Statement } from 'better-sqlite3';
import { type CompiledQuery, type Kysely, type QueryResult, sql } from 'kysely';
import type { Database } from './schema.ts';

/** Stands in a query for the value of this name while its text is written. */
class Place {
  readonly name: string;
  constructor(name: string) {
    this.name = name;
  }
}

/**
 * A place as an expression: before a bare ? SQLite may plan the whole statement anew at every call, in case the value
 * asks for another plan. A plus changes no value and keeps the plan that was made once.
 */
const placed = (name: string) => sql`+${new Place(name)}`;

/** What builders and raw texts have in common. */
interface Writable<Row> {
  compile(database: Kysely<Database>): CompiledQuery<Row>;
}

/** Gives a statement ready to be run on one connection. */
export type PrepareStatement = (sql: string) => Statement;

const statements = new WeakMap<Kysely<Database>, PrepareStatement>();

/** From now on kept queries of this database go straight to its connection, until what is answered is called: a transaction that has ended must refuse them as it refuses others. */
export function askAtOnce(database: Kysely<Database>, prepare: PrepareStatement): () => void {
  statements.set(database, prepare);
  return () => void statements.delete(database);
}

/** A text that was written, and the names of the values that were there. */
interface KeptText<Row> {
  names: readonly string[];
  query: CompiledQuery<Row>;
}

/** Whether the values that are there are those of these names. */
function areNamed(values: Readonly<Record<string, unknown>>, names: readonly string[]): boolean {
  let amount = 0;
  for (const name in values) if (values[name] !== undefined) amount += 1;
  return amount === names.length && names.every((name) => values[name] !== undefined);
}

/**
 * A query that every entry asks: its text is written at the first call and kept, and it goes past the query layer where
 * it may (`askAtOnce`), since both take longer than SQLite takes to answer. `write` puts its values where a value of the
 * database can stand and may ask of them only whether they are there: those that are make a text of their own.
 */
export function keptQuery<Values extends object, Row>(write: (database: Kysely<Database>, values: Values) => Writable<Row>): (database: Kysely<Database>, values: Values) => Promise<QueryResult<Row>> {
  const texts: KeptText<Row>[] = [];
  return async (database, given) => {
    const values = given as Readonly<Record<string, unknown>>;
    let text = texts.find(({ names }) => areNamed(values, names));
    if (!text) {
      const names = Object.keys(values).filter((name) => values[name] !== undefined);
      // the types of the values hold the query to its columns; what is written down is only where they go
      text = { names, query: write(database, Object.fromEntries(names.map((name) => [name, placed(name)])) as Values).compile(database) };
      texts.push(text);
    }
    const { query } = text;
    const parameters = query.parameters.map((parameter) => (parameter instanceof Place ? values[parameter.name] : parameter));
    const statement = statements.get(database)?.(query.sql);
    if (!statement) return database.executeQuery({ ...query, parameters });
    if (statement.reader) return { rows: statement.all(parameters) as Row[] };
    const { changes, lastInsertRowid } = statement.run(parameters);
    return { rows: [], numAffectedRows: BigInt(changes), insertId: BigInt(lastInsertRowid) };
  };
}
