import type { MessagePort } from 'node:worker_threads';

/** Messages of oRPC's peers: text, or text and binary in one buffer. They are passed on unread. */
export type RelayedMessage = string | Uint8Array;

/** The far side of a relay: a WebSocket, or a port to a window. */
export interface Wire {
  readonly send: (message: RelayedMessage) => void;
  readonly onMessage: (listener: (message: RelayedMessage) => void) => void;
  readonly onClose: (listener: () => void) => void;
  readonly close: () => void;
}

/**
 * Passes every message between an engine's port and a wire, in order and unchanged, until either side closes; the
 * other side is then closed too, so that the engine aborts what was running for a window that is gone.
 */
export function relay(port: MessagePort, wire: Wire): void {
  port.on('message', wire.send);
  port.on('close', wire.close);
  wire.onMessage((message) => port.postMessage(message));
  wire.onClose(() => port.close());
}
