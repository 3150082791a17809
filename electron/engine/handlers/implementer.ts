import { implement } from '@orpc/server';
import { contract } from '../../../shared/contract/contract.ts';
import { afterDamage } from '../backup/after-damage.ts';
import type { EngineParts } from '../engine-parts.ts';
import { refusalToError } from '../refusal-to-error.ts';
import { makeFurtherDays } from './make-further-days.ts';

const contractHere = implement(contract).$context<EngineParts>();

/** The contract to be implemented: every refusal leaves typed, every surprise as a reference to the log. */
export const implementer = contractHere.use(guarded());

/**
 * The same for long lists: their rows come from columns of our own making, and looking at every field of every row again
 * would take longer than reading them. The contract's suite and the types hold them to their form.
 */
export const listImplementer = implement(contract).$config({ initialOutputValidationIndex: Number.NaN }).$context<EngineParts>().use(guarded());

/** Areas that show what is owed: the days of duties without an end are made before they are read. */
const readsDays = new Set(['owed', 'outgoing', 'agencies']);

function guarded() {
  return contractHere.middleware(async ({ next, context, path }) => {
    try {
      await context.refuseUnusable(path);
      if (readsDays.has(path[0] ?? '')) await makeFurtherDays(context);
      return await next();
    } catch (error) {
      throw refusalToError(await afterDamage(context, path, error), context.log);
    }
  });
}
