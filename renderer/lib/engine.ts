import { createORPCClient } from '@orpc/client';
import { RPCLink as FetchLink } from '@orpc/client/fetch';
import { RPCLink as PortLink } from '@orpc/client/message-port';
import type { ContractRouterClient } from '@orpc/contract';
import { createTanstackQueryUtils } from '@orpc/tanstack-query';
import type { Contract } from '../../shared/contract/contract.ts';
import { enginePortHere, enginePortWanted } from '../../shared/contract/host.ts';
import { confirmFirst } from './confirm-first.ts';
import { host } from './host.ts';

export type Engine = ContractRouterClient<Contract>;

function enginePort(): Promise<MessagePort> {
  return new Promise((resolve) => {
    const receive = (event: MessageEvent<unknown>): void => {
      const port = event.ports[0];
      if (event.source !== window || event.data !== enginePortHere || !port) return;
      window.removeEventListener('message', receive);
      port.start();
      resolve(port);
    };
    window.addEventListener('message', receive);
    window.postMessage(enginePortWanted, location.origin);
  });
}

/** The engine as the contract describes it: over the shell's port in Electron, over loopback HTTP in a browser. */
export const engine: Engine =
  host.kind === 'electron'
    ? createORPCClient<Engine>(new PortLink({ port: await enginePort(), interceptors: [confirmFirst] }))
    : createORPCClient<Engine>(new FetchLink({ url: `${location.origin}/rpc`, interceptors: [confirmFirst] }));

/** Query and mutation options of every procedure. */
export const engineQueries = createTanstackQueryUtils(engine);
