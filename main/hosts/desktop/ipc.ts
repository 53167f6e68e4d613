import type { MessagePort } from 'node:worker_threads';
import { type IpcMainEvent, ipcMain, type MessagePortMain } from 'electron';
import { type RelayedMessage, relay, type Wire } from '#main/hosts/engine/relay.ts';
import { isOwnPage } from './page.ts';

/** The channel of the engine between page and main process; the preload script sends a port over it and nothing else. */
const PORT_CHANNEL = 'rpc-port';

/**
 * Relays each port that our own page hands over to a port into the engine. Electron's ports cannot be handed to a
 * worker thread, so the messages take one step more.
 */
export function acceptPorts(connect: () => MessagePort): void {
  ipcMain.on(PORT_CHANNEL, (event: IpcMainEvent) => {
    const [port] = event.ports;
    if (port !== undefined && isOwnPage(event.senderFrame?.url)) relay(connect(), wireOf(port));
    else for (const stray of event.ports) stray.close();
  });
}

function wireOf(port: MessagePortMain): Wire {
  return {
    send: (message) => port.postMessage(message),
    onMessage: (listener) => {
      port.on('message', ({ data }) => listener(data as RelayedMessage));
      port.start();
    },
    onClose: (listener) => port.on('close', listener),
    close: () => port.close(),
  };
}
