import { readdirSync, readFileSync } from 'node:fs';
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';

const pdfjs = new URL('node_modules/pdfjs-dist/', import.meta.url);
const filesOf = (folder: string): string[] => readdirSync(new URL(folder, pdfjs)).filter((name) => !name.startsWith('LICENSE')).map((name) => `${folder}${name}`);

/** What pdfjs fetches by name while it draws: decoders of scanned pages, fonts and character maps of files that bring none. */
const besidePdf: Plugin = {
  name: 'beside-pdf',
  apply: 'build',
  generateBundle() {
    const decoders = filesOf('wasm/').filter((path) => path.endsWith('_nowasm_fallback.js'));
    for (const path of decoders) this.emitFile({ type: 'asset', fileName: `pdf/${path.slice('wasm/'.length)}`, source: readFileSync(new URL(path, pdfjs)) });
    for (const path of [...filesOf('standard_fonts/'), ...filesOf('cmaps/')]) this.emitFile({ type: 'asset', fileName: `pdf/${path}`, source: readFileSync(new URL(path, pdfjs)) });
  },
};

/** The window: one folder of files without any other host, opened over loopback HTTP or from `app://`. */
export default defineConfig({
  root: 'renderer',
  base: './',
  plugins: [react(), besidePdf],
  build: {
    outDir: '../dist/renderer',
    emptyOutDir: true,
    target: 'chrome130',
    // everything stays a file of its own: the content policy allows no data: addresses
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 2000,
    // what the window begins with is one file, not fifty: the others are read while it stands idle
    rolldownOptions: { output: { codeSplitting: { groups: [{ name: 'start', tags: ['$initial'] }] } } },
  },
});
