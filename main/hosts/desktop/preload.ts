import { ipcRenderer } from 'electron';

// The name is repeated here because a sandboxed preload script is one file: the bundle keeps it free of imports.
const PORT_CHANNEL = 'rpc-port';

interface PageMessage {
  readonly source: unknown;
  readonly data: unknown;
  readonly ports: NonNullable<Parameters<typeof ipcRenderer.postMessage>[2]>;
}

declare const window: { addEventListener(type: 'message', listener: (event: PageMessage) => void): void };

// The page gets no function of ours: it posts a port to itself, and we pass that port on.
window.addEventListener('message', (event) => {
  if (event.source === window && event.data === PORT_CHANNEL) {
    ipcRenderer.postMessage(PORT_CHANNEL, null, [...event.ports]);
  }
});
