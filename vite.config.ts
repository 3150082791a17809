import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

/** The window: one folder of files without any other host, opened over loopback HTTP or from `app://`. */
export default defineConfig({
  root: 'renderer',
  base: './',
  plugins: [react()],
  build: {
    outDir: '../dist/renderer',
    emptyOutDir: true,
    target: 'chrome130',
    // everything stays a file of its own: the content policy allows no data: addresses
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 2000,
  },
});
