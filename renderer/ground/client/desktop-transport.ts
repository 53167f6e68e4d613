import { RPCLink } from '@orpc/client/message-port';
import { sourceHeaders } from './source.ts';
import type { OpenTransport } from './transport.ts';

/** What the preload script listens for; it hands the port on to the main process and knows nothing else. */
const HANDOVER = 'rpc-port';

/** Hands one end of a message channel to the preload script and speaks over the other. */
export const openDesktopTransport: OpenTransport = async () => {
  const { port1, port2 } = new MessageChannel();
  const ended = new Promise<void>((resolve) => port1.addEventListener('close', () => resolve()));
  window.postMessage(HANDOVER, window.location.origin, [port2]);
  const link = new RPCLink({ port: port1, headers: sourceHeaders });
  port1.start();
  return { link, ended, close: () => port1.close() };
};
