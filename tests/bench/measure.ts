/** What was measured, in milliseconds a turn. */
export interface Timing {
  name: string;
  median: number;
  p95: number;
  turns: number;
}

const quantile = (sorted: readonly number[], share: number): number => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;

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
