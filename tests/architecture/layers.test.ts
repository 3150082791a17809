import { cpSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { fewestModules } from './check-layers.ts';
import { newFolder, removeFolder } from '../fixtures/temporary-folder.ts';
import { type LayerReport, cruiseLayers } from './cruise-layers.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** A file that breaks one rule: [rule, file, its text]. Every rule of the configuration has at least one here. */
const planted: [string, string, string][] = [
  ['no-circular', 'shared/domain/planted-a.ts', `import type { B } from './planted-b.ts';\nexport type A = B | 1;`],
  ['not-to-unresolvable', 'shared/domain/planted-lost.ts', `import { nothing } from './planted-nowhere.ts';\nexport const lost = nothing;`],
  ['no-orphans', 'electron/engine/planted-alone.ts', `export const alone = 1;`],
  ['not-to-tests', 'electron/engine/planted-tested.ts', `import { fewestModules } from '../../tests/architecture/check-layers.ts';\nexport const tested = fewestModules;`],
  ['shared-domain', 'shared/domain/planted-up.ts', `import type { Letter } from '../letter/letter.ts';\nexport type Up = Letter;`],
  ['shared-domain', 'shared/domain/planted-node.ts', `import { readFileSync } from 'node:fs';\nexport const read = readFileSync;`],
  ['shared-domain', 'shared/domain/planted-npm.ts', `import { z } from 'zod';\nexport const text = z.string();`],
  ['shared-letter', 'shared/letter/planted-contract.ts', `import { Office } from '../contract/settings.ts';\nexport const office = Office;`],
  ['shared-report', 'shared/report/planted-docx.ts', `import { Document } from 'docx';\nexport const made = Document;`],
  ['shared-contract', 'shared/contract/planted-node.ts', `import { join } from 'node:path';\nexport const path = join;`],
  ['renderer-knows-the-contract', 'renderer/lib/planted-engine.ts', `import type { EngineParts } from '../../electron/engine/engine-parts.ts';\nexport type Parts = EngineParts;`],
  ['renderer-has-no-node', 'renderer/lib/planted-node.ts', `import { readFileSync } from 'node:fs';\nexport const read = readFileSync;`],
  ['renderer-packages', 'renderer/lib/planted-docx.ts', `import { Document } from 'docx';\nexport const made = Document;`],
  ['renderer-packages', 'renderer/lib/planted-electron.ts', `import { ipcRenderer } from 'electron';\nexport const ipc = ipcRenderer;`],
  ['renderer-lib', 'renderer/components/planted-feature.ts', `import { own } from '../features/planted-one/own.ts';\nexport const taken = own;`],
  ['renderer-feature', 'renderer/features/planted-two/other.ts', `import { own } from '../planted-one/own.ts';\nexport const taken = own;`],
  ['renderer-feature', 'renderer/features/planted-one/app.ts', `import { frame } from '../../app/planted-frame.ts';\nexport const taken = frame;`],
  ['engine-documents', 'electron/engine/documents/planted-files.ts', `import { readFileSync } from 'node:fs';\nexport const read = readFileSync;`],
  ['engine-documents', 'electron/engine/documents/planted-storage.ts', `import type { Database } from '../storage/schema.ts';\nexport type Stored = Database;`],
  ['engine-documents', 'electron/engine/documents/planted-path.ts', `import { join } from 'node:path';\nexport const path = join;`],
  ['database-in-storage', 'electron/engine/handlers/planted-sql.ts', `import { sql } from 'kysely';\nexport const asked = sql;`],
  ['database-in-storage', 'electron/shell/planted-type.ts', `import type { Kysely } from 'kysely';\nexport type Book = Kysely<object>;`],
  ['database-types-alone', 'electron/engine/engine-parts.ts', `import { sql } from 'kysely';\nexport type EngineParts = object;\nexport const asked = sql;`],
  ['engine-storage', 'electron/engine/storage/planted-handler.ts', `import type { EngineParts } from '../engine-parts.ts';\nexport type Parts = EngineParts;`],
  ['engine-storage', 'electron/engine/storage/planted-docx.ts', `import { Document } from 'docx';\nexport const made = Document;`],
  ['engine-files', 'electron/engine/files/planted-storage.ts', `import type { Database } from '../storage/schema.ts';\nexport type Stored = Database;`],
  ['engine-never-electron', 'electron/engine/planted-electron.ts', `import { app } from 'electron';\nexport const name = app.name;`],
  ['engine-never-electron', 'electron/engine/handlers/planted-electron.ts', `import type { App } from 'electron';\nexport type Shell = App;`],
  ['engine-never-shell', 'electron/engine/planted-shell.ts', `import { key } from '../shell/planted-key.ts';\nexport const taken = key;`],
  ['shell-to-engine', 'electron/shell/planted-behind.ts', `import type { Database } from '../engine/storage/schema.ts';\nexport type Stored = Database;`],
  ['shell-to-engine', 'electron/shell/planted-files.ts', `import { fileStore } from '../engine/files/file-store.ts';\nexport const store = fileStore;`],
  ['shell-to-shared', 'electron/shell/planted-letter.ts', `import type { Letter } from '../../shared/letter/letter.ts';\nexport type Written = Letter;`],
  ['electron-only-in-its-shell', 'electron/shell/planted-electron.ts', `import { app } from 'electron';\nexport const name = app.name;`],
  ['preload-is-small', 'electron/preload.ts', `import { ipcRenderer } from 'electron';\nimport { key } from './shell/planted-key.ts';\nipcRenderer.send(key);`],
  ['start-needs-nothing', 'electron/start/planted-npm.mjs', `import { z } from 'zod';\nexport const text = z.string();`],
  ['ships-what-it-runs', 'electron/shell/planted-dev.ts', `import { build } from 'vite';\nexport const make = build;`],
];

/** Files the planted ones lean on; innocent by themselves. */
const leanedOn: [string, string][] = [
  ['shared/domain/planted-b.ts', `import type { A } from './planted-a.ts';\nexport type B = A | 2;`],
  ['renderer/features/planted-one/own.ts', `export const own = 1;`],
  ['renderer/app/planted-frame.ts', `export const frame = 1;`],
  ['electron/shell/planted-key.ts', `export const key = 'k';`],
];

describe('the layers of the project', () => {
  test('are read in full and kept', () => {
    const { read, violations } = cruiseLayers();
    expect(read).toBeGreaterThan(fewestModules);
    expect(violations).toEqual([]);
  });
});

describe('a copy with planted violations', () => {
  let copy: string;
  let report: LayerReport;

  beforeAll(() => {
    copy = newFolder();
    for (const name of ['electron', 'renderer', 'shared', 'tests/architecture']) cpSync(join(root, name), join(copy, name), { recursive: true });
    for (const name of ['package.json', 'tsconfig.json', '.dependency-cruiser.cjs']) cpSync(join(root, name), join(copy, name));
    symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'), 'junction');
    for (const [path, text] of [...planted.map(([, path, text]) => [path, text] as const), ...leanedOn]) {
      mkdirSync(dirname(join(copy, path)), { recursive: true });
      writeFileSync(join(copy, path), `${text}\n`);
    }
    report = cruiseLayers(copy);
  });

  afterAll(() => removeFolder(copy));

  test.each(planted)('%s is seen in %s, and what is allowed is said', (rule, path) => {
    const seen = report.violations.find((violation) => violation.rule === rule && violation.from === path);
    expect(seen, `${rule} in ${path}`).toBeDefined();
    expect(seen?.allowed).not.toBe('');
  });

  test('every rule of the configuration has a planted violation', async () => {
    const { default: config } = (await import(join(root, '.dependency-cruiser.cjs'))) as { default: { forbidden: { name: string }[] } };
    expect(new Set(planted.map(([rule]) => rule))).toEqual(new Set(config.forbidden.map(({ name }) => name)));
  });

  test('files that only use what they may are left alone', () => {
    const accused = new Set(report.violations.filter(({ from }) => from.includes('planted-')).map(({ from }) => from));
    for (const [path] of leanedOn.filter(([path]) => !path.includes('planted-b.ts'))) expect(accused).not.toContain(path);
  });
});
