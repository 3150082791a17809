import { implement } from '@orpc/server';
import { contract } from '../../../shared/contract/contract.ts';
import type { EngineParts } from '../engine-parts.ts';
import { refusalToError } from '../refusal-to-error.ts';

/** The contract to be implemented: every refusal leaves typed, every surprise as a reference to the log. */
export const implementer = implement(contract)
  .$context<EngineParts>()
  .use(async ({ next, context, path }) => {
    try {
      await context.refuseUnusable(path);
      return await next();
    } catch (error) {
      throw refusalToError(error, context.log);
    }
  });
