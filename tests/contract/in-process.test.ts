import { openEngine } from '../fixtures/open-engine.ts';
import { contractSuite } from './suite.ts';
import { trackingSuite } from './tracking-suite.ts';

const open = () => Promise.resolve(openEngine().client);
contractSuite('a call in process', open);
trackingSuite('a call in process', open);
