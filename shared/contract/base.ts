import { oc } from '@orpc/contract';
import { z } from 'zod';
import { ERROR_CODES, type ErrorCode } from './errors.ts';

/** What can change in the workspace, so that screens ask again for just that. */
export const TOPICS = [
  'figures',
  'statuses',
  'alerts',
  'rules',
  'settings',
  'cuts',
  'inbox',
  'drafts',
  'snapshots',
  'backups',
  'journal',
  'workspaces',
] as const;
export type Topic = (typeof TOPICS)[number];

/** What of the workspace a procedure may change: told to every listener when it is done. None: it only reads. */
export interface Mark {
  readonly writes: readonly Topic[];
}

const errorData = z.object({ values: z.record(z.string(), z.union([z.string(), z.number()])) });

const errorMap = Object.fromEntries(ERROR_CODES.map((code) => [code, { data: errorData }])) as Record<
  ErrorCode,
  { readonly data: typeof errorData }
>;

/** Every procedure starts here or at `writes`, so that each one is marked and speaks the same closed list of errors. */
export const reads = oc.$meta<Mark>({ writes: [] }).errors(errorMap);

/** A procedure that changes the workspace: refused with SNAPSHOT_READ_ONLY to a caller that looks at a snapshot. */
export const writes = (...topics: readonly [Topic, ...Topic[]]) => reads.meta({ writes: topics });
