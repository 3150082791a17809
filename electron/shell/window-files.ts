import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { extname } from 'node:path';

const types: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.woff': 'font/woff',
};

/** The file of the built window that a path of the address asks for; null when the path leaves the folder. */
export function windowFile(folder: URL, pathname: string): URL | null {
  let decoded: string;
  try {
    decoded = decodeURIComponent(pathname);
  } catch {
    return null;
  }
  // only plain names: no parent folders, no drive letters, no backslashes, no hidden files
  if (!/^\/(?:[\w-][\w.-]*\/)*(?:[\w-][\w.-]*)?$/.test(decoded)) return null;
  const file = new URL(`.${decoded === '/' ? '/index.html' : decoded}`, folder);
  return file.href.startsWith(folder.href) ? file : null;
}

/** The type a file of the window is sent as. */
export const windowFileType = (file: URL): string => types[extname(file.pathname)] ?? 'application/octet-stream';

/** Sends a file of the built window, or 404. */
export async function sendWindowFile(request: IncomingMessage, response: ServerResponse, folder: URL, pathname: string): Promise<void> {
  const file = request.method === 'GET' || request.method === 'HEAD' ? windowFile(folder, pathname) : null;
  const found = file && (await stat(file).catch(() => null));
  if (!file || !found?.isFile()) {
    response.statusCode = 404;
    response.setHeader('Content-Type', 'text/plain; charset=utf-8');
    response.end('Không có trang này.');
    return;
  }
  response.setHeader('Content-Type', windowFileType(file));
  response.setHeader('Content-Length', found.size);
  // built files carry their content in their name
  if (pathname.startsWith('/assets/')) response.setHeader('Cache-Control', 'private, max-age=31536000, immutable');
  if (request.method === 'HEAD') return void response.end();
  await new Promise<void>((resolve) => createReadStream(file).on('error', () => response.destroy()).pipe(response).on('close', resolve));
}
