import type { HealthFinding, HealthRule } from '../../../shared/contract/health.ts';

/** What a rule looks at, as the head of its findings. */
export const ruleName: Record<HealthRule, string> = {
  database: 'Tệp sổ',
  schema: 'Lời hứa của sổ',
  references: 'Dòng liên quan trong sổ',
  'number-gap': 'Số bị bỏ trống',
  'number-double': 'Số trùng',
  'number-beyond-book': 'Số lớn hơn số sổ đã cấp',
  counter: 'Số kế tiếp của sổ',
  'file-missing': 'Tệp bị mất',
  'file-changed': 'Tệp bị sửa',
  'file-orphan': 'Tệp không thuộc dòng nào',
  link: 'Liên kết giữa các văn bản',
  'search-index': 'Mục tìm kiếm',
  'file-text': 'Chữ trong tệp',
  'date-range': 'Ngày ngoài khoảng',
  'date-order': 'Thứ tự ngày và số',
  history: 'Lịch sử',
  'book-years': 'Năm của sổ',
};

/** Where the window shows what a finding concerns; null when it is no line and no book. */
export function findingAddress({ where }: Pick<HealthFinding, 'where'>): string | null {
  if (where.kind === 'incoming' && where.id !== undefined) return `/van-ban-den?id=${where.id}`;
  if (where.kind === 'outgoing' && where.id !== undefined) return `/van-ban-di?id=${where.id}`;
  if (where.book !== undefined && where.year !== undefined) return `/${where.book === 'incoming' ? 'van-ban-den' : 'van-ban-di'}?year=${where.year}`;
  return null;
}

/** Findings by rule, the rules with errors first, then in the order they were walked. */
export function byRule(findings: readonly HealthFinding[]): { rule: HealthRule; findings: HealthFinding[] }[] {
  const weight = { error: 0, warning: 1, info: 2 } as const;
  const groups = new Map<HealthRule, HealthFinding[]>();
  for (const finding of findings) groups.set(finding.rule, [...(groups.get(finding.rule) ?? []), finding]);
  const worst = (list: readonly HealthFinding[]): number => Math.min(...list.map(({ severity }) => weight[severity]));
  return [...groups].map(([rule, list]) => ({ rule, findings: list })).sort((a, b) => worst(a.findings) - worst(b.findings));
}
