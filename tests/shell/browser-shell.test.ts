import { spawn } from 'node:child_process';
import { request } from 'node:http';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { httpClient, openShell, type OpenedShell } from '../fixtures/http-client.ts';
import { temporaryFolder } from '../fixtures/temporary-folder.ts';

// node:http, because fetch does not let a caller name another Host
const ask = (shell: OpenedShell, path: string, headers: Record<string, string>, method = 'GET'): Promise<{ status: number; body: string; headers: NodeJS.Dict<string | string[]> }> =>
  new Promise((resolve, reject) => {
    const asked = request({ host: '127.0.0.1', port: shell.shell.port, path, method, headers }, (response) => {
      let body = '';
      response.setEncoding('utf8').on('data', (text: string) => (body += text));
      response.on('end', () => resolve({ status: response.statusCode ?? 0, body, headers: response.headers }));
    });
    asked.on('error', reject).end();
  });

test('khóa ở địa chỉ đầu thành cookie, dùng một lần', async () => {
  const shell = await openShell();
  const path = new URL(shell.shell.address()).search;
  const first = await ask(shell, `/${path}`, {});
  expect(first.status).toBe(303);
  expect(first.headers.location).toBe('/');
  expect(first.headers['set-cookie']?.[0]).toMatch(/^so_cong_van_\d+=[\w-]{43}; HttpOnly; SameSite=Strict; Path=\/$/);
  expect((await ask(shell, `/${path}`, {})).status).toBe(403);
  expect((await ask(shell, `/${path}`, { cookie: shell.cookie })).status).toBe(303);
  expect((await ask(shell, '/?khoa=doan-mo', {})).status).toBe(403);
});

test.each([
  ['không có cookie', {}],
  ['cookie sai', { cookie: 'so_cong_van=khac; so_cong_van_1=khac' }],
])('%s: không vào được trang và không gọi được thủ tục', async (_, headers) => {
  const shell = await openShell();
  expect((await ask(shell, '/', headers)).status).toBe(403);
  expect((await ask(shell, '/rpc/outgoing/list', headers, 'POST')).status).toBe(403);
});

test.each([
  ['Host lạ (đổi tên miền)', { host: 'ke-gian.example' }],
  ['Host đúng máy sai cổng', { host: '127.0.0.1:1' }],
  ['Origin lạ', { origin: 'https://ke-gian.example' }],
  ['Origin null', { origin: 'null' }],
  ['trang khác gọi sang', { 'sec-fetch-site': 'cross-site' }],
])('%s bị từ chối dù có cookie', async (_, headers) => {
  const shell = await openShell();
  expect((await ask(shell, '/rpc/outgoing/list', { cookie: shell.cookie, ...headers }, 'POST')).status).toBe(403);
  expect((await ask(shell, '/', { cookie: shell.cookie, ...headers })).status).toBe(403);
});

test('mọi trả lời mang CSP, không có CORS; đường dẫn ra ngoài thư mục là 404', async () => {
  const shell = await openShell();
  const answer = await ask(shell, '/khong-co.js', { cookie: shell.cookie, origin: shell.origin });
  expect(answer.status).toBe(404);
  expect(answer.headers['content-security-policy']).toContain("default-src 'self'");
  expect(answer.headers['access-control-allow-origin']).toBeUndefined();
  for (const path of ['/../package.json', '/..%2f..%2fpackage.json', '/%2e%2e/%2e%2e/package.json', '/assets/..\\..\\package.json', '/%00', '/%', '/.env']) {
    expect([path, (await ask(shell, path, { cookie: shell.cookie })).status]).toEqual([path, 404]);
  }
  for (const path of ['//etc/passwd', 'http://x:99999/', '*']) expect([path, (await ask(shell, path, {})).status]).toEqual([path, 400]);
});

test('lỗi không có trong hợp đồng ra ngoài chỉ là mã tra cứu', async () => {
  const shell = await openShell();
  const client = httpClient(shell);
  await shell.engine.context.database.schema.dropTable('outgoingCount').execute();
  await expect(client.outgoing.list()).rejects.toMatchObject({ code: 'INTERNAL_SERVER_ERROR', message: expect.stringMatching(/^Có lỗi ngoài dự kiến.*[0-9a-f]{8}\.$/) as string });
});

test('khởi động lần hai với cùng thư mục: chỉ sang chương trình đang chạy rồi thoát', async () => {
  const data = temporaryFolder();
  const serve = fileURLToPath(new URL('../../electron/serve.ts', import.meta.url));
  const start = (): { address: Promise<string>; ended: Promise<number | null>; stop: () => Promise<number | null> } => {
    const child = spawn(process.execPath, [serve, '--data', data, '--no-open'], { stdio: ['ignore', 'pipe', 'inherit'] });
    const ended = new Promise<number | null>((resolve) => child.on('close', resolve));
    let text = '';
    const address = new Promise<string>((resolve) => child.stdout.setEncoding('utf8').on('data', (more: string) => {
      text += more;
      const found = /(Mở|đang chạy với thư mục này rồi\. Mở): (http:\S+)/.exec(text)?.[2];
      if (found) resolve(found);
    }));
    return { address, ended, stop: () => (child.kill('SIGTERM'), ended) };
  };
  const first = start();
  const one = new URL(await first.address);
  const second = start();
  const two = new URL(await second.address);
  expect(two.port).toBe(one.port);
  expect(two.search).not.toBe(one.search);
  expect((await fetch(two, { redirect: 'manual' })).status).toBe(303);
  expect(await second.ended).toBe(0);
  expect(await first.stop()).toBe(0);
});
