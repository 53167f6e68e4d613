import type { ClientContext, ClientLink } from '@orpc/client';

/** One open line to the engine. It lives until `ended` settles or `close` is called; it never reopens itself. */
export interface Transport {
  readonly link: ClientLink<ClientContext>;
  /** Settles when the other side is gone. On a message port that may never happen: the beats tell. */
  readonly ended: Promise<void>;
  readonly close: () => void;
}

/** Why a line cannot be had: nobody answers, or somebody who does not know this page. */
export type LineTrouble = 'gone' | 'refused';

export class LineError extends Error {
  readonly trouble: LineTrouble;

  constructor(trouble: LineTrouble) {
    super(trouble === 'gone' ? 'Nobody answers' : 'The host does not know this page');
    this.trouble = trouble;
  }
}

/** Opens a line; rejects when it cannot be had, with a LineError where the reason is known. */
export type OpenTransport = () => Promise<Transport>;
