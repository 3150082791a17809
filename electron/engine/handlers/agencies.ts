import { listAgencies } from '../storage/agency-repository.ts';
import { implementer } from './implementer.ts';

export const list = implementer.agencies.list.handler(async ({ context }) => ({ rows: await listAgencies(context.database) }));
