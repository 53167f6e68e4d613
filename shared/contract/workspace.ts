import { z } from 'zod';
import { WORKSPACE_KINDS } from '#shared/domain/model.ts';
import { TAKEN_KINDS } from '#shared/domain/taken-over.ts';
import { reads, writes } from './base.ts';
import { planProblem } from './plan-revisions.ts';
import { filePlace } from './uploads.ts';
import { bilingual } from './words.ts';

/** As a person calls it: one line of text. */
export const workspaceName = z.string().trim().min(1).max(80);
/** An absolute path on this machine, or nothing for a place that the program chooses. */
const newFolder = z.string().min(1).max(1000).optional();

/** What a workspace says of itself. */
const described = {
  kind: z.enum(WORKSPACE_KINDS),
  /** Null: an illustrative one, which screens call in their own language. */
  name: z.string().nullable(),
  /** A copy of a real one to practise on: marked everywhere, and nothing of it flows back. */
  practice: z.boolean(),
};

/** The end of the folder's path that tells it from others of the same name and kind; null where there are none. */
const place = z.string().nullable();

const recent = z.object({
  folder: z.string(),
  /** The last part of the folder's path. */
  folderName: z.string(),
  place,
  /** `gone`: there is no database any more (or its disk is not there). */
  state: z.enum(['here', 'there', 'gone']),
  ...described,
  openedAt: z.string(),
});
export type RecentWorkspaceDto = z.infer<typeof recent>;

const made = z.object({ folder: z.string() });

const takenCounts = z.record(z.enum(TAKEN_KINDS), z.number().int());

export const workspace = {
  /** The workspace that is open, also when the caller looks at a data file. */
  info: reads.output(
    z.object({
      ...described,
      folderName: z.string(),
      /** The folder or disk of a workspace that can only be read: it is looked at in a copy, and nothing is written. */
      readOnlyFolder: z.string().nullable(),
      place,
      createdAt: z.string(),
      /** Whether another workspace can be opened from here; else `npm start -- --data` does it. */
      canOpen: z.boolean(),
    }),
  ),
  /** Those that this user has opened on this machine, the last one first; the open one is among them. */
  list: reads.output(
    z.object({
      workspaces: z.array(recent),
      /** Where a new one goes when no folder is named. */
      defaultPlace: z.string(),
    }),
  ),
  /**
   * Begins a real one in a folder that is empty or not there yet; `from`: with everything of the workspace in that folder
   * that is not built in, `plan`: with the plan of a file instead of the built-in one. WORKSPACE_EXISTS, FOLDER_NOT_EMPTY;
   * of the old one WORKSPACE_MISSING, WORKSPACE_PRACTICE; of the plan PLAN_FILE_REFUSED, FILE_UNREADABLE, PLAN_INVALID.
   */
  create: writes('workspaces')
    .input(
      z.object({
        name: workspaceName,
        folder: newFolder,
        from: z.string().min(1).max(1000).optional(),
        plan: filePlace.optional(),
      }),
    )
    .output(
      made.extend({
        /** What was taken over of an old one, and what was left behind. */
        taken: z.object({ takenOver: takenCounts, leftOut: takenCounts }).nullable(),
      }),
    ),
  /** What a plan file would begin a workspace with, and what is wrong with it. PLAN_FILE_REFUSED, FILE_UNREADABLE. */
  readPlan: reads.input(z.object({ place: filePlace })).output(
    z.object({
      file: z.string(),
      problems: z.array(planProblem),
      /** Null while there are problems. */
      plan: z.object({ ...bilingual, tasks: z.number().int(), indicators: z.number().int() }).nullable(),
    }),
  ),
  /** Copies this real one to practise on. WORKSPACE_NOT_REAL, FOLDER_NOT_EMPTY. */
  copy: writes('workspaces')
    .input(z.object({ name: workspaceName.optional(), folder: newFolder }))
    .output(made),
  /**
   * Opens the workspace in that folder. A page gets the address to go to; where the window itself moves on, null.
   * WORKSPACE_MISSING, WORKSPACE_ELSEWHERE, DATABASE_NEWER, DATABASE_FOREIGN, DATABASE_DAMAGED, before anything is left.
   */
  open: writes('workspaces')
    .input(z.object({ folder: z.string().min(1).max(1000) }))
    .output(z.object({ address: z.string().nullable() })),
};
