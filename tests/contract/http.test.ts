import { httpClient, openShell } from '../fixtures/http-client.ts';
import { contractSuite } from './suite.ts';
import { trackingSuite } from './tracking-suite.ts';

const open = async () => httpClient(await openShell());
contractSuite('HTTP on the loopback address', open);
trackingSuite('HTTP on the loopback address', open);
