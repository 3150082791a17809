import { readFile } from 'node:fs/promises';
import { protocol } from 'electron';
import { safetyHeaders } from './http-guard.ts';
import { windowFile, windowFileType } from './window-files.ts';

const scheme = 'app';
const host = 'so-cong-van';

/** Where the window lives: an origin of its own, which `file://` is not. */
export const windowOrigin = `${scheme}://${host}`;

/** Makes `app://` a secure origin like https; must run before Electron is ready. */
export function registerWindowScheme(): void {
  protocol.registerSchemesAsPrivileged([{ scheme, privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true } }]);
}

/** Answers `app://so-cong-van/…` with the files of the built window, and nothing else of the disk. */
export function serveWindow(folder: URL): void {
  protocol.handle(scheme, (request) => answer(request, folder));
}

async function answer(request: Request, folder: URL): Promise<Response> {
  const { hostname, pathname } = new URL(request.url);
  const file = hostname === host && request.method === 'GET' ? windowFile(folder, pathname) : null;
  const bytes = file && (await readFile(file).catch(() => null));
  if (!file || !bytes) return new Response('Không có trang này.', { status: 404, headers: { ...safetyHeaders, 'Content-Type': 'text/plain; charset=utf-8' } });
  return new Response(new Uint8Array(bytes), { headers: { ...safetyHeaders, 'Content-Type': windowFileType(file) } });
}
