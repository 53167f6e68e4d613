import type { ClientContext, ClientLink } from '@orpc/client';

/** One open line to the engine. It lives until `ended` settles or `close` is called; it never reopens itself. */
export interface Transport {
  readonly link: ClientLink<ClientContext>;
  /** Settles when the other side is gone. On a message port that may never happen: the beats tell. */
  readonly ended: Promise<void>;
  readonly close: () => void;
}

/** Opens a line; rejects when there is nobody to answer. */
export type OpenTransport = () => Promise<Transport>;
