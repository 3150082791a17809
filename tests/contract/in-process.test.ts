import { openEngine } from '../fixtures/open-engine.ts';
import { contractSuite } from './suite.ts';

contractSuite('a call in process', () => Promise.resolve(openEngine().client));
