import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, matchesGlob, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, test } from 'vitest';
import electronBuild from '../../vite.electron.config.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const require = createRequire(import.meta.url);

interface BuilderConfig {
  [key: string]: unknown;
  /** electron-builder gathers the patterns of the file into a set. */
  files: { filter: string[] }[];
  asarUnpack: string;
  npmRebuild: boolean;
  electronFuses: Record<string, boolean>;
  nsis: Record<string, unknown>;
  win: { icon: string; target: { target: string; arch: string[] }[] };
  linux: { icon: string; target: { target: string; arch: string[] }[] };
}

const { getConfig, validateConfiguration } = require('app-builder-lib/out/util/config/config.js') as {
  getConfig: (projectFolder: string, configPath: string, options: null) => Promise<BuilderConfig>;
  validateConfiguration: (config: object, debugLogger: { isEnabled: boolean; add(key: string, value: unknown): void }) => Promise<void>;
};
const validate = (config: object): Promise<void> => validateConfiguration(structuredClone(config), { isEnabled: false, add: () => undefined });

let config: BuilderConfig;
let files: string[];
beforeAll(async () => {
  config = await getConfig(root, 'electron-builder.yml', null);
  files = config.files.flatMap(({ filter }) => filter);
});

/** Whether a file of the project goes into the package: the last pattern that speaks of it decides. */
function isShipped(path: string, files: readonly string[]): boolean {
  // production packages are added by electron-builder itself; patterns can only take away from them
  let shipped = path.startsWith('node_modules/');
  for (const pattern of files) {
    if (pattern.startsWith('!') ? matchesGlob(path, pattern.slice(1)) : matchesGlob(path, pattern)) shipped = !pattern.startsWith('!');
  }
  return shipped;
}

function filesUnder(folder: string): string[] {
  return readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .map((name) => join(folder, name).replaceAll('\\', '/'))
    .filter((path) => statSync(join(root, path)).isFile());
}

const sources = (): { path: string; text: string }[] =>
  ['electron', 'shared'].flatMap(filesUnder).filter((path) => path.endsWith('.ts')).map((path) => ({ path, text: readFileSync(join(root, path), 'utf8') }));

describe('electron-builder.yml', () => {
  test('is valid by the schema of electron-builder', async () => {
    await expect(validate(config)).resolves.toBeUndefined();
  });

  test('is not valid with a key electron-builder does not know', async () => {
    await expect(validate({ ...config, nsis: { ...config.nsis, perClerk: true } })).rejects.toThrow(/configuration\.nsis/);
  });

  test('builds for Windows and Linux on x64, each with an icon that is there', () => {
    const targets = (of: BuilderConfig['win']): string[] => of.target.flatMap(({ target, arch }) => arch.map((one) => `${target} ${one}`));
    expect(targets(config.win)).toEqual(['nsis x64']);
    expect(targets(config.linux)).toEqual(['AppImage x64', 'deb x64']);
    const ico = readFileSync(join(root, config.win.icon));
    expect([ico.readUInt16LE(2), ico.readUInt16LE(4)]).toEqual([1, 7]);
    for (const size of [16, 32, 48, 64, 128, 256, 512]) {
      const png = readFileSync(join(root, config.linux.icon, `${size}x${size}.png`));
      expect([png.toString('latin1', 1, 4), png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual(['PNG', size, size]);
    }
  });

  test('installs on Windows for one user, in Vietnamese, without an administrator, and leaves the books when removed', () => {
    expect(config.nsis).toMatchObject({ perMachine: false, allowElevation: false, language: '1066', installerLanguages: ['vi_VN'], unicode: true, deleteAppDataOnUninstall: false });
  });

  test('sets every fuse the safety list names', () => {
    expect(config.electronFuses).toEqual({
      runAsNode: false,
      enableNodeOptionsEnvironmentVariable: false,
      enableNodeCliInspectArguments: false,
      enableCookieEncryption: true,
      enableEmbeddedAsarIntegrityValidation: true,
      onlyLoadAppFromAsar: true,
      grantFileProtocolExtraPrivileges: false,
    });
  });
});

describe('the package', () => {
  test.each(['win32-x64', 'linux-x64'])('holds the database library of %s as a real file, prebuilt', (platform) => {
    const library = `node_modules/better-sqlite3/prebuilds/${platform}.node`;
    expect(existsSync(join(root, library))).toBe(true);
    expect(isShipped(library, files)).toBe(true);
    expect(matchesGlob(library, config.asarUnpack)).toBe(true);
    expect(config.npmRebuild).toBe(false);
  });

  test('holds every resource', () => {
    const left = filesUnder('resources').filter((path) => !isShipped(path, files));
    expect(left).toEqual([]);
  });

  test('holds what the program opens by address', () => {
    // new URL('x', resources) and new URL('../../dist/renderer/', import.meta.url): each must lead into a shipped folder
    const opened = sources().flatMap(({ path, text }) =>
      [...text.matchAll(/new URL\(\s*['`]([^'`$]+)['`]\s*,\s*(import\.meta\.url|\w*[rR]esources)/g)].map(([, given = '', base]) => ({
        from: path,
        // paths with ../.. count from electron/shell, plain ones stay beside the file
        to: base === 'import.meta.url' ? relative(root, fileURLToPath(new URL(given, `file://${join(root, path)}`))).replaceAll('\\', '/') : `resources/${given}`,
      })),
    );
    expect(opened.length).toBeGreaterThan(3);
    const bundled = (to: string): boolean => to.startsWith('electron/');
    const missing = opened.filter(({ to }) => !bundled(to) && !isShipped(to.endsWith('/') || to === 'resources' || to === 'dist/renderer' ? `${to.replace(/\/$/, '')}/x` : to, files));
    expect(missing).toEqual([]);
    const absent = opened.filter(({ to }) => to.startsWith('resources/') && !existsSync(join(root, to)));
    expect(absent).toEqual([]);
  });

  test('holds every thread the program starts, built beside what starts it', () => {
    const { build } = electronBuild({ mode: 'production', command: 'build' });
    const built = build?.rolldownOptions?.input as Record<string, string>;
    const started = sources().flatMap(({ path, text }) => [...text.matchAll(/new URL\(`\.\/([\w-]+)\.\$\{ending\}`, import\.meta\.url\)/g)].map(([, name = '']) => ({ name, source: join(root, path, '..', `${name}.ts`) })));
    expect(started.map(({ name }) => name).sort()).toEqual(['check-worker', 'document-worker', 'import-worker']);
    for (const { name, source } of started) {
      expect(built[name], name).toBe(source);
      expect(isShipped(`dist/electron/${name}.js`, files), name).toBe(true);
    }
  });

  test('begins where package.json says', () => {
    const { main } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { main: string };
    expect(main).toBe('dist/electron/main.js');
    expect(isShipped(main, files)).toBe(true);
  });

  test('has every package the program imports among its dependencies', () => {
    const { dependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { dependencies: Record<string, string> };
    const imported = new Map<string, string>();
    for (const { path, text } of sources()) {
      for (const [, name = ''] of text.matchAll(/^import (?!type )[^;]*?from '([^'.][^']*)'/gm)) {
        if (!name.startsWith('node:')) imported.set(name.split('/').slice(0, name.startsWith('@') ? 2 : 1).join('/'), path);
      }
    }
    expect(imported.size).toBeGreaterThan(5);
    imported.delete('electron');
    const missing = [...imported].filter(([name]) => !(name in dependencies));
    expect(missing).toEqual([]);
  });
});
