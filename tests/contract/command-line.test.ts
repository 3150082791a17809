import { join } from 'node:path';
import { commandLineClient } from '../fixtures/command-line.ts';
import { temporaryFolder } from '../fixtures/temporary-folder.ts';
import { contractSuite } from './suite.ts';

contractSuite('the command line', () => Promise.resolve(commandLineClient(join(temporaryFolder(), 'dữ liệu'))), 120_000);
