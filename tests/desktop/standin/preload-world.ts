/** Name of the isolated world in which the preload script runs, apart from the page's own scripts. */
export const PRELOAD_WORLD = 'preload';
/** The function by which that world reaches the main process. */
export const TO_MAIN = '__toMain';

/** What crosses between that world and the main process, as JSON. Binary is base64, ports are numbers. */
export type Crossing =
  | { readonly kind: 'ports'; readonly channel: string; readonly ports: readonly number[] }
  | { readonly kind: 'message'; readonly port: number; readonly text?: string; readonly bytes?: string }
  | { readonly kind: 'close'; readonly port: number };

/**
 * The text of the isolated world: a sandboxed `require` that knows 'electron' only, ports kept by number, and then
 * the preload script as it was bundled.
 */
export function preloadWorld(script: string): string {
  return `(() => {
    const ports = new Map();
    const tell = (crossing) => globalThis.${TO_MAIN}(JSON.stringify(crossing));
    const toBase64 = (data) => btoa(String.fromCharCode(...new Uint8Array(data)));
    const keep = (port) => {
      const number = ports.size + 1;
      ports.set(number, port);
      port.onmessage = ({ data }) =>
        tell({ kind: 'message', port: number, ...(typeof data === 'string' ? { text: data } : { bytes: toBase64(data) }) });
      port.addEventListener('close', () => tell({ kind: 'close', port: number }));
      return number;
    };
    globalThis.__fromMain = (text) => {
      const { kind, port, text: data, bytes } = JSON.parse(text);
      if (kind === 'close') ports.get(port)?.close();
      else ports.get(port)?.postMessage(data ?? Uint8Array.from(atob(bytes), (c) => c.charCodeAt(0)));
    };
    const electron = {
      ipcRenderer: {
        postMessage: (channel, _message, transfer = []) =>
          tell({ kind: 'ports', channel, ports: transfer.map(keep) }),
      },
    };
    const require = (name) => {
      if (name === 'electron') return electron;
      throw new Error('module not found: ' + name);
    };
    // A function of its own: the script's names must not meet ours.
    (function () {
      ${script}
    })();
  })();`;
}
