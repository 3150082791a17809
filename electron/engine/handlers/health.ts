import { join } from 'node:path';
import { filesFolderName } from '../files/file-store.ts';
import { localDay } from '../../../shared/domain/dates.ts';
import { examine } from '../health/run-check.ts';
import { databaseFileName } from '../storage/open-database.ts';
import { watchOf } from './backup.ts';
import { implementer } from './implementer.ts';

export const check = implementer.health.check.handler(({ input, context }) =>
  context.jobs.run(input?.job, (job) => examine({ path: join(context.dataFolder, databaseFileName), filesFolder: join(context.dataFolder, filesFolderName), today: localDay(context.clock()) }, watchOf(job))),
);
