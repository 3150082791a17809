import { ORPCError } from '@orpc/client';
import type { StandardLinkInterceptorOptions } from '@orpc/client/standard';

/** Puts a question to the person; answers whether it was agreed to. */
type Ask = (question: string) => Promise<boolean>;

let ask: Ask | null = null;

/** From now on questions go to this dialog, until what is answered is called. */
export function answerQuestions(by: Ask): () => void {
  ask = by;
  return () => {
    if (ask === by) ask = null;
  };
}

/** What a refusal wants to be agreed to: the keys the same call is to carry in `confirm`. */
function wantedKeys(error: unknown): string[] {
  if (!(error instanceof ORPCError) || error.code !== 'NEEDS_CONFIRM') return [];
  const { confirm } = (error.data ?? {}) as { confirm?: unknown };
  return Array.isArray(confirm) ? confirm.filter((key) => typeof key === 'string') : [];
}

type Call = StandardLinkInterceptorOptions<Record<never, never>>;

/**
 * Around every call of the engine: what it answers with NEEDS_CONFIRM is put to the person, and the same call goes on
 * with what was agreed to. Declined, it ends as refused.
 */
export async function confirmFirst({ next, ...options }: Call & { next: (call: Call) => Promise<unknown> }): Promise<unknown> {
  for (let call: Call = options; ; ) {
    try {
      return await next(call);
    } catch (error) {
      const keys = wantedKeys(error);
      if (keys.length === 0 || ask === null || !(await ask((error as Error).message))) throw error;
      const input = call.input as { confirm?: string[] };
      // agreed to already and asked again: the engine would ask for ever
      if (keys.every((key) => input.confirm?.includes(key))) throw error;
      call = { ...call, input: { ...input, confirm: [...(input.confirm ?? []), ...keys] } };
    }
  }
}
