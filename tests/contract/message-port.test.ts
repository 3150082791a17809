import { MessageChannel } from 'node:worker_threads';
import { createORPCClient } from '@orpc/client';
import { RPCLink } from '@orpc/client/message-port';
import { RPCHandler } from '@orpc/server/message-port';
import { onTestFinished } from 'vitest';
import { type Client, openEngine } from '../fixtures/open-engine.ts';
import { contractSuite } from './suite.ts';

contractSuite('a message port', () => {
  const { engine } = openEngine();
  const { port1, port2 } = new MessageChannel();
  new RPCHandler(engine.router).upgrade(port1, { context: engine.context });
  port1.start();
  port2.start();
  onTestFinished(() => port1.close());
  return Promise.resolve(createORPCClient<Client>(new RPCLink({ port: port2 })));
});
