import { ORPCError } from '@orpc/client';
import { errorText } from '#shared/text/error-text.ts';
import type { Translator } from '#shared/text/translator.ts';

/** True for a refusal the contract names: asking again gives the same answer. */
export function isUserError(error: unknown): boolean {
  if (!(error instanceof ORPCError)) return false;
  return error.defined || error.code === 'BAD_REQUEST' || error.code === 'NOT_FOUND';
}

/** True where there is not one cut yet: nothing went wrong, the work has only not begun. */
export function isNoData(error: unknown): boolean {
  return error instanceof ORPCError && error.code === 'NO_DATA';
}

/** True for a week that shares days with others: a person may mean it. */
export function isOverlap(error: unknown): boolean {
  return error instanceof ORPCError && error.code === 'CUT_OVERLAPS';
}

/** The sentence of `error.<CODE>` for a person; a plain apology for what only we can mend. */
export function describeError(error: unknown, translator: Translator): string {
  if (error instanceof ORPCError) {
    const text = errorText(error.code, valuesOf(error.data), translator);
    if (text !== null) return text;
    if (error.code === 'NOT_FOUND') return translator.t('state.error.noHandler');
  }
  return translator.t('state.error.unexpected');
}

function valuesOf(data: unknown): Record<string, string | number> {
  const isRecord = typeof data === 'object' && data !== null && 'values' in data;
  return isRecord ? (data.values as Record<string, string | number>) : {};
}
