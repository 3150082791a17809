import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { XMLValidator } from 'fast-xml-parser';
import { strFromU8, unzipSync } from 'fflate';
import { describe, expect } from 'vitest';
import { runScript } from '../fixtures/command-line.ts';
import { type Seed, testEachSeed } from '../fixtures/seeds.ts';
import { temporaryFolder } from '../fixtures/temporary-folder.ts';
import { wordParagraphs } from '../fixtures/word-paragraphs.ts';

const call = async (data: string, words: string[], input?: unknown): Promise<Record<string, unknown>> => {
  const { exit, stdout, stderr } = await runScript([...words, ...(input === undefined ? [] : ['-']), '--data', data], input === undefined ? '' : JSON.stringify(input));
  if (exit !== 0) throw new Error(stderr);
  return JSON.parse(stdout) as Record<string, unknown>;
};

/** Enters, issues and writes a dispatch by the command line alone, as IT staff would. */
async function issueSeed({ office, letter }: Seed): Promise<{ code: string; issuedDate: string; word: Buffer; sheet: Buffer | null }> {
  const data = join(temporaryFolder(), 'sổ');
  const out = temporaryFolder();
  await call(data, ['settings.update'], { office });
  const year = Number((letter.issuedDate ?? new Date().toISOString()).slice(0, 4));
  await call(data, ['books.start'], { kind: 'outgoing', year, next: letter.codeNumber ?? 7 });
  const { id } = await call(data, ['outgoing.draft'], letter);
  const { code, issuedDate } = (await call(data, ['outgoing.issue'], { id })) as { code: string; issuedDate: string };
  const file = await call(data, ['letter.docx', '--out', out], { id });
  const sheet = letter.appendices.length > 0 ? await call(data, ['appendix.xlsx', '--out', out], { id }) : null;
  return { code, issuedDate, word: readFileSync(String(file.path)), sheet: sheet && readFileSync(String(sheet.path)) };
}

const printedBody = (body: string): string[] =>
  body
    .replace(/\*+/g, '')
    .split('\n')
    .map((line) => line.trim());

describe('văn bản thật qua dòng lệnh', () => {
  testEachSeed('$name', async (seed) => {
    const { code, issuedDate, word, sheet } = await issueSeed(seed);
    expect(code).toBe(`${String(seed.letter.codeNumber ?? 7).padStart(2, '0')}/${seed.letter.codeNotation}`);
    if (seed.letter.issuedDate) expect(issuedDate).toBe(seed.letter.issuedDate);
    const parts = unzipSync(word);
    for (const [name, bytes] of Object.entries(parts)) {
      if (/\.(xml|rels)$/.test(name)) expect([name, XMLValidator.validate(strFromU8(bytes))]).toEqual([name, true]);
    }
    const paragraphs = wordParagraphs(word);
    expect(paragraphs).toContain(`Số: ${code}`);
    expect(paragraphs).toContain(`V/v ${seed.letter.subject}`);
    const body = printedBody(seed.letter.body);
    const places = body.map((text) => paragraphs.flatMap((printed, index) => (printed === text ? [index] : [])));
    expect(places.map((found) => found.length)).toEqual(body.map(() => 1));
    expect(places.flat()).toEqual(places.flat().sort((one, other) => one - other));
    expect(paragraphs.join('\n').split('./.').length).toBe(2);
    for (const { name, purpose } of seed.letter.recipients) expect(paragraphs).toContain(`- ${name}${purpose ? ` (${purpose})` : ''};`);
    expect(paragraphs.slice(-60)).toEqual(expect.arrayContaining([seed.letter.signer.position, seed.letter.signer.fullName]));
    if (!sheet) return;
    expect(paragraphs).toContain(`(Kèm theo Công văn số ${code} ngày 14 tháng 8 năm 2020 của Ủy ban nhân dân tỉnh Hải Dương)`);
    expect(paragraphs).toEqual(expect.arrayContaining(['70.635', '285.228']));
    expect(strFromU8(unzipSync(sheet)['xl/worksheets/sheet1.xml'] ?? new Uint8Array())).toMatch(/<f>SUM\([A-Z]\d+:[A-Z]\d+\)<\/f><v>285228<\/v>/);
  });
});
