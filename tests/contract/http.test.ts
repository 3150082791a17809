import { httpClient, openShell } from '../fixtures/http-client.ts';
import { contractSuite } from './suite.ts';

contractSuite('HTTP on the loopback address', async () => httpClient(await openShell()));
