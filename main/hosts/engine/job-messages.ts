import type { MessagePort } from 'node:worker_threads';
import type { JobKind, Jobs } from '#main/core/brief/jobs.ts';
import type { ErrorCode, ErrorValues } from '#shared/contract/errors.ts';

/** What the worker for briefings is told. `port` answers the contract and stays its own for the job. */
export type ToJobs =
  | {
      readonly kind: 'start';
      readonly id: number;
      readonly job: JobKind;
      readonly input: Jobs[JobKind]['input'];
      readonly source: string | undefined;
      readonly port: MessagePort;
    }
  | { readonly kind: 'stop'; readonly id: number };

/** What it tells: how far a job is, and once how it ended. */
export type FromJobs =
  | {
      readonly kind: 'progress';
      readonly id: number;
      readonly done: number;
      readonly total: number;
      readonly step: string;
      readonly title?: string;
    }
  | { readonly kind: 'done'; readonly id: number; readonly output: Jobs[JobKind]['output'] }
  | { readonly kind: 'refused'; readonly id: number; readonly code: ErrorCode; readonly values: ErrorValues }
  | { readonly kind: 'failed'; readonly id: number; readonly error: Error };
