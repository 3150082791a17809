import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { BodyLimitPlugin, RPCHandler } from '@orpc/server/node';
import type { Engine } from '../engine/engine.ts';
import { callMaxBytes } from '../../shared/domain/paper-files.ts';
import { callsInWords, tooLarge, typedRefusal } from './calls-in-words.ts';
import { createHttpGuard, safetyHeaders } from './http-guard.ts';
import { lockedPage, lockedScript, lockedScriptPath } from './locked-page.ts';
import { sendWindowFile } from './window-files.ts';

export interface BrowserShell {
  /** An address that opens one browser, once. */
  address(): string;
  port: number;
  twinSecret: string;
  close(): Promise<void>;
}

/** Serves the engine and the window on 127.0.0.1; port 0 takes any free one. */
export async function serveOnLoopback(engine: Engine, windowFolder: URL, port = 0, mostBytes = callMaxBytes): Promise<BrowserShell> {
  const handler = new RPCHandler(engine.router, { plugins: [new BodyLimitPlugin({ maxBodySize: mostBytes })], interceptors: [callsInWords(engine.context.log, mostBytes)] });
  const bound = { port };
  const guard = createHttpGuard(() => [`127.0.0.1:${bound.port}`, `localhost:${bound.port}`]);
  const address = (): string => `http://127.0.0.1:${bound.port}/?khoa=${guard.issueKey()}`;

  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    for (const [name, value] of Object.entries(safetyHeaders)) response.setHeader(name, value);
    const url = addressOf(request);
    if (url === null) return end(response, 400, 'Địa chỉ không đúng dạng.');
    if (url.pathname === '/mo-lai' && request.method === 'POST') {
      const proven = request.headers['x-proof'] !== undefined;
      const said = proven ? (guard.isTwin(request.headers) ? address() : null) : guard.answerTwin(request.headers);
      if (said !== null) return end(response, 200, said);
    }
    const checked = guard.check(request.headers);
    if (checked === 'foreign') return end(response, 403, 'Yêu cầu này không đến từ chương trình.');
    const key = request.method === 'GET' && url.pathname === '/' ? url.searchParams.get('khoa') : null;
    if (key !== null) {
      const cookie = guard.redeem(key);
      if (cookie) response.setHeader('Set-Cookie', cookie);
      // the key leaves the address bar and the history at once
      if (cookie || checked === 'pass') return end(response.setHeader('Location', '/'), 303, '');
    }
    if (checked === 'unknown' && request.method === 'GET' && url.pathname === lockedScriptPath) return end(response, 200, lockedScript, 'text/javascript');
    if (checked === 'unknown' && request.method === 'GET' && url.pathname === '/') return end(response, 403, lockedPage, 'text/html');
    if (checked === 'unknown') return end(response, 403, 'Địa chỉ này đã dùng rồi hoặc không đúng. Chạy lại «npm start» để mở chương trình.');
    if (url.pathname !== '/rpc' && !url.pathname.startsWith('/rpc/')) {
      if (request.method === 'GET' || request.method === 'HEAD') return sendWindowFile(request, response, windowFolder, url.pathname);
      return end(response.setHeader('Allow', 'GET, HEAD'), 405, 'Trang của chương trình chỉ để đọc.');
    }
    if (request.method !== 'POST') return refuse(response.setHeader('Allow', 'POST'), typedRefusal('NOT_ALLOWED', 'Thủ tục chỉ được gọi bằng POST; lời gọi này không làm gì.', 405));
    // what is announced as too large is not read at all
    if (Number(request.headers['content-length']) > mostBytes) return refuse(response.setHeader('Connection', 'close'), typedRefusal('INPUT_INVALID', tooLarge(mostBytes), 413));
    await handler.handle(request, response, { prefix: '/rpc', context: engine.context });
  };

  const server = createServer((request, response) => {
    answer(request, response).catch((error: unknown) => {
      engine.context.log.error({ err: error }, 'request failed');
      if (!response.headersSent) end(response, 500, 'Có lỗi ngoài dự kiến; xem nhật ký của chương trình.');
      else response.destroy();
    });
  });
  await listen(server, port);
  bound.port = (server.address() as AddressInfo).port;
  return {
    address,
    port: bound.port,
    twinSecret: guard.twinSecret,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** What is asked for, as a path of this server only; null when it is none. */
function addressOf(request: IncomingMessage): URL | null {
  const path = request.url ?? '/';
  return path.startsWith('/') && !path.startsWith('//') && URL.canParse(path, 'http://127.0.0.1') ? new URL(path, 'http://127.0.0.1') : null;
}

const listen = (server: Server, port: number): Promise<void> =>
  new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => resolve());
  });

/** The answer of a refused call, as the client of the contract reads it. */
function refuse(response: ServerResponse, error: ReturnType<typeof typedRefusal>): void {
  response.statusCode = error.status;
  response.setHeader('Content-Type', 'application/json');
  response.end(JSON.stringify({ json: error.toJSON() }));
}

function end(response: ServerResponse, status: number, text: string, type = 'text/plain'): void {
  response.statusCode = status;
  response.setHeader('Content-Type', `${type}; charset=utf-8`);
  response.end(text);
}
