/** Shares are kept to the hundredth of a percent. */
const parts = 10_000;

/**
 * What part of their sum each value is, in percent with two decimals that add up to exactly 100 (the largest remainders
 * are rounded up). A missing value has no share; null when there is nothing to share: no sum, or a value below zero.
 */
export function shares(values: readonly (number | null)[]): (number | null)[] | null {
  const known = values.filter((value) => value !== null);
  const sum = known.reduce((total, value) => total + value, 0);
  if (!(sum > 0) || known.some((value) => value < 0)) return null;
  const exact = values.map((value) => (value === null ? null : (value / sum) * parts));
  const given = exact.map((value) => (value === null ? null : Math.floor(value)));
  let left = parts - given.reduce<number>((total, value) => total + (value ?? 0), 0);
  const remainders = exact.flatMap((value, at) => (value === null ? [] : [{ at, remainder: value - Math.floor(value) }]));
  for (const { at } of remainders.sort((one, other) => other.remainder - one.remainder || one.at - other.at)) {
    if (left <= 0) break;
    given[at] = (given[at] ?? 0) + 1;
    left -= 1;
  }
  return given.map((value) => (value === null ? null : value / 100));
}

/** The place of each value from the greatest; equal ones share the better place and the next is left out (1, 2, 2, 4). */
export function ranks(values: readonly (number | null)[]): (number | null)[] {
  return values.map((value) => (value === null ? null : 1 + values.filter((other) => other !== null && other > value).length));
}
