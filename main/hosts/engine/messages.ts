import type { MessagePort } from 'node:worker_threads';
import type { ApplicationOptions } from '#main/core/app.ts';
import type { FillingProgress } from '#main/core/prepare.ts';
import type { ErrorCode, ErrorValues } from '#shared/contract/errors.ts';

/** Everything of the application's options that can cross into a worker (functions cannot). */
export type EngineOptions = Omit<
  ApplicationOptions,
  | 'clock'
  | 'jobs'
  | 'snapshotJobs'
  | 'backupJobs'
  | 'restart'
  | 'illustrative'
  | 'openWorkspace'
  | 'watchesFolder'
  | 'onFilling'
  | 'onCopy'
  | 'onRestored'
> & {
  /**
   * How another workspace is opened: a page is sent to the host of its data folder, which is started where none runs, or
   * the host is told, and moves on with its window. Absent: not from here.
   */
  readonly opensWorkspaces?: 'page' | 'window';
};

/** What a host says to the engine's worker. */
export type ToEngine = { readonly kind: 'connect'; readonly port: MessagePort } | { readonly kind: 'close' };

/**
 * What the engine's worker says to its host: how far it is, then once how that ended, and later which workspace to open
 * instead. Calls travel on the ports.
 */
export type FromEngine =
  | { readonly kind: 'filling'; readonly progress: FillingProgress }
  | { readonly kind: 'open'; readonly folder: string }
  | { readonly kind: 'ready' }
  | { readonly kind: 'refused'; readonly code: ErrorCode; readonly values: ErrorValues };
