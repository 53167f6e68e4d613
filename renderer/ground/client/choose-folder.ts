/** What the preload script passes on; the desktop host answers on the port. */
const HANDOVER = 'choose-folder';

/** Whether this page lives in a window of the desktop host, which has a dialog for folders. */
export function canChooseFolder(): boolean {
  return window.location.hostname === 'bundle';
}

/** The folder a person chose in the system's own dialog; null when they chose none. */
export function chooseFolder(): Promise<string | null> {
  const { port1, port2 } = new MessageChannel();
  return new Promise((resolve) => {
    port1.onmessage = ({ data }: MessageEvent<unknown>) => {
      port1.close();
      resolve(typeof data === 'string' && data !== '' ? data : null);
    };
    window.postMessage(HANDOVER, window.location.origin, [port2]);
  });
}
