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
  if (value !== null) return write(value);
  return t(`empty.${state === 'value' ? 'notReported' : state}`);
}
