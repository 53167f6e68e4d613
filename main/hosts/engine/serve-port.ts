import type { MessagePort } from 'node:worker_threads';
import { type AnyRouter, type InferRouterInitialContext, ORPCError, onError } from '@orpc/server';
import { StandardRPCHandler } from '@orpc/server/standard';
import { createServerPeerHandleRequestFn } from '@orpc/server/standard-peer';
import { type EncodedMessage, ServerPeer } from '@orpc/standard-server-peer';
import { isErrorCode } from '#shared/contract/errors.ts';
import { SOURCE_HEADER } from '#shared/contract/source-header.ts';
import { logMistake } from './log.ts';

/** Answers the contract on a message port until the port closes; closing aborts what was running on it. */
export type ServePort = (port: MessagePort) => void;

/**
 * Puts a router on message ports. Errors that no person can mend are logged here under `name`, because the caller is
 * told no more than 'internal error'.
 *
 * oRPC's own message port handler leaves its promises to nobody: text that is no message of the protocol, or a
 * stream that throws half way, would end the whole engine. Hence its peer is driven from here.
 */
export function createPortServer<Router extends AnyRouter>(
  served: { readonly router: Router; readonly context: InferRouterInitialContext<Router> },
  name = 'engine',
): ServePort {
  const logUnlessExpected = (error: unknown): void => {
    if (!isExpected(error)) logMistake(name, error);
  };
  const handler = new StandardRPCHandler(served.router, { interceptors: [onError(logUnlessExpected)] });
  const handle: ReturnType<typeof createServerPeerHandleRequestFn> = (request) => {
    const context = { ...served.context, source: sourceOf(request.headers[SOURCE_HEADER]) };
    return createServerPeerHandleRequestFn(handler, { context })(request);
  };
  return (port) => {
    const peer = new ServerPeer((message) => port.postMessage(message));
    port.on('message', (message: EncodedMessage) => {
      peer.message(message, handle).catch(logUnlessExpected);
    });
    port.on('close', () => peer.close());
  };
}

/** A page that looks at an open snapshot says so with every call. */
function sourceOf(header: string | readonly string[] | undefined): string | undefined {
  return typeof header === 'string' ? header : header?.[0];
}

/** Errors of the contract and rejected input belong to the caller; an aborted call is no error at all. */
function isExpected(error: unknown): boolean {
  if (error instanceof Error && error.name === 'AbortError') return true;
  return error instanceof ORPCError && (isErrorCode(error.code) || error.status < 500);
}
