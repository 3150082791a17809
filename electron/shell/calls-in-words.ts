import { ORPCError } from '@orpc/server';
import type { Logger } from 'pino';
import { refusals } from '../../shared/contract/errors.ts';
import type { RefusalCode } from '../../shared/domain/refusal.ts';

type Answered = { matched: boolean };

/** A refusal as it leaves by a carrier: with its code, its sentence, and a status that may be more exact than the code's own. */
export const typedRefusal = (code: RefusalCode, message: string, status: number = refusals[code].status): ORPCError<string, unknown> =>
  new ORPCError(code, { status, message, data: {}, defined: true });

export const unknownCall = 'Không có thủ tục này; xem danh sách bằng «npm run -s cli -- --list».';
export const tooLarge = (mostBytes: number): string =>
  `Lời gọi gửi quá nhiều dữ liệu một lần (nhiều nhất ${Math.floor(mostBytes / 2 ** 20)} MB, mỗi tệp 200 MB) nên không đọc; bỏ bớt tệp hoặc gửi làm nhiều lần.`;

/**
 * For the handlers of the carriers: whatever is wrong with a call before a procedure has it (no such procedure, a body that
 * is too large or cannot be read) is answered as a typed refusal too, and never in the words of a library.
 */
export const callsInWords =
  (log: Logger, mostBytes: number) =>
  async <Answer extends Answered>({ next }: { next: () => Promise<Answer> }): Promise<Answer> => {
    let answer: Answer;
    try {
      answer = await next();
    } catch (error) {
      if (error instanceof ORPCError && error.code === 'PAYLOAD_TOO_LARGE') throw typedRefusal('INPUT_INVALID', tooLarge(mostBytes), 413);
      // procedures throw nothing else: this is the body that could not be read
      if (error instanceof ORPCError) throw error;
      log.info({ err: error }, 'a call that could not be read');
      throw typedRefusal('INPUT_INVALID', 'Dữ liệu gửi vào không đọc được: không phải JSON đúng dạng, hoặc tệp kèm theo bị đứt giữa chừng. Gửi lại.');
    }
    if (!answer.matched) throw typedRefusal('NOT_FOUND', unknownCall);
    return answer;
  };
