import { foldedAgencyKey } from './agency-key.ts';
import type { ExpandedLine } from './expand-line.ts';

/**
 * Whose names go on envelopes: a line that stands for several agencies gives one each, any other is as it was written.
 * Whoever stands on several lines gets one envelope.
 */
export function envelopeNames(lines: readonly Pick<ExpandedLine, 'line' | 'group' | 'agencies'>[]): string[] {
  const names = lines.flatMap(({ line, group, agencies }) => (agencies.length > 1 || (group !== null && agencies.length > 0) ? agencies.map(({ name }) => name) : [line.trim()]));
  const seen = new Set<string>();
  return names.filter((name) => {
    const key = foldedAgencyKey(name);
    return name !== '' && !seen.has(key) && seen.add(key);
  });
}
