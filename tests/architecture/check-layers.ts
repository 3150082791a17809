import { cruiseLayers } from './cruise-layers.ts';

/** Fewer files than this means that the check read nothing, not that the project is clean. */
export const fewestModules = 100;

if (import.meta.main) {
  const { read, violations } = cruiseLayers();
  for (const { from, to, allowed } of violations) process.stdout.write(`${from} → ${to}\n  ${allowed}\n`);
  process.stdout.write(`${read} modules read, ${violations.length} violations\n`);
  if (read < fewestModules || violations.length > 0) process.exitCode = 1;
}
