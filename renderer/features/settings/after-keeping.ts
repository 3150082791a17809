const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value);
const isSame = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);

/** The values of a form after its answer came: as they were kept, except where one has gone on typing since they were sent. */
export function afterKeeping<Values extends object>(now: Values, sent: Values, kept: Values): Values {
  const merge = (typed: unknown, given: unknown, answered: unknown): unknown => {
    if (isSame(typed, given)) return answered;
    if (!isRecord(typed) || !isRecord(given) || !isRecord(answered)) return typed;
    return Object.fromEntries(Object.keys(typed).map((key) => [key, merge(typed[key], given[key], answered[key])]));
  };
  return merge(now, sent, kept) as Values;
}
