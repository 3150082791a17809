import { communeCommittee, readCommunes } from '../../../shared/domain/directory/read-communes.ts';
import type { ReadStrangers } from '../strangers/read-strangers.ts';
import { readNamedSheet } from './read-named-sheet.ts';

type Field = 'name' | 'level' | 'ordinal';

const heads: Readonly<Record<Field, readonly string[]>> = {
  name: ['ten xa phuong', 'ten phuong xa', 'ten xa', 'ten phuong', 'ten don vi hanh chinh', 'ten don vi', 'ten dvhc', 'ten co quan', 'xa phuong', 'phuong xa', 'don vi hanh chinh', 'don vi', 'co quan', 'ten', 'xa', 'phuong'],
  level: ['loai', 'cap', 'loai hinh', 'loai don vi'],
  ordinal: ['stt', 'tt', 'so tt'],
};

/** Communes of a list, as lines to look through, and the rows that tell none. */
export interface CommuneLines {
  lines: string[];
  leftOut: { row: number; text: string; problem: string }[];
}

/** Reads a list of communes (xlsx, csv): the unit before the name, in a column «Loại» or in a heading row. A file without a column of names is refused. */
export async function readCommuneSheet(strangers: ReadStrangers, file: File): Promise<CommuneLines> {
  const { columns, rows } = await readNamedSheet(strangers, file, heads, { name: 'Tên xã, phường' });
  // a column that is headed «Xã» or «Phường» says the unit of its names
  const head = columns.find(({ field }) => field === 'name')?.header.trim() ?? '';
  const unit = /^(?:tên )?(xã|phường)$/iu.exec(head)?.[1] ?? '';
  const text = rows.map((row) => `${row.text('level') || unit}\t${row.text('name')}`.replaceAll('"', ' ')).join('\n');
  const found: CommuneLines = { lines: [], leftOut: [] };
  for (const { line, text: written, level, name, problem } of readCommunes(text)) {
    if (name !== null && level !== null) found.lines.push(communeCommittee({ level, name }).replace('Ủy ban nhân dân ', ''));
    else found.leftOut.push({ row: rows[line - 1]?.row ?? line, text: written, problem: problem ?? '' });
  }
  return found;
}
