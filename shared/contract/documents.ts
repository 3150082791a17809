import { z } from 'zod';
import { FileOut } from './file.ts';
import { OutgoingId } from './outgoing.ts';
import { procedure } from './procedure.ts';

const ofLetter = z.object({ id: OutgoingId });
const ofAppendix = ofLetter.extend({ appendix: z.int('Thứ tự phụ lục là số nguyên.').min(1, 'Phụ lục đếm từ 1.').default(1) });

/** The letter with its appendices as Word: the file kept at issue, or a fresh one of a draft. */
export const letter = { docx: procedure.input(ofLetter).output(FileOut) };

/** One appendix by itself. */
export const appendix = {
  docx: procedure.input(ofAppendix).output(FileOut),
  xlsx: procedure.input(ofAppendix).output(FileOut),
};
