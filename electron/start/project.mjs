import { existsSync, readFileSync, realpathSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder of the project, whatever folder the command was given in. */
export const root = fileURLToPath(new URL('../..', import.meta.url)).replace(/[\\/]$/, '');

/** A path inside the project. */
export const inRoot = (...parts) => join(root, ...parts);

/** Node 24 as the devDependency `node` brings it: the machine's own Node may be one on which SQLite crashes. */
export const projectNode = inRoot('node_modules', 'node', 'bin', process.platform === 'win32' ? 'node.exe' : 'node');

/** Whether this very process runs on the project's Node. */
export function onProjectNode() {
  try {
    return realpathSync(process.execPath) === realpathSync(projectNode);
  } catch {
    return false;
  }
}

/** The script behind a tool's command (`tsc` of `typescript`), to be run with the project's Node: no shell, no PATH. */
export function toolScript(packageName, command = packageName) {
  const folder = inRoot('node_modules', ...packageName.split('/'));
  const { bin } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  return join(folder, typeof bin === 'string' ? bin : bin[command]);
}

/** The file's text, or null where there is none. */
export function textOf(path) {
  return existsSync(path) ? readFileSync(path, 'utf8') : null;
}
