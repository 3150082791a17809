import { unreadTexts } from '../storage/file-text-repository.ts';
import { findEverywhere } from '../storage/search-everywhere.ts';
import { listImplementer } from './implementer.ts';

export const all = listImplementer.search.all.handler(async ({ input: { text, limit }, context: { database } }) => ({
  hits: await findEverywhere(database, text, limit),
  unread: await unreadTexts(database),
}));
