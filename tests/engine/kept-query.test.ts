import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { keptQuery } from '../../electron/engine/storage/kept-query.ts';
import { openDatabase, type OpenDatabase } from '../../electron/engine/storage/open-database.ts';
import { readSettings, writeSettings } from '../../electron/engine/storage/settings-repository.ts';
import { fixedClock } from '../fixtures/test-engine.ts';

let folder: string;
let book: OpenDatabase;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'so-cong-van-cau-hoi-'));
  book = openDatabase(folder, fixedClock());
});

afterEach(async () => {
  await book.close();
  rmSync(folder, { recursive: true, force: true });
});

it('câu hỏi giữ lại: mỗi lần hỏi lấy giá trị của lần ấy; giá trị bỏ trống thì thành câu khác', async () => {
  let written = 0;
  const add = keptQuery((database, value: { key: string; value: string }) => database.insertInto('setting').values(value));
  const find = keptQuery((database, { key, value }: { key: string; value?: string | undefined }) => {
    written += 1;
    return database.selectFrom('setting').select('value').where('key', '=', key).$if(value !== undefined, (query) => query.where('value', '=', value ?? ''));
  });
  await book.write((transaction) => add(transaction, { key: 'a', value: '1' }));
  await book.write((transaction) => add(transaction, { value: '2', key: 'b' }));
  const found = async (values: Parameters<typeof find>[1]) => (await find(book.reader, values)).rows.map(({ value }) => value);
  expect(await found({ key: 'a' })).toEqual(['1']);
  expect(await found({ key: 'b' })).toEqual(['2']);
  expect(await found({ key: 'b', value: undefined })).toEqual(['2']);
  expect(await found({ key: 'b', value: '1' })).toEqual([]);
  expect(await found({ key: 'b', value: '2' })).toEqual(['2']);
  expect(written).toBe(2);
});

it('việc ghi đã xong thì câu hỏi giữ lại không ghi thêm được gì qua nó nữa', async () => {
  const add = keptQuery((database, value: { key: string; value: string }) => database.insertInto('setting').values(value));
  const ended = await book.write((transaction) => Promise.resolve(transaction));
  await expect(add(ended, { key: 'a', value: '1' })).rejects.toThrow('committed');
  let undone: typeof ended | null = null;
  await expect(book.write((transaction) => ((undone = transaction), Promise.reject(new Error('hủy'))))).rejects.toThrow('hủy');
  await expect(add(undone ?? ended, { key: 'b', value: '2' })).rejects.toThrow('rolled back');
  expect(book.sqlite.prepare("SELECT count(*) FROM setting WHERE key IN ('a', 'b')").pluck().get()).toBe(0);
});

it('cài đặt đọc lại theo điều đang ghi trong sổ: nơi khác sửa thì thấy ngay, việc bị hủy thì như cũ, không người đọc nào sửa được bản mọi người cùng dùng', async () => {
  const first = await readSettings(book.reader);
  expect(() => first.series.push({ name: 'thêm nhầm', typeNames: [] })).toThrow(TypeError);
  expect(() => { first.letterForm.showContacts = true; }).toThrow(TypeError);
  expect((await readSettings(book.reader)).series).toEqual([]);
  const other = openDatabase(folder, fixedClock());
  await other.write((transaction) => writeSettings(transaction, { clerk: 'Nguyễn Thị Hạnh' }));
  await other.close();
  expect((await readSettings(book.reader)).clerk).toBe('Nguyễn Thị Hạnh');
  const undone = book.write(async (transaction) => {
    await writeSettings(transaction, { clerk: 'Người khác' });
    expect((await readSettings(transaction)).clerk).toBe('Người khác');
    throw new Error('hủy');
  });
  await expect(undone).rejects.toThrow('hủy');
  expect((await readSettings(book.reader)).clerk).toBe('Nguyễn Thị Hạnh');
});
