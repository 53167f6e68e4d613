import { oc } from '@orpc/contract';
import { z } from 'zod';
import { ERROR_CODES, type ErrorCode } from './errors.ts';

const errorData = z.object({ values: z.record(z.string(), z.union([z.string(), z.number()])) });

const errorMap = Object.fromEntries(ERROR_CODES.map((code) => [code, { data: errorData }])) as Record<
  ErrorCode,
  { readonly data: typeof errorData }
>;

/** Every procedure starts here, so that each one speaks the same closed list of errors. */
export const procedure = oc.errors(errorMap);
