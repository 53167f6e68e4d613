import { z } from 'zod';
import { ROWS_AT_MOST } from './every-page.ts';

/** Which part of a long list is wanted: so many rows after the first `offset`. */
export function page(limit: number) {
  return {
    limit: z.number().int().min(1).max(ROWS_AT_MOST).default(limit),
    offset: z.number().int().min(0).default(0),
  };
}
