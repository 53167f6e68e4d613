import { eventIterator } from '@orpc/contract';
import { z } from 'zod';
import { reads, TOPICS } from './base.ts';
import { bilingual, sourceKind, workspaceMark } from './words.ts';

export const applicationEvent = z.discriminatedUnion('kind', [
  /** The engine's heartbeat: a screen that has not heard one for three beats says that the engine is silent. */
  z.object({
    kind: z.literal('beat'),
    at: z.string(),
    everyMs: z.number(),
    /** The database file was moved or replaced: what is shown is the last that was known, and nothing is written. */
    isDatabaseMoved: z.boolean(),
  }),
  z.object({ kind: z.literal('changed'), at: z.string(), topics: z.array(z.enum(TOPICS)) }),
]);
export type ApplicationEvent = z.infer<typeof applicationEvent>;

const named = { code: z.string(), ...bilingual, shortName: z.string(), shortNameEn: z.string() };
const planHead = z.object({
  ...named,
  /** With their first and last days (yyyy-mm-dd). */
  phases: z.array(z.object({ ...named, start: z.string(), end: z.string() })).readonly(),
});
export type PlanHeadDto = z.infer<typeof planHead>;

export const application = {
  info: reads.output(
    z.object({
      version: z.string(),
      dataFolder: z.string(),
      schemaVersion: z.number().int(),
      /** Kinds of source that the figures rest on. */
      sourceKinds: z.array(sourceKind),
      mark: workspaceMark,
      /** The plan that the workspace, or the data file that is looked at, is about. */
      plan: planHead,
      startedAt: z.string(),
    }),
  ),
  /** Beats and changes until the caller stops listening. */
  events: reads.output(eventIterator(applicationEvent)),
};
