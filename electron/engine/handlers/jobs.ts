import { implementer } from './implementer.ts';

export const get = implementer.jobs.get.handler(({ input, context }) => context.jobs.get(input.job));

export const cancel = implementer.jobs.cancel.handler(({ input, context }) => ({ asked: context.jobs.cancel(input.job) }));
