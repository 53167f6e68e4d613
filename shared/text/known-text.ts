import type { FigureState } from '#shared/domain/known.ts';
import type { Formatter } from './format.ts';
import type { Translator } from './translator.ts';

interface Speaker {
  readonly t: Translator['t'];
  readonly format: Formatter;
}

/** Writes a figure that may be unknown: the figure, or which kind of empty it is; never a zero that nobody knows. */
export function knownText(
  { t, format }: Speaker,
  value: number | null,
  state: FigureState,
  write: (value: number) => string = (known) => format.number(known),
): string {
  return value === null ? emptyText({ t }, state) : write(value);
}

/** Why a cell has no figure: its kind of empty, or an operation of which nothing or not enough is known. */
export type Empty = FigureState | 'noEvidence' | 'undetermined';

export function emptyText({ t }: { readonly t: Translator['t'] }, state: Empty): string {
  if (state === 'noEvidence' || state === 'undetermined') return t(`status.${state}`);
  return t(`empty.${state === 'value' ? 'notReported' : state}`);
}
