import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import open from 'open';
import { createEngine, type Engine } from './engine/engine.ts';
import { writeAtomically } from './engine/files/atomic-write.ts';
import { prepareDataFolder } from './engine/files/data-folder.ts';
import { storageRefusal } from './engine/files/storage-refusal.ts';
import { BadUsage } from './shell/cli-arguments.ts';
import { type BrowserShell, serveOnLoopback } from './shell/http-server.ts';
import { builtWindow, defaultDataFolder, sourceResources } from './shell/locations.ts';
import { folderLog } from './shell/log.ts';
import { addressOfRunning, announce, withdraw } from './shell/running-instance.ts';

const say = (sentence: string): void => void process.stdout.write(`${sentence}\n`);

interface ServeOptions {
  dataFolder: string;
  port: number | null;
  open: boolean;
}

/** Reads the words after the program's name; a BadUsage says what is wrong with them. */
function readOptions(): ServeOptions {
  let values: { data?: string | undefined; port?: string | undefined; 'no-open'?: boolean | undefined };
  try {
    ({ values } = parseArgs({ options: { data: { type: 'string' }, port: { type: 'string' }, 'no-open': { type: 'boolean' }, browser: { type: 'boolean' } } }));
  } catch (error) {
    throw new BadUsage(`Không hiểu lời gọi: ${error instanceof Error ? error.message : ''} Cách dùng: npm start -- [--data <thư mục>] [--browser] [--port <cổng>] [--no-open].`);
  }
  const port = values.port === undefined ? null : Number(values.port);
  if (port !== null && !(Number.isInteger(port) && port >= 0 && port < 65_536)) throw new BadUsage(`«${values.port}» không phải là một cổng (0 đến 65535).`);
  return { dataFolder: values.data ?? defaultDataFolder(), port, open: !values['no-open'] && hasDesktop() };
}

async function start(options: ServeOptions): Promise<void> {
  const dataFolder = prepareDataFolder(options.dataFolder);
  const show = async (address: string): Promise<void> => {
    // a computer without a browser of its own still has the printed address
    if (options.open) await open(address).catch(() => undefined);
  };

  const running = await addressOfRunning(dataFolder);
  if (running) {
    say(`Chương trình đang chạy với thư mục này rồi. Mở: ${running}`);
    return show(running);
  }

  const engine = createEngine({ dataFolder, clock: () => new Date(), log: folderLog(dataFolder), drawInThread: true, dailyBackup: true, resources: sourceResources });
  try {
    const shell = await serveAgain(engine, options, dataFolder);
    announce(dataFolder, { pid: process.pid, port: shell.port, secret: shell.twinSecret });
    stopOnSignals(dataFolder, shell, engine);
    const address = shell.address();
    say(`Sổ Công văn đang chạy trong trình duyệt. Mở: ${address}`);
    say(`Dữ liệu: ${dataFolder}. Dừng: Ctrl+C.`);
    await show(address);
  } catch (error) {
    await engine.close();
    throw error;
  }
}

/** Takes the port of the last time when it is free: what the window remembers belongs to its address. */
async function serveAgain(engine: Engine, { port }: ServeOptions, dataFolder: string): Promise<BrowserShell> {
  const kept = join(dataFolder, 'cong.txt');
  const last = existsSync(kept) ? Number(readFileSync(kept, 'utf8')) : 0;
  const wanted = port ?? (Number.isInteger(last) && last > 0 && last < 65_536 ? last : 0);
  try {
    const shell = await serveOnLoopback(engine, builtWindow, wanted);
    if (shell.port !== last) writeAtomically(kept, Buffer.from(String(shell.port)));
    return shell;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EADDRINUSE') throw error;
    if (port !== null) throw new BadUsage(`Cổng ${port} đang có chương trình khác dùng; chọn cổng khác hoặc bỏ --port.`);
    return serveOnLoopback(engine, builtWindow);
  }
}

function stopOnSignals(dataFolder: string, shell: BrowserShell, engine: Engine): void {
  let stopping = false;
  const stop = async (): Promise<void> => {
    if (stopping) return;
    stopping = true;
    withdraw(dataFolder);
    await shell.close();
    await engine.close();
    process.exit(0);
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => void stop());
}

const hasDesktop = (): boolean => process.platform !== 'linux' || Boolean(process.env.DISPLAY ?? process.env.WAYLAND_DISPLAY);

try {
  await start(readOptions());
} catch (error) {
  const said = error instanceof BadUsage ? error : storageRefusal(error);
  if (!said) throw error;
  process.stderr.write(`${said.message}\n`);
  // whatever was opened before it failed must not keep the program alive
  process.exit(said instanceof BadUsage ? 2 : 1);
}
