import { chmodSync, existsSync, mkdirSync, readFileSync, statSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { runScript } from '../fixtures/command-line.ts';
import { sampleLetter, sampleOffice } from '../fixtures/sample-letters.ts';
import { temporaryFolder } from '../fixtures/temporary-folder.ts';

// every call is a process of its own, some seconds each on a busy machine
vi.setConfig({ testTimeout: 120_000 });

test('--list nêu mọi thủ tục với lược đồ vào và ra', async () => {
  const { exit, stdout, stderr } = await runScript(['--list']);
  expect([exit, stderr]).toEqual([0, '']);
  const listed = JSON.parse(stdout) as { procedure: string; input: { properties?: object }; output: object }[];
  expect(listed.map((each) => each.procedure)).toEqual(
    expect.arrayContaining(['settings.get', 'settings.update', 'books.list', 'books.start', 'outgoing.draft', 'outgoing.update', 'outgoing.issue', 'outgoing.cancel', 'outgoing.get', 'outgoing.list', 'letter.docx', 'appendix.docx', 'appendix.xlsx', 'demo.load']),
  );
  expect(Object.keys(listed.find((each) => each.procedure === 'outgoing.draft')?.input.properties ?? {})).toEqual(expect.arrayContaining(['subject', 'addressees', 'codeNotation', 'signer', 'appendices']));
});

test('--list nói đủ về tệp, phần chọn trong từ điển và kết quả đã đổi dạng; không lược đồ nào để trống', async () => {
  const listed = JSON.parse((await runScript(['--list'])).stdout) as { procedure: string; input: object; output: object }[];
  const at = (value: unknown, ...path: string[]): unknown => path.reduce((part, key) => (part as Record<string, unknown>)[key], value);
  const of = (name: string) => listed.find(({ procedure }) => procedure === name);
  expect(at(of('incoming.register')?.input, 'properties', 'files', 'items')).toEqual({ type: 'object', title: 'file', properties: { $file: { type: 'string' } }, required: ['$file'] });
  expect(at(of('incoming.register')?.input, 'required')).toEqual(['organName', 'subject']);
  expect(at(of('incoming.file')?.output, 'properties', 'base64')).toEqual({ type: 'string' });
  expect(at(of('import.preview')?.input, 'properties', 'mapping', 'propertyNames', 'enum')).toContain('arrivalDate');
  expect(at(of('outgoing.get')?.output, 'properties', 'subject', 'type')).toContain('string');
  const empty: string[] = [];
  const walk = (schema: unknown, path: string): void => {
    if (schema === null || typeof schema !== 'object') return;
    if (Object.keys(schema).length === 0) empty.push(path);
    const { properties = {}, items, anyOf = [] } = schema as { properties?: object; items?: unknown; anyOf?: unknown[] };
    for (const [name, part] of Object.entries(properties)) walk(part, `${path}.${name}`);
    if (items !== undefined) walk(items, `${path}[]`);
    for (const part of anyOf) walk(part, path);
  };
  for (const { procedure, output, input } of listed) {
    walk(output, `${procedure} →`);
    walk(input, procedure);
  }
  // a cell of an old line's history or of a saved view may be anything
  expect(empty.filter((path) => !/changes|content/.test(path))).toEqual([]);
});

test('kịch bản vào sổ văn bản đến với tệp kèm, thêm tệp, lấy tệp ra', async () => {
  const data = join(temporaryFolder(), 'sổ');
  const folder = temporaryFolder();
  writeFileSync(join(folder, 'bản quét.pdf'), '%PDF-1.4 một');
  writeFileSync(join(folder, 'phụ lục.xlsx'), 'PK hai');
  const call = async (procedure: string, input: object, ...more: string[]): Promise<Record<string, unknown>> => {
    const { exit, stdout, stderr } = await runScript([procedure, JSON.stringify(input), '--data', data, ...more]);
    expect([exit, stderr]).toEqual([0, '']);
    return JSON.parse(stdout) as Record<string, unknown>;
  };
  const entry = { organName: 'Sở Tài chính', code: '2953/STC-QLNS', subject: 'mời họp', arrivalDate: '2026-11-20' };
  expect(await call('incoming.register', { ...entry, files: [{ $file: join(folder, 'bản quét.pdf') }] })).toMatchObject({ id: 1, arrivalNumber: 1, duplicates: [] });
  expect(await call('incoming.attach', { id: 1, files: [{ $file: join(folder, 'phụ lục.xlsx') }, { $file: join(folder, 'bản quét.pdf') }] })).toMatchObject({ files: [{ name: 'bản quét.pdf', size: 14 }, { name: 'phụ lục.xlsx', size: 6 }], notices: ['1 tệp đã có sẵn ở dòng này.'] });
  const out = temporaryFolder();
  expect(await call('incoming.file', { id: 1, ordinal: 2 }, '--out', out)).toMatchObject({ name: 'phụ lục.xlsx', size: 6, path: join(out, 'phụ lục.xlsx') });
  expect(readFileSync(join(out, 'phụ lục.xlsx'), 'utf8')).toBe('PK hai');
  const refused = await runScript(['incoming.attach', JSON.stringify({ id: 9, files: [{ $file: join(folder, 'phụ lục.xlsx') }] }), '--data', data]);
  expect([refused.exit, JSON.parse(refused.stderr)]).toMatchObject([1, { error: { code: 'NOT_FOUND', message: 'Không có văn bản đến mã 9.' } }]);
});

test.each([
  [['khong.co', '{}'], 'Không có thủ tục «khong.co»'],
  [['outgoing'], 'Không có thủ tục «outgoing»'],
  [['outgoing.constructor'], 'Không có thủ tục'],
  [[], 'Cách dùng'],
  [['outgoing.list', '{"limit":'], 'không phải JSON'],
  [['outgoing.list', '@/khong/co.json'], 'Không đọc được «/khong/co.json» (ENOENT)'],
  [['outgoing.list', '{}', 'thừa'], 'Thừa «thừa»'],
  [['outgoing.list', '--data'], 'Sau --data cần một đường dẫn'],
  [['outgoing.list', '--xoa-het'], 'Không có tùy chọn «--xoa-het»'],
])('gọi sai %j: thoát 2 với một dòng chỉ dẫn', async (words, sentence) => {
  const data = temporaryFolder();
  const { exit, stdout, stderr } = await runScript(words.includes('--data') ? words : [...words, '--data', data]);
  expect([exit, stdout]).toEqual([2, '']);
  expect(stderr).toContain(sentence);
  expect(stderr.trim().split('\n').length).toBe(1);
});

test('từ chối: thoát 1, lỗi là JSON trên đường lỗi chuẩn', async () => {
  const { exit, stdout, stderr } = await runScript(['outgoing.get', '{"id":7}', '--data', temporaryFolder()]);
  expect([exit, stdout]).toEqual([1, '']);
  expect(JSON.parse(stderr)).toEqual({ error: { code: 'NOT_FOUND', message: 'Không có văn bản đi mã 7.', data: { id: 7 } } });
});

test('đầu vào từ chuỗi, tệp và đầu vào chuẩn; tệp ra thư mục, tên mới, hoặc trong kết quả', async () => {
  const data = join(temporaryFolder(), 'dữ liệu mới');
  const out = temporaryFolder();
  const call = async (words: string[], input?: string): Promise<Record<string, unknown>> => {
    const { exit, stdout, stderr } = await runScript([...words, '--data', data], input);
    expect([exit, stderr]).toEqual([0, '']);
    return JSON.parse(stdout) as Record<string, unknown>;
  };
  await call(['settings.update', JSON.stringify({ office: sampleOffice })]);
  writeFileSync(join(out, 'thư.json'), `\uFEFF${JSON.stringify(sampleLetter())}`);
  const { id } = await call(['outgoing.draft', `@${join(out, 'thư.json')}`]);
  await call(['outgoing.issue', '-'], JSON.stringify({ id }));
  const wanted = JSON.stringify({ id });
  expect(await call(['letter.docx', wanted, '--out', out])).toMatchObject({ name: '01_UBND-VP.docx', path: join(out, '01_UBND-VP.docx') });
  await call(['letter.docx', wanted, `--out=${join(out, 'tên khác.docx')}`]);
  const inline = await call(['letter.docx', wanted]);
  const saved = readFileSync(join(out, '01_UBND-VP.docx'));
  expect(readFileSync(join(out, 'tên khác.docx')).equals(saved)).toBe(true);
  expect(inline.base64).toBe(saved.toString('base64'));
});

test('chỗ lưu không ghi được: một câu, không để lại tệp dở', async () => {
  const data = temporaryFolder();
  await runScript(['settings.update', JSON.stringify({ office: sampleOffice }), '--data', data]);
  await runScript(['outgoing.draft', JSON.stringify(sampleLetter()), '--data', data]);
  const blocked = join(temporaryFolder(), 'tệp');
  writeFileSync(blocked, '');
  const { exit, stderr } = await runScript(['letter.docx', '{"id":1}', '--data', data, '--out', join(blocked, 'x.docx')]);
  expect(exit).toBe(1);
  expect(JSON.parse(stderr)).toMatchObject({ error: { code: 'DISK_UNWRITABLE', message: expect.stringContaining('Không ghi được «x.docx»') as string } });
});

test('--out không đè lên thứ không phải tệp thường, tệp chỉ đọc; theo liên kết; dấu gạch cuối là thư mục', async () => {
  const data = temporaryFolder();
  const folder = temporaryFolder();
  await runScript(['settings.update', JSON.stringify({ office: sampleOffice }), '--data', data]);
  await runScript(['outgoing.draft', JSON.stringify(sampleLetter()), '--data', data]);
  const save = (out: string) => runScript(['letter.docx', '{"id":1}', '--data', data, '--out', out]);
  expect(await save('/dev/null')).toMatchObject({ exit: 1, stderr: expect.stringContaining('không phải là một tệp thường') as string });
  expect(statSync('/dev/null').isFile()).toBe(false);
  writeFileSync(join(folder, 'chỉ đọc.docx'), 'cũ');
  chmodSync(join(folder, 'chỉ đọc.docx'), 0o444);
  expect(await save(join(folder, 'chỉ đọc.docx'))).toMatchObject({ exit: 1, stderr: expect.stringContaining('chỉ được đọc') as string });
  expect(readFileSync(join(folder, 'chỉ đọc.docx'), 'utf8')).toBe('cũ');
  writeFileSync(join(folder, 'thật.docx'), 'cũ');
  symlinkSync(join(folder, 'thật.docx'), join(folder, 'liên kết.docx'));
  expect((await save(join(folder, 'liên kết.docx'))).exit).toBe(0);
  expect(readFileSync(join(folder, 'thật.docx')).subarray(0, 2).toString()).toBe('PK');
  expect(JSON.parse((await save(`${join(folder, 'mới')}/`)).stdout)).toMatchObject({ path: join(folder, 'mới', 'Dự thảo - rà soát trụ sở dôi dư sau sắp xếp.docx') });
});

test('tệp gửi vào phải là tệp thường; JSON lồng quá sâu là gọi sai', async () => {
  const data = temporaryFolder();
  expect(await runScript(['outgoing.draft', '{"subject":{"$file":"/dev/zero"}}', '--data', data])).toMatchObject({ exit: 2, stderr: '«/dev/zero» không phải là một tệp thường.\n' });
  expect(await runScript(['outgoing.draft', '-', '--data', data], `${'['.repeat(200_000)}${']'.repeat(200_000)}`)).toMatchObject({ exit: 2, stdout: '' });
});

test('{"$file"} trỏ vào chỗ lạ: một dòng nói vì sao, không bao giờ là dấu vết của chương trình', async () => {
  const folder = temporaryFolder();
  const data = join(folder, 'data');
  symlinkSync(join(folder, 'vòng b'), join(folder, 'vòng a'));
  symlinkSync(join(folder, 'vòng a'), join(folder, 'vòng b'));
  writeFileSync(join(folder, 'quá lớn.pdf'), '');
  truncateSync(join(folder, 'quá lớn.pdf'), 900 * 2 ** 20);
  writeFileSync(join(folder, 'lớn.pdf'), '');
  truncateSync(join(folder, 'lớn.pdf'), 160 * 2 ** 20);
  const attach = (...paths: string[]): ReturnType<typeof runScript> => runScript(['incoming.attach', '-', '--data', data], JSON.stringify({ id: 1, files: paths.map(($file) => ({ $file })) }));
  for (const [path, said] of [['a\0b', 'ký tự NUL'], ['x/'.repeat(5000), 'quá dài'], [folder, 'không phải là một tệp thường'], [join(folder, 'vòng a'), 'liên kết đi vòng'], [join(folder, 'không có'), 'không có tệp này']] as const) {
    const refused = await attach(path);
    expect([refused.exit, refused.stderr.trim().split('\n').length]).toEqual([2, 1]);
    expect(refused.stderr).toContain(said);
  }
  // looked at before a byte is read
  for (const [paths, said] of [[['quá lớn.pdf'], '900 MB'], [['lớn.pdf', 'lớn.pdf'], 'cộng lại']] as const) {
    const refused = await attach(...paths.map((name) => join(folder, name)));
    expect([refused.exit, JSON.parse(refused.stderr)]).toEqual([1, { error: expect.objectContaining({ code: 'INPUT_INVALID', message: expect.stringContaining(said) as string }) as object }]);
  }
  expect(existsSync(data)).toBe(false);
});

test('thư mục dữ liệu không dùng được: cùng một dạng lỗi', async () => {
  const file = join(temporaryFolder(), 'tệp');
  writeFileSync(file, '');
  const { exit, stderr } = await runScript(['settings.get', '--data', file]);
  expect([exit, JSON.parse(stderr)]).toEqual([1, { error: { code: 'DISK_UNWRITABLE', message: expect.stringContaining('không phải thư mục') as string, data: { path: file } } }]);
});

test('{"$file"} đứng thay cho tệp: nơi không nhận tệp thì từ chối, tệp không có thì nói', async () => {
  const folder = temporaryFolder();
  mkdirSync(join(folder, 'data'));
  writeFileSync(join(folder, 'a.txt'), 'x');
  const given = (path: string): string => JSON.stringify({ ...sampleLetter(), subject: { $file: path } });
  const taken = await runScript(['outgoing.draft', given(join(folder, 'a.txt')), '--data', join(folder, 'data')]);
  expect([taken.exit, (JSON.parse(taken.stderr) as { error: { message: string } }).error.message]).toEqual([1, 'Trích yếu phải là chữ.']);
  const missing = await runScript(['outgoing.draft', given(join(folder, 'b.txt')), '--data', join(folder, 'data2')]);
  expect([missing.exit, existsSync(join(folder, 'data2'))]).toEqual([2, false]);
});
