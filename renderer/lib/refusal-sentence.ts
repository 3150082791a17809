import { ORPCError } from '@orpc/client';
import type { Problem } from '../../shared/domain/refusal.ts';
import { GestureRefused } from './gesture-refused.ts';

const unforeseen = 'Chương trình chưa trả lời được. Những gì đã lưu vẫn còn nguyên; hãy thử lại, nếu vẫn vậy thì mở lại chương trình.';

const dataOf = (error: { data: unknown }): object => (typeof error.data === 'object' && error.data !== null ? error.data : {});

/** Whether the engine itself said no, so that nothing was written; else its answer may have been lost on the way. */
export const wasAnswered = (error: unknown): boolean => error instanceof ORPCError && (error.defined || 'reference' in dataOf(error));

/** The code of the engine's refusal; null for anything else. */
export const refusalCode = (error: unknown): string | null => (error instanceof ORPCError && error.defined ? String(error.code) : null);

/** What to tell a person of what failed: the engine's or the shell's own sentence (a refusal, or a reference to the log), else a calm one. */
export function refusalSentence(error: unknown): string {
  if (error instanceof GestureRefused) return error.message;
  return wasAnswered(error) ? (error as Error).message : unforeseen;
}

/** The problems a refusal names, field by field. */
export function refusalProblems(error: unknown): Problem[] {
  if (!(error instanceof ORPCError)) return [];
  const { problems } = dataOf(error) as { problems?: unknown };
  if (!Array.isArray(problems)) return [];
  return problems.filter((problem: unknown): problem is Problem => typeof problem === 'object' && problem !== null && 'field' in problem && 'message' in problem);
}
