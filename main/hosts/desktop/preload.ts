import { ipcRenderer } from 'electron';

// The names are repeated here because a sandboxed preload script is one file: the bundle keeps it free of imports.
const CHANNELS: readonly unknown[] = ['rpc-port', 'choose-folder'];

interface PageMessage {
  readonly source: unknown;
  readonly data: unknown;
  readonly ports: NonNullable<Parameters<typeof ipcRenderer.postMessage>[2]>;
}

declare const window: { addEventListener(type: 'message', listener: (event: PageMessage) => void): void };

// The page gets no function of ours: it posts a port to itself, and we pass that port on. One kind of port speaks to
// the engine, the other asks for a folder.
window.addEventListener('message', (event) => {
  if (event.source === window && typeof event.data === 'string' && CHANNELS.includes(event.data)) {
    ipcRenderer.postMessage(event.data, null, [...event.ports]);
  }
});
