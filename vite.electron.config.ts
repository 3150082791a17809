import { builtinModules } from 'node:module';
import { resolve } from 'node:path';
import { defineConfig } from 'vite';

const source = (name: string): string => resolve(import.meta.dirname, 'electron', name);

const main: Record<string, string> = { main: source('main.ts'), 'engine-process': source('engine-process.ts'), 'document-worker': source('engine/documents/document-worker.ts'), 'check-worker': source('engine/health/check-worker.ts'), 'import-worker': source('engine/import/import-worker.ts'), 'stranger-worker': source('engine/strangers/stranger-worker.ts') };
const preload: Record<string, string> = { preload: source('preload.ts') };

/**
 * What runs inside Electron, in `dist/electron`: main process, engine process and the workers as modules, the
 * sandboxed preload as CommonJS. Packages stay outside: they are shipped as they are.
 */
export default defineConfig(({ mode }) => ({
  publicDir: false,
  build: {
    ssr: true,
    outDir: 'dist/electron',
    emptyOutDir: mode !== 'preload',
    target: 'node24',
    minify: false,
    rolldownOptions: {
      external: (id: string) => id === 'electron' || id.startsWith('node:') || builtinModules.includes(id) || (!/^[./]/.test(id) && !/^[A-Za-z]:[\\/]/.test(id)),
      input: mode === 'preload' ? preload : main,
      output: mode === 'preload' ? { format: 'cjs', entryFileNames: '[name].cjs' } : { format: 'es', entryFileNames: '[name].js', chunkFileNames: 'part-[name]-[hash].js' },
    },
  },
}));
