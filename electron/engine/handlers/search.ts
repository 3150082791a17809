import { findEverywhere } from '../storage/search-everywhere.ts';
import { listImplementer } from './implementer.ts';

export const all = listImplementer.search.all.handler(async ({ input: { text, limit }, context }) => ({ hits: await findEverywhere(context.database, text, limit) }));
