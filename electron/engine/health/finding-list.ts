import type { HealthFinding, HealthRule } from '../../../shared/contract/health.ts';

/** How many findings of one rule are listed; the rest is counted. */
const listedPerRule = 200;

/** Gathers what the rules find. */
export interface FindingList {
  add(finding: HealthFinding): void;
  findings: HealthFinding[];
  more: Partial<Record<HealthRule, number>>;
}

/** An empty list. */
export function newFindingList(): FindingList {
  const findings: HealthFinding[] = [];
  const more: Partial<Record<HealthRule, number>> = {};
  const listed = new Map<HealthRule, number>();
  return {
    findings,
    more,
    add(finding) {
      const before = listed.get(finding.rule) ?? 0;
      if (before < listedPerRule) findings.push(finding);
      else more[finding.rule] = (more[finding.rule] ?? 0) + 1;
      listed.set(finding.rule, before + 1);
    },
  };
}
