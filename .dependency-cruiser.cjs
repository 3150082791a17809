// Who may import whom. The folder's name says what a file may touch; each message says what it may.
// Type-only imports count: a type drags the knowledge of its owner with it.

const rule = (name, comment, from, to) => ({ name, severity: 'error', comment, from, to });

/** Everything a folder may import, its own files included; whatever else it reaches is a violation. */
const only = (name, comment, folder, allowed) =>
  rule(name, comment, { path: folder }, { pathNot: [folder, ...allowed.map((path) => (path.startsWith('^') || path.startsWith('(') ? path : `^${path}`))] });

const npm = (...names) => `(^|/)node_modules/(${names.map((name) => name.replaceAll('/', '\\/')).join('|')})/`;
const electronPackage = '(^|/)node_modules/electron/|^electron$';
const shells = '^electron/(main|preload|engine-process|serve|cli)\\.ts$|^electron/shell/';
const electronShell = '^electron/(main|preload|engine-process)\\.ts$|^electron/shell/electron-[^/]+\\.ts$';

// What of the engine a shell may know: how to make one, where a data folder may lie, how a file is written whole and how
// a disk's error reads, so that there is one way to write a file.
const engineDoors = '^electron/engine/(engine|files/(data-folder|atomic-write|storage-refusal))\\.ts$';

/** What the window is made of; a folder's name stands for all packages in it. */
const windowPackages = ['react', 'react-dom', 'react-router', '@mantine', '@tabler/icons-react', '@tanstack', '@tiptap', '@orpc/client', '@orpc/contract', '@orpc/tanstack-query', '@fontsource', 'zod',
  // draws the pages of a scan beside the form that enters it
  'pdfjs-dist',
  // reads the guide and the changelog
  'marked'];

module.exports = {
  forbidden: [
    rule('no-circular', 'Two files may not import each other, type-only imports included: move what both need into a third file.', {}, { circular: true }),
    rule('not-to-unresolvable', 'An import names a file or package that is not there.', {}, { couldNotResolve: true, pathNot: electronPackage }),
    rule('no-orphans', 'A file nobody imports and nothing starts is dead: use it or delete it.', { orphan: true, path: '^(electron|renderer|shared)/', pathNot: ['\\.d\\.ts$', '\\.css$', shells, 'worker\\.ts$', '^electron/start'] }, {}),
    rule('not-to-tests', 'The program does not know its tests: move what both need to shared.', { path: '^(electron|renderer|shared)/' }, { path: '^tests/' }),

    only('shared-domain', 'shared/domain may import shared/domain, nothing else.', '^shared/domain/', []),
    only('shared-letter', 'shared/letter may import shared/domain.', '^shared/letter/', ['shared/domain/']),
    only('shared-report', 'shared/report may import shared/domain.', '^shared/report/', ['shared/domain/']),
    only('shared-contract', 'shared/contract may import zod, @orpc/contract, shared/domain and shared/letter.', '^shared/contract/', ['shared/(domain|letter)/', npm('zod', '@orpc/contract')]),

    rule('renderer-knows-the-contract', 'renderer may import renderer, shared and packages of the window; the engine is reached through shared/contract.', { path: '^renderer/' }, { path: '^electron/' }),
    rule('renderer-has-no-node', 'renderer runs in a sandboxed page: no Node, no electron, no database, no document builders.', { path: '^renderer/' }, { dependencyTypes: ['core'] }),
    rule('renderer-packages', `renderer may import ${windowPackages.join(', ')}: databases, document builders and electron belong to the engine.`, { path: '^renderer/', pathNot: '^renderer/vite-env\\.d\\.ts$' }, { path: ['node_modules/', electronPackage], pathNot: npm(...windowPackages) }),
    rule('renderer-lib', 'renderer/components and renderer/lib may import each other, renderer/styles, shared and packages; not features, not app.', { path: '^renderer/(components|lib)/' }, { path: '^renderer/', pathNot: '^renderer/(components|lib|styles)/' }),
    rule('renderer-feature', 'A feature may import its own folder, renderer/components, lib, styles and shared: never another feature, never app.', { path: '^renderer/features/([^/]+)/' }, { path: '^renderer/', pathNot: ['^renderer/features/$1/', '^renderer/(components|lib|styles)/'] }),

    only('engine-documents', 'engine/documents may import shared/letter, shared/report, shared/domain, docx, exceljs, pdf-lib, fontkit, fflate, streams and worker threads: bytes out, no files, no paths, no storage.', '^electron/engine/documents/', ['shared/(letter|report|domain)/', npm('docx', 'exceljs', '@cantoo/pdf-lib', 'fontkit', '@types/fontkit', 'fflate'), '^(node:)?(worker_threads|stream)$']),
    rule('engine-storage', 'engine/storage may import shared/domain, the letter and row shapes it keeps (shared/letter, shared/contract), kysely and better-sqlite3: not handlers, documents or files.', { path: '^electron/engine/storage/' }, { path: ['^electron/', '^shared/', 'node_modules/'], pathNot: ['^electron/engine/storage/', '^shared/(domain|letter|contract)/', npm('kysely', 'better-sqlite3', '@types/better-sqlite3')] }),
    rule('database-in-storage', 'Only engine/storage may import kysely and better-sqlite3; engine-parts.ts and engine.ts may name the type of the open book. Questions to the book belong to a repository.', { path: '^electron/', pathNot: '^electron/engine/(storage/|engine-parts\\.ts$|engine\\.ts$)' }, { path: npm('kysely', 'better-sqlite3', '@types/better-sqlite3') }),
    rule('database-types-alone', 'engine.ts and engine-parts.ts may name types of kysely, never run it.', { path: '^electron/engine/engine(-parts)?\\.ts$' }, { path: npm('kysely', 'better-sqlite3', '@types/better-sqlite3'), dependencyTypesNot: ['type-only'] }),
    rule('engine-files', 'engine/files may import shared/domain and Node: it knows bytes and paths, not books or letters.', { path: '^electron/engine/files/' }, { path: ['^electron/', '^shared/', 'node_modules/'], pathNot: ['^electron/engine/files/', '^shared/domain/'] }),
    rule('engine-never-electron', 'engine is plain Node: what needs electron belongs to electron/shell.', { path: '^electron/engine/' }, { path: electronPackage }),
    rule('engine-never-shell', 'engine may import engine, shared and packages: shells start it, it does not know them.', { path: '^electron/engine/' }, { path: ['^electron/', '^renderer/'], pathNot: '^electron/engine/' }),

    rule('shell-to-engine', 'A shell may import engine.ts and of engine/files data-folder.ts, atomic-write.ts and storage-refusal.ts, nothing else of the engine.', { path: shells }, { path: '^electron/engine/', pathNot: engineDoors }),
    rule('shell-to-shared', 'A shell may import shared/contract and shared/domain: letters are the business of the engine.', { path: shells }, { path: ['^shared/', '^renderer/'], pathNot: '^shared/(contract|domain)/' }),
    rule('electron-only-in-its-shell', 'Only main.ts, preload.ts, engine-process.ts and shell/electron-*.ts may import electron: the other shells run without it.', { path: '^electron/', pathNot: electronShell }, { path: electronPackage }),
    only('preload-is-small', 'preload.ts may import electron, shared/contract/host.ts and the channel names of shell/electron-channels.ts.', '^electron/preload\\.ts$', ['shared/contract/host\\.ts$', 'electron/shell/electron-channels\\.ts$', `(${electronPackage})`]),
    only('start-needs-nothing', 'electron/start.mjs and electron/start may import Node and each other: they run before anything is installed.', '^electron/start(\\.mjs$|/)', ['^(node:)?[a-z_/]+$', '^electron/(serve|cli)\\.ts$']),
    rule('ships-what-it-runs', 'The program may import what package.json lists under dependencies: devDependencies are not in the package.', { path: '^electron/' }, { dependencyTypes: ['npm-dev', 'npm-no-pkg'], dependencyTypesNot: ['type-only'], pathNot: electronPackage }),
  ],
  options: {
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    doNotFollow: { path: 'node_modules' },
    exclude: { path: ['^(dist|release)/'] },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'node', 'default', 'types'], extensions: ['.ts', '.tsx', '.mjs', '.js', '.cjs', '.json', '.d.ts'] },
  },
};
