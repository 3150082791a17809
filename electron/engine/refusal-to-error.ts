import { randomBytes } from 'node:crypto';
import { ValidationError } from '@orpc/contract';
import { ORPCError } from '@orpc/server';
import type { Logger } from 'pino';
import type { z } from 'zod';
import { refusals } from '../../shared/contract/errors.ts';
import { type Problem, Refusal } from '../../shared/domain/refusal.ts';
import { storageRefusal } from './files/storage-refusal.ts';

/** The error that leaves the engine: a refusal as its typed error, anything else as a reference to the log. */
export function refusalToError(error: unknown, log: Logger): ORPCError<string, unknown> {
  if (error instanceof ORPCError && !(error.cause instanceof ValidationError)) return error as ORPCError<string, unknown>;
  const refusal = invalidInput(error) ?? storageRefusal(error);
  if (refusal) {
    log.info({ code: refusal.code, fields: refusal.data.problems?.map((problem) => problem.field) }, 'refused');
    return new ORPCError(refusal.code, { status: refusals[refusal.code].status, message: refusal.message, data: refusal.data, defined: true, cause: refusal });
  }
  const reference = randomBytes(4).toString('hex');
  log.error({ reference, err: error }, 'unexpected');
  return new ORPCError('INTERNAL_SERVER_ERROR', { message: `Có lỗi ngoài dự kiến, việc vừa làm chưa được ghi. Mã tra cứu trong nhật ký: ${reference}.`, data: { reference } });
}

function invalidInput(error: unknown): Refusal | null {
  if (!(error instanceof ORPCError) || error.code !== 'BAD_REQUEST' || !(error.cause instanceof ValidationError)) return null;
  const problems = flatten(error.cause.issues as z.core.$ZodIssue[]);
  return refuseProblems(problems);
}

/** A refusal of the input: the first problem is the sentence, all of them are in its data. */
export function refuseProblems(problems: Problem[]): Refusal {
  const more = problems.length > 1 ? ` (và ${problems.length - 1} chỗ khác)` : '';
  return new Refusal('INPUT_INVALID', `${problems[0]?.message ?? 'Dữ liệu gửi vào không đúng dạng.'}${more}`, { problems });
}

const vietnamese = /[à-ỹđ]/i;

function flatten(issues: z.core.$ZodIssue[]): Problem[] {
  return issues.map((issue) => {
    const field = issue.path.map(String).join('.');
    // built-in messages are English: the field and what was expected say more to whoever wrote the input
    const message = vietnamese.test(issue.message) ? issue.message : field === '' ? 'Dữ liệu gửi vào không đúng dạng.' : `Trường «${field}» thiếu hoặc không đúng dạng.`;
    return { field, message };
  });
}
