import { z } from 'zod';
import { reads, writes } from './base.ts';

/** What the program itself is called where it says who did something; no person can use it. */
export const PROGRAM_NAME = 'KH02 Center';

/** Who does something: written beside acknowledgements, notes, corrections. */
export const personName = z
  .string()
  .trim()
  .min(1)
  .max(120)
  .refine((name) => name !== PROGRAM_NAME, 'the name of the program itself');

const userSettings = z.object({
  /** The person at this machine; null until somebody has said so. */
  personName: z.string().nullable(),
});

export const settings = {
  get: reads.output(userSettings),
  /** Changes what is given and leaves the rest. */
  set: writes('settings')
    .input(z.object({ personName: personName.nullable().optional() }))
    .output(userSettings),
};
