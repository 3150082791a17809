import { spawnSync } from 'node:child_process';

/** What was measured, in milliseconds a turn. */
export interface Timing {
  name: string;
  median: number;
  p95: number;
  turns: number;
}

/** What passes from here on, ms: on the clock, and of all threads of this process on the processors. */
export function spending(): () => { ms: number; cpuMs: number } {
  const [begun, cpu] = [performance.now(), process.cpuUsage()];
  return () => {
    const { user, system } = process.cpuUsage(cpu);
    return { ms: performance.now() - begun, cpuMs: (user + system) / 1000 };
  };
}

const quantile = (sorted: readonly number[], share: number): number => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
const median = (values: readonly number[]): number => quantile([...values].sort((one, other) => one - other), 0.5);

/** One work in a process of its own. */
export interface Spent {
  ms: number;
  cpuMs: number;
  peakMb: number;
}

/**
 * Works that run in processes of their own, turn by turn: what else the machine does falls on all of them alike. The file
 * `child` is run with `argsOf(work, round)` and prints what it spent as JSON.
 */
export function spendTogether<Run extends Spent>(child: string, works: readonly string[], rounds: number, argsOf: (work: string, round: number) => string[]): Map<string, Run[]> {
  const runs = new Map<string, Run[]>(works.map((work) => [work, []]));
  for (let round = 0; round < rounds; round += 1) {
    for (const work of works) {
      const { status, stdout, stderr } = spawnSync(process.execPath, [child, ...argsOf(work, round)], { encoding: 'utf8' });
      if (status !== 0) throw new Error(`${child} ${work} ended with ${status}: ${stderr}`);
      runs.get(work)?.push(JSON.parse(stdout) as Run);
    }
  }
  return runs;
}

/** The timings of works named `names`, on the clock. */
export const timingsOf = (runs: ReadonlyMap<string, readonly Spent[]>, names: Record<string, string>): Timing[] =>
  Object.entries(names).map(([work, name]) => {
    const times = (runs.get(work) ?? []).map(({ ms }) => ms);
    return { name, median: median(times), p95: Math.max(...times), turns: times.length };
  });

/** `2301 ms of the processors (1.05)`: the median of a work, and its ratio to that of another. */
export function processorsOf(runs: ReadonlyMap<string, readonly Spent[]>, work: string, against: string): string {
  const of = (name: string): number => median((runs.get(name) ?? []).map(({ cpuMs }) => cpuMs));
  return `${of(work).toFixed(0)} ms of the processors (${(of(work) / of(against)).toFixed(2)})`;
}

/**
 * Times several works turn by turn, one after the other in every round, so that whatever else the machine does falls on
 * all of them alike.
 */
export async function measureTogether(works: Record<string, (turn: number) => unknown>, { rounds, warmup }: { rounds: number; warmup: number }): Promise<Timing[]> {
  const names = Object.keys(works);
  const times = new Map<string, number[]>(names.map((name) => [name, []]));
  for (let round = 0; round < rounds + warmup; round += 1) {
    for (const name of names) {
      const begun = performance.now();
      await works[name]?.(round);
      if (round >= warmup) times.get(name)?.push(performance.now() - begun);
    }
  }
  return names.map((name) => {
    const sorted = (times.get(name) ?? []).sort((one, other) => one - other);
    return { name, median: quantile(sorted, 0.5), p95: quantile(sorted, 0.95), turns: sorted.length };
  });
}

/** Prints timings with their ratio to the one named `against`. */
export function printTable(title: string, timings: readonly Timing[], against: string): void {
  const base = timings.find((timing) => timing.name === against)?.median ?? Number.NaN;
  const rows = timings.map(({ name, median, p95, turns }) => [name, median.toFixed(2), p95.toFixed(2), (1000 / median).toFixed(0), (median / base).toFixed(2), String(turns)]);
  const head = ['', 'median ms', 'p95 ms', 'per second', `ratio to ${against}`, 'turns'];
  const widths = head.map((text, column) => Math.max(text.length, ...rows.map((row) => (row[column] ?? '').length)));
  const line = (cells: readonly string[]): string => cells.map((cell, column) => (column === 0 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0))).join('  ');
  process.stdout.write(`\n${title}\n${line(head)}\n${rows.map(line).join('\n')}\n`);
}
