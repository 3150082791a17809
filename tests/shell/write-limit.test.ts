import { execFile } from 'node:child_process';
import { readdirSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { databaseFileName } from '../../electron/engine/storage/open-database.ts';
import { runScript } from '../fixtures/command-line.ts';
import { auditRegister } from '../fixtures/register-audit.ts';
import { sampleLetter, sampleOffice } from '../fixtures/sample-letters.ts';
import { temporaryFolder } from '../fixtures/temporary-folder.ts';

const program = fileURLToPath(new URL('../../electron/cli.ts', import.meta.url));

interface Answer {
  exit: number | string | null | undefined;
  stdout: string;
  stderr: string;
}

/** The command line under a shell whose files may not grow past a size: writing on fails with EFBIG, as a full disk does with ENOSPC. */
const runLimited = (kilobytes: number, words: string[], input: object): Promise<Answer> =>
  new Promise((resolve) => {
    // SIGXFSZ ends a program that does not ignore it; the shell passes on that it is ignored
    const script = `trap '' XFSZ; ulimit -f ${kilobytes}; exec "$@"`;
    const child = execFile('bash', ['-c', script, 'bash', process.execPath, program, ...words], (error, stdout, stderr) => resolve({ exit: error ? error.code : 0, stdout, stderr }));
    child.stdin?.end(JSON.stringify(input));
  });

test.skipIf(process.platform === 'win32')('tệp không được lớn thêm: từ chối bằng một câu, không mất gì, có chỗ lại thì làm tiếp', async () => {
  const data = join(temporaryFolder(), 'sổ');
  const call = async (procedure: string, input: object): Promise<{ id: number; codeNumber: number }> => {
    const { exit, stdout, stderr } = await runScript([procedure, '-', '--data', data], JSON.stringify(input));
    expect(exit, stderr).toBe(0);
    return JSON.parse(stdout) as { id: number; codeNumber: number };
  };
  await call('settings.update', { office: sampleOffice });
  const { id } = await call('outgoing.draft', sampleLetter());
  const full = Math.ceil(statSync(join(data, databaseFileName)).size / 1024);

  const long = sampleLetter({ body: 'nội dung dài '.repeat(30_000) });
  const refused = await runLimited(full, ['outgoing.draft', '-', '--data', data], long);
  expect(refused.exit, refused.stderr).toBe(1);
  const { error } = JSON.parse(refused.stderr.trim().split('\n').at(-1) ?? '') as { error: { code: string; message: string } };
  expect(['DISK_FULL', 'DISK_UNWRITABLE']).toContain(error.code);
  expect(error.message).toMatch(/^Ổ đĩa .*\.$/);

  expect(auditRegister(data).faults).toEqual([]);
  expect((await call('outgoing.issue', { id })).codeNumber).toBe(1);
});

test.skipIf(process.platform === 'win32')('tệp lấy ra không ghi hết được: không để lại tệp dở', async () => {
  const data = join(temporaryFolder(), 'sổ');
  const out = join(temporaryFolder(), 'công văn.docx');
  await runScript(['settings.update', '-', '--data', data], JSON.stringify({ office: sampleOffice }));
  // a Word file far above the limit, and the limit far above what opening the book writes
  const body = Array.from({ length: 20_000 }, (_, at) => ((at * 2_654_435_761) % 4_294_967_296).toString(36)).join(' ');
  const drafted = await runScript(['outgoing.draft', '-', '--data', data], JSON.stringify(sampleLetter({ body })));
  const { id } = JSON.parse(drafted.stdout) as { id: number };
  const limited = await runLimited(64, ['letter.docx', '-', '--data', data, '--out', out], { id });
  expect(limited.exit, limited.stderr).toBe(1);
  expect(limited.stderr).toContain('"DISK_FULL"');
  expect(limited.stderr).toContain('Không ghi được «công văn.docx»');
  expect(readdirSync(dirname(out))).toEqual([]);
  expect((await runScript(['letter.docx', '-', '--data', data, '--out', out], JSON.stringify({ id }))).exit).toBe(0);
});
