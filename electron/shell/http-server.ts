import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { BodyLimitPlugin, RPCHandler } from '@orpc/server/node';
import type { Engine } from '../engine/engine.ts';
import { createHttpGuard, safetyHeaders } from './http-guard.ts';
import { sendWindowFile } from './window-files.ts';

export interface BrowserShell {
  /** An address that opens one browser, once. */
  address(): string;
  port: number;
  twinSecret: string;
  close(): Promise<void>;
}

/** Largest body of a call, bytes: one file of the largest size the register keeps and what goes with it, or several smaller ones. */
const bodyMaxBytes = 300 * 1024 * 1024;

/** Serves the engine and the window on 127.0.0.1; port 0 takes any free one. */
export async function serveOnLoopback(engine: Engine, windowFolder: URL, port = 0): Promise<BrowserShell> {
  const handler = new RPCHandler(engine.router, { plugins: [new BodyLimitPlugin({ maxBodySize: bodyMaxBytes })] });
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
    if (checked === 'unknown') return end(response, 403, 'Địa chỉ này đã dùng rồi hoặc không đúng. Chạy lại «npm start» để mở chương trình.');
    const { matched } = url.pathname.startsWith('/rpc/') ? await handler.handle(request, response, { prefix: '/rpc', context: engine.context }) : { matched: false };
    if (!matched) await sendWindowFile(request, response, windowFolder, url.pathname);
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

function end(response: ServerResponse, status: number, text: string): void {
  response.statusCode = status;
  response.setHeader('Content-Type', 'text/plain; charset=utf-8');
  response.end(text);
}
