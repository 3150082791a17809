import { oc } from '@orpc/contract';
import { refusals } from './errors.ts';

/** Where every procedure begins: with the refusals it may answer. */
export const procedure = oc.errors(refusals);
