import { z } from 'zod';
import { reads } from './base.ts';
import { cut } from './words.ts';

export const cuts = {
  /** Status cuts (moment, day, week), newest first: what the cut selector offers. */
  list: reads.output(z.array(cut)),
};
