import { MessageChannel } from 'node:worker_threads';
import { createORPCClient } from '@orpc/client';
import { RPCLink } from '@orpc/client/message-port';
import { RPCHandler } from '@orpc/server/message-port';
import { onTestFinished } from 'vitest';
import { type Client, openEngine } from '../fixtures/open-engine.ts';
import { contractSuite } from './suite.ts';
import { trackingSuite } from './tracking-suite.ts';

const open = (): Promise<Client> => {
  const { engine } = openEngine();
  const { port1, port2 } = new MessageChannel();
  new RPCHandler(engine.router).upgrade(port1, { context: engine.context });
  port1.start();
  port2.start();
  onTestFinished(() => port1.close());
  return Promise.resolve(createORPCClient<Client>(new RPCLink({ port: port2 })));
};
contractSuite('a message port', open);
trackingSuite('a message port', open);
