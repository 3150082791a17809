import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export interface LayerReport {
  /** How many of the project's own files were read. */
  read: number;
  violations: { rule: string; from: string; to: string; allowed: string }[];
}

interface CruiseOutput {
  modules: { source: string; rules?: unknown }[];
  summary: {
    violations: { from: string; to: string; rule: { name: string } }[];
    ruleSetUsed: { forbidden: { name: string; comment?: string }[] };
  };
}

const root = fileURLToPath(new URL('../..', import.meta.url));
const depcruise = join(root, 'node_modules/dependency-cruiser/bin/dependency-cruiser.mjs');

/** Reads every file of a project folder and answers which imports go where they may not. */
export function cruiseLayers(folder: string = root): LayerReport {
  const folders = ['electron', 'renderer', 'shared', 'tests'].filter((name) => existsSync(join(folder, name)));
  const args = [depcruise, '--config', '.dependency-cruiser.cjs', '--output-type', 'json', ...folders];
  const { stdout, stderr } = spawnSync(process.execPath, args, { cwd: folder, encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 });
  if (!stdout.startsWith('{')) throw new Error(`dependency-cruiser did not answer: ${stderr}`);
  const { modules, summary } = JSON.parse(stdout) as CruiseOutput;
  const comments = new Map(summary.ruleSetUsed.forbidden.map(({ name, comment }) => [name, comment ?? '']));
  return {
    read: modules.filter(({ source }) => /^(electron|renderer|shared|tests)\//.test(source)).length,
    violations: summary.violations.map(({ from, to, rule }) => ({ rule: rule.name, from, to, allowed: comments.get(rule.name) ?? '' })),
  };
}
