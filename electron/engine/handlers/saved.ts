import { localInstant } from '../../../shared/domain/dates.ts';
import { listSaved, putSaved, removeSaved } from '../storage/saved-repository.ts';
import { listUsed } from '../storage/used-values.ts';
import { implementer } from './implementer.ts';
import { refuseSecrecy } from './refuse-secrecy.ts';

export const list = implementer.saved.list.handler(async ({ input, context }) => ({ rows: await listSaved(context.database, input.kind) }));

export const put = implementer.saved.put.handler(({ input: { kind, ...one }, context }) => {
  // a view may well look for the word; a model is what dispatches are entered from
  if (kind === 'incoming-model' || kind === 'outgoing-model') refuseSecrecy(one);
  return context.write(async ({ database, clock }) => {
    await putSaved(database, kind, one, localInstant(clock()));
    return { name: one.name };
  });
});

export const remove = implementer.saved.remove.handler(({ input: { kind, name }, context }) => context.write(async ({ database }) => ({ removed: await removeSaved(database, kind, name) })));

export const used = implementer.values.list.handler(async ({ input: { field, limit }, context }) => ({ rows: await listUsed(context.database, field, limit) }));
