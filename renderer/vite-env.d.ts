/// <reference types="vite/client" />
import type { Host } from '../shared/contract/host.ts';

declare global {
  interface Window {
    /** Native gestures, put here by Electron's preload; absent in a browser. */
    host?: Host;
  }
}
