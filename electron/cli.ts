import { existsSync, realpathSync, statSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { createRouterClient } from '@orpc/server';
import { createEngine } from './engine/engine.ts';
import { storageRefusal } from './engine/files/storage-refusal.ts';
import { usualMode, writeAtomically } from './engine/files/atomic-write.ts';
import { listProcedures } from './shell/cli-list.ts';
import { BadUsage, type ScriptCall, readArguments, readInput } from './shell/cli-arguments.ts';
import { defaultDataFolder, sourceResources } from './shell/locations.ts';
import { scriptLog } from './shell/log.ts';
import { Refusal } from '../shared/domain/refusal.ts';

type Call = (input: unknown) => Promise<unknown>;

const exitRefused = 1;
const exitBadUsage = 2;

async function run(): Promise<number> {
  try {
    const call = readArguments(process.argv.slice(2));
    if (call.list) return print(listProcedures());
    if (!listProcedures().some(({ procedure }) => procedure === call.procedure)) throw new BadUsage(`Không có thủ tục «${call.procedure}»; xem danh sách bằng --list.`);
    return await answer(call);
  } catch (error) {
    if (error instanceof BadUsage) {
      process.stderr.write(`${error.message}\n`);
      return exitBadUsage;
    }
    process.stderr.write(`${JSON.stringify({ error: errorForm(error) })}\n`);
    return exitRefused;
  }
}

/** After a call, how long a script waits for the texts of what it has entered to be read, ms; the rest is read later. */
const textsMs = 5_000;

/** Does the call and prints what it answers. */
async function answer(call: ScriptCall): Promise<number> {
  const input = readInput(call.input);
  const engine = createEngine({ dataFolder: call.data ?? defaultDataFolder(), clock: () => new Date(), log: scriptLog(), resources: sourceResources });
  try {
    const client: unknown = createRouterClient(engine.router, { context: engine.context });
    const procedure = call.procedure.split('.').reduce((section, name) => (section as Record<string, unknown>)[name], client) as Call;
    const result = await procedure(input);
    if (result instanceof File) return print(await saveResult(result, call.out));
    if (call.out !== undefined) process.stderr.write(`${call.procedure} không trả tệp nên --out không được dùng.\n`);
    return print(result);
  } finally {
    await engine.context.texts.settle(textsMs);
    await engine.close();
  }
}

/** Saves a file answer: into the folder `out`, under the name `out`, or without `out` as base64 in the answer. */
async function saveResult(file: File, out: string | undefined): Promise<object> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  const about = { name: file.name, type: file.type, size: file.size };
  if (out === undefined) return { ...about, base64: Buffer.from(bytes).toString('base64') };
  const path = saveTarget(out, file.name);
  refuseOccupied(path);
  try {
    writeAtomically(path, bytes, usualMode);
  } catch (error) {
    const refusal = storageRefusal(error);
    if (!refusal) throw error;
    throw new Refusal(refusal.code, `Không ghi được «${basename(path)}»: ${refusal.message}`, { path }, error);
  }
  return { ...about, path };
}

/** Where the file goes: inside a folder (one that is there, or named with a last slash), else that very name; links are followed. */
function saveTarget(out: string, name: string): string {
  const folder = /[\\/]$/.test(out) || (existsSync(out) && statSync(out).isDirectory());
  const path = resolve(folder ? join(out, name) : out);
  return existsSync(path) ? realpathSync(path) : path;
}

// a rename would replace a device, a pipe or a file somebody has locked against writing
function refuseOccupied(path: string): void {
  const found = statSync(path, { throwIfNoEntry: false });
  if (!found) return;
  if (!found.isFile()) throw new Refusal('DISK_UNWRITABLE', `«${path}» không phải là một tệp thường; chọn tên khác.`, { path });
  if ((found.mode & 0o222) === 0) throw new Refusal('DISK_UNWRITABLE', `Tệp «${path}» chỉ được đọc, không ghi đè; chọn tên khác.`, { path });
}

function errorForm(error: unknown): object {
  if (error instanceof Refusal || (error instanceof Error && 'code' in error && 'data' in error)) {
    const { code, message, data } = error as unknown as { code: string; message: string; data: unknown };
    return { code, message, data: data ?? {} };
  }
  scriptLog().error({ err: error }, 'unexpected');
  return { code: 'INTERNAL_SERVER_ERROR', message: 'Có lỗi ngoài dự kiến, việc vừa gọi chưa được ghi; xem dòng nhật ký ở trên.', data: {} };
}

function print(result: unknown): number {
  process.stdout.write(`${JSON.stringify(result ?? null, null, 2)}\n`);
  return 0;
}

process.exitCode = await run();
