import { homedir } from 'node:os';
import { join } from 'node:path';

const programFolder = 'So Cong van';

/** The folder in which this computer's user keeps the books when nothing else is said. */
export function defaultDataFolder(environment: NodeJS.ProcessEnv = process.env, platform: NodeJS.Platform = process.platform): string {
  if (platform === 'win32') return join(environment.APPDATA ?? join(homedir(), 'AppData', 'Roaming'), programFolder);
  if (platform === 'darwin') return join(homedir(), 'Library', 'Application Support', programFolder);
  return join(environment.XDG_DATA_HOME ?? join(homedir(), '.local', 'share'), 'so-cong-van');
}

/** The folder of the program's resources, beside `electron/` in the source. */
export const sourceResources = new URL('../../resources/', import.meta.url);

/** The folder of the built window, beside `electron/` in the source. */
export const builtWindow = new URL('../../dist/renderer/', import.meta.url);
