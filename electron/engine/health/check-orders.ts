import type { HealthFinding, HealthRule } from '../../../shared/contract/health.ts';

/** What the checking thread is asked. */
export type CheckOrder =
  /** Whether a file's pages hang together, at a glance. */
  | { kind: 'glance'; path: string }
  /** Everything about a copy of the book that can be told without its files. */
  | { kind: 'audit'; path: string }
  /** The health of the book and of every file it keeps. */
  | { kind: 'health'; path: string; filesFolder: string; today: string };

export interface CopyAudit {
  /** What SQLite finds wrong, in its own words; empty when nothing. */
  faults: string[];
  schema: number;
  counts: Record<string, number>;
  /** The files that lines link, with the name people know them by. */
  linked: { sha256: string; name: string }[];
}

export interface HealthReport {
  findings: HealthFinding[];
  more: Partial<Record<HealthRule, number>>;
  checked: { incoming: number; outgoing: number; files: number; bytes: number; searched: number; history: number; rules: HealthRule[] };
}

export interface CheckAnswers {
  glance: string | null;
  audit: CopyAudit;
  health: HealthReport;
}

/** What the thread says. */
export type CheckMessage = { progress: [phase: string, done: number, total: number | null] } | { answer: CheckAnswers[keyof CheckAnswers] } | { failure: { message: string; code: string | null } };
