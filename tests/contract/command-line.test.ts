import { join } from 'node:path';
import { commandLineClient } from '../fixtures/command-line.ts';
import { temporaryFolder } from '../fixtures/temporary-folder.ts';
import { contractSuite } from './suite.ts';
import { trackingSuite } from './tracking-suite.ts';

const open = () => Promise.resolve(commandLineClient(join(temporaryFolder(), 'dữ liệu')));
contractSuite('the command line', open);
trackingSuite('the command line', open);
