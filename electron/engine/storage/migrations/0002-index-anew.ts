import type BetterSqlite3 from 'better-sqlite3';
import { codeOf } from '../../../../shared/domain/numbering.ts';
import { initialsOf } from '../../../../shared/domain/name-initials.ts';
import { indexRow } from '../index-row.ts';

interface Line {
  sortKey: number;
  status: string;
  year: number;
  codeNumber: number | null;
  codeNotation: string;
  typeName: string;
  subject: string;
  addressees: string;
  recipients: string;
  signerName: string | null;
  signerPosition: string | null;
  archiveUnits: string;
}

/** The words of every outgoing line, and the values typed so far: folding is the program's own work. */
export function indexAnew(database: BetterSqlite3.Database): void {
  const insert = database.prepare('INSERT INTO outgoingIndex (rowid, organ, code, subject, people, rest, toned) VALUES (?, ?, ?, ?, ?, ?, ?)');
  const used = database.prepare("INSERT INTO usedValue (field, value, amount, lastAt) VALUES (?, ?, 1, '') ON CONFLICT DO UPDATE SET amount = amount + 1");
  const lines = database.prepare("SELECT sortKey, status, year, codeNumber, codeNotation, typeName, subject, addressees, recipients, signerName, json_extract(content, '$.signer.position') AS signerPosition, archiveUnits FROM outgoing").all() as Line[];
  for (const line of lines) {
    const code = line.codeNumber === null ? line.codeNotation : codeOf(line.codeNumber, line.codeNotation);
    insert.run(
      line.sortKey,
      ...indexRow({ organ: [line.addressees, ...line.addressees.split('; ').map(initialsOf)], code: [code, code.replace(/^0+/, '')], subject: [line.subject], people: [line.signerName, line.signerPosition, line.recipients], rest: [line.typeName, line.archiveUnits] }, line.status, line.year),
    );
    if (line.signerName && line.codeNumber !== null) used.run('signer', line.signerName);
    if (line.codeNotation && line.codeNumber !== null) used.run('codeNotation', line.codeNotation);
  }
}
