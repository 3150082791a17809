import { request } from 'node:http';
import { expect, onTestFinished, test } from 'vitest';
import { serveOnLoopback } from '../../electron/shell/http-server.ts';
import { builtWindow } from '../../electron/shell/locations.ts';
import { openShell, type OpenedShell } from '../fixtures/http-client.ts';
import { openEngine } from '../fixtures/open-engine.ts';

const call = (shell: OpenedShell, path: string, given: RequestInit = {}): Promise<Response> =>
  fetch(`${shell.origin}/rpc/${path}`, { method: 'POST', ...given, headers: { cookie: shell.cookie, 'content-type': 'application/json', ...(given.headers as Record<string, string>) } });

interface Refused {
  json: { defined: boolean; code: string; message: string };
}
const refusedBy = async (response: Response): Promise<[number, string, string]> => {
  const { json } = (await response.json()) as Refused;
  expect(json.defined).toBe(true);
  return [response.status, json.code, json.message];
};

test.each(['GET', 'PUT', 'DELETE', 'PATCH', 'OPTIONS', 'PROPFIND'])('%s không gọi được thủ tục nào: 405, nói chỉ nhận POST, sổ không đổi', async (method) => {
  const shell = await openShell();
  const body = method === 'GET' ? {} : { body: JSON.stringify({ json: { kind: 'outgoing', year: 2026, next: 77 } }) };
  const response = await call(shell, 'books/start', { method, ...body });
  expect(response.headers.get('allow')).toBe('POST');
  expect(await refusedBy(response)).toEqual([405, 'NOT_ALLOWED', expect.stringContaining('POST')]);
  expect((await shell.client.books.list()).rows.some(({ next }) => next === 77)).toBe(false);
});

test('HEAD cũng không gọi được; trang của chương trình vẫn chỉ đọc bằng GET', async () => {
  const shell = await openShell();
  expect((await call(shell, 'books/list', { method: 'HEAD' })).status).toBe(405);
  const posted = await fetch(`${shell.origin}/`, { method: 'POST', headers: { cookie: shell.cookie } });
  expect([posted.status, posted.headers.get('allow')]).toEqual([405, 'GET, HEAD']);
});

test.each([
  ['JSON đứt', 'settings/get', { body: '{"json":' }, 422, 'INPUT_INVALID', 'JSON'],
  ['không phải JSON', 'settings/get', { body: 'xin chào' }, 422, 'INPUT_INVALID', 'JSON'],
  ['nhiều phần mà không có ranh giới', 'settings/get', { body: 'x', headers: { 'content-type': 'multipart/form-data' } }, 422, 'INPUT_INVALID', ''],
  ['nhiều phần đứt giữa chừng', 'incoming/register', { body: '--a\r\nContent-Disposition: form-data; name="0"; filename="x"\r\n\r\nabc', headers: { 'content-type': 'multipart/form-data; boundary=a' } }, 422, 'INPUT_INVALID', ''],
  ['thủ tục không có', 'khong/co', { body: '{}' }, 404, 'NOT_FOUND', 'Không có thủ tục'],
  ['thủ tục là tên của nguyên mẫu', '__proto__/constructor', { body: '{}' }, 404, 'NOT_FOUND', 'Không có thủ tục'],
  ['JSON lồng hai trăm nghìn lớp', 'saved/put', { body: `{"json":${'['.repeat(200_000)}${']'.repeat(200_000)}}` }, 422, 'INPUT_INVALID', ''],
  ['nội dung lồng hai nghìn lớp', 'saved/put', { body: `{"json":{"kind":"incoming-view","name":"a","content":${'{"a":'.repeat(2000)}1${'}'.repeat(2000)}}}` }, 422, 'INPUT_INVALID', 'lồng quá 100 lớp'],
  ['ngày trống', 'books/weeks', { body: '{"json":{"asOf":""}}' }, 422, 'INPUT_INVALID', 'còn trống'],
] as const)('%s: từ chối có mã và một câu tiếng Việt', async (_, path, given, status, code, word) => {
  const shell = await openShell();
  const [was, said, sentence] = await refusedBy(await call(shell, path, given));
  expect([was, said, sentence]).toEqual([status, code, expect.stringContaining(word)]);
  expect(sentence).toMatch(/[à-ỹđ]/i);
  expect(sentence).not.toMatch(/Malformed|request|body|procedure/i);
});

test('tệp gửi lên không có tên, hoặc tên là NUL: nhận hay từ chối đều bằng tiếng Việt', async () => {
  const shell = await openShell();
  for (const name of ['', '\u0000', '..', '/']) {
    const form = new FormData();
    form.append('data', JSON.stringify({ json: { organName: 'Sở Y tế', subject: 'quét', files: [null] }, meta: [], maps: [['files', 0]] }));
    form.append('0', new File(['%PDF-'], name));
    const { cookie } = shell;
    const response = await fetch(`${shell.origin}/rpc/incoming/register`, { method: 'POST', headers: { cookie }, body: form });
    const { json } = (await response.json()) as { json: { message?: string; code?: string } };
    if (response.status !== 200) expect([json.code, json.message]).toEqual(['INPUT_INVALID', expect.stringMatching(/[à-ỹđ]/i)]);
  }
});

test('lời gọi khai quá lớn bị từ chối trước khi đọc; không khai cỡ thì bị dừng ở đúng giới hạn', async () => {
  const { engine } = openEngine();
  const most = 64 * 1024;
  const served = await serveOnLoopback(engine, builtWindow, 0, most);
  onTestFinished(() => served.close());
  const first = await fetch(served.address(), { redirect: 'manual' });
  const headers = { cookie: (first.headers.get('set-cookie') ?? '').split(';')[0] ?? '', 'content-type': 'application/json' };
  const send = (extra: Record<string, string>, write: (request: ReturnType<typeof requestOf>) => void): Promise<{ status: number; text: string }> =>
    new Promise((resolve, reject) => {
      const asked = requestOf(served.port, { ...headers, ...extra }, resolve, reject);
      write(asked);
    });
  // nine hundred megabytes are announced and not one of them is sent: the answer comes all the same
  const announced = await send({ 'content-length': String(900 * 2 ** 20) }, (asked) => asked.flushHeaders());
  expect([announced.status, (JSON.parse(announced.text) as Refused).json.code]).toEqual([413, 'INPUT_INVALID']);
  const streamed = await send({ 'transfer-encoding': 'chunked' }, (asked) => {
    asked.on('error', () => undefined);
    asked.write(`{"json":"${'x'.repeat(most)}`);
    asked.write('x'.repeat(most));
  });
  expect([streamed.status, (JSON.parse(streamed.text) as Refused).json]).toEqual([413, expect.objectContaining({ code: 'INPUT_INVALID', message: expect.stringContaining('quá nhiều dữ liệu') as string })]);
});

function requestOf(port: number, headers: Record<string, string>, done: (answer: { status: number; text: string }) => void, fail: (error: Error) => void) {
  const asked = request({ host: '127.0.0.1', port, path: '/rpc/settings/get', method: 'POST', headers: { host: `127.0.0.1:${port}`, ...headers } }, (response) => {
    let text = '';
    response.on('data', (part: Buffer) => (text += part.toString()));
    response.on('end', () => {
      done({ status: response.statusCode ?? 0, text });
      asked.destroy();
    });
  });
  asked.on('error', fail);
  return asked;
}
