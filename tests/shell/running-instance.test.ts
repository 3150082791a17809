import { readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { serveOnLoopback } from '../../electron/shell/http-server.ts';
import { isProof, processStart, proofOf } from '../../electron/shell/instance-proof.ts';
import { addressOfRunning, announce } from '../../electron/shell/running-instance.ts';
import { temporaryFolder } from '../fixtures/temporary-folder.ts';
import { testEngine } from '../fixtures/test-engine.ts';

async function served() {
  const folder = temporaryFolder();
  const engine = testEngine(folder);
  const shell = await serveOnLoopback(engine, new URL('file:///khong-co/'));
  onTestFinished(async () => {
    await shell.close();
    await engine.close();
  });
  announce(folder, { pid: process.pid, port: shell.port, secret: shell.twinSecret });
  return { folder, shell };
}

/** A stranger on a port of its own that writes down all it hears and answers as it likes. */
async function stranger(answer: (heard: string) => string) {
  const heard: string[] = [];
  const server = createServer((request, response) => {
    const words = JSON.stringify(request.headers);
    heard.push(words);
    response.end(answer(words));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => void server.close());
  return { port: (server.address() as AddressInfo).port, heard };
}

test('lần mở thứ hai tìm ra chương trình đang chạy và được một địa chỉ mới', async () => {
  const { folder, shell } = await served();
  const [one, other] = [await addressOfRunning(folder), await addressOfRunning(folder)];
  expect(one).toMatch(new RegExp(`^http://127\\.0\\.0\\.1:${shell.port}/\\?khoa=`));
  expect(other).not.toBe(one);
});

test.each<[string, (secret: string) => (heard: string) => string]>([
  ['đáp một địa chỉ', () => () => 'http://127.0.0.1:1/?khoa=x'],
  ['đáp lại điều nghe được', () => (heard) => `${heard} ${heard}`],
  ['đáp bằng khóa đoán', () => (heard) => `abc ${proofOf('khóa đoán', 'server', 1, heard)}`],
])('kẻ nghe ở cổng cũ, %s: không được gì, không có địa chỉ nào được mở', async (_, answer) => {
  const folder = temporaryFolder();
  const secret = 'khóa trong tệp riêng';
  const { port, heard } = await stranger(answer(secret));
  announce(folder, { pid: process.pid, port, secret });
  expect(await addressOfRunning(folder)).toBeNull();
  expect(heard).toHaveLength(1);
  expect(heard[0]).not.toContain(secret);
  expect(heard[0]).not.toContain('x-proof');
});

test('chương trình đã tắt, hoặc số tiến trình nay của chương trình khác: không hỏi ai cả', async () => {
  const folder = temporaryFolder();
  const { port, heard } = await stranger(() => '');
  announce(folder, { pid: 2 ** 22 - 3, port, secret: 's' });
  expect(await addressOfRunning(folder)).toBeNull();
  const word = { pid: process.pid, port, secret: 's', started: '1' };
  writeFileSync(join(folder, 'dang-chay.json'), JSON.stringify(word));
  if (processStart(process.pid) !== null) expect(await addressOfRunning(folder)).toBeNull();
  expect(heard).toEqual([]);
});

test('không đáp đúng thì không được khóa; một câu đáp chỉ dùng một lần', async () => {
  const { folder, shell } = await served();
  const { secret } = JSON.parse(readFileSync(join(folder, 'dang-chay.json'), 'utf8')) as { secret: string };
  const ask = async (headers: Record<string, string>): Promise<[number, string]> => {
    const response = await fetch(`http://127.0.0.1:${shell.port}/mo-lai`, { method: 'POST', headers });
    return [response.status, await response.text()];
  };
  const [, said] = await ask({ 'X-Challenge': 'của tôi'.normalize('NFD').replace(/[^\x20-\x7e]/g, '') });
  const [theirs = '', proof = ''] = said.split(' ');
  expect(isProof(proof, secret, 'caller', shell.port, theirs)).toBe(false);
  for (const bad of [proof, proofOf('khác', 'caller', shell.port, theirs), proofOf(secret, 'server', shell.port, theirs)]) {
    expect((await ask({ 'X-Challenge': theirs, 'X-Proof': bad }))[0]).toBe(403);
  }
  const [, again] = await ask({ 'X-Challenge': 'a' });
  const fresh = again.split(' ')[0] ?? '';
  const right = { 'X-Challenge': fresh, 'X-Proof': proofOf(secret, 'caller', shell.port, fresh) };
  expect((await ask(right))[1]).toContain('?khoa=');
  expect((await ask(right))[0]).toBe(403);
});
