import { findEverywhere } from '../storage/search-everywhere.ts';
import { implementer } from './implementer.ts';

export const all = implementer.search.all.handler(async ({ input: { text, limit }, context }) => ({ hits: await findEverywhere(context.database, text, limit) }));
