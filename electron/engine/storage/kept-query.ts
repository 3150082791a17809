import type { CompiledQuery, Kysely, QueryResult } from 'kysely';
import type { Database } from './schema.ts';

/** Stands in a query for the value of this name while its text is written. */
class Place {
  readonly name: string;
  constructor(name: string) {
    this.name = name;
  }
}

/** What builders and raw texts have in common. */
interface Writable<Row> {
  compile(database: Kysely<Database>): CompiledQuery<Row>;
}

/**
 * A query that every entry asks: its text is written at the first call and kept, since writing it takes longer than
 * SQLite takes to answer. `write` puts its values where a value of the database can stand and may ask of them only whether
 * they are there: those that are make a text of their own.
 */
export function keptQuery<Values extends object, Row>(write: (database: Kysely<Database>, values: Values) => Writable<Row>): (database: Kysely<Database>, values: Values) => Promise<QueryResult<Row>> {
  const texts = new Map<string, CompiledQuery<Row>>();
  return (database, values) => {
    const names = (Object.keys(values) as (keyof Values & string)[]).filter((name) => values[name] !== undefined);
    const key = names.join(' ');
    let text = texts.get(key);
    if (!text) {
      // the types of the values hold the query to its columns; what is written down is only where they go
      text = write(database, Object.fromEntries(names.map((name) => [name, new Place(name)])) as Values).compile(database);
      texts.set(key, text);
    }
    return database.executeQuery({ ...text, parameters: text.parameters.map((parameter) => (parameter instanceof Place ? values[parameter.name as keyof Values] : parameter)) });
  };
}
