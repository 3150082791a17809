import type { Host } from '../../shared/contract/host.ts';
import { browserHost } from './browser-host.ts';
import { withGestureSentences } from './gesture-refused.ts';

/** The shell this window runs in. */
export const host: Host = window.host ? withGestureSentences(window.host) : browserHost;
