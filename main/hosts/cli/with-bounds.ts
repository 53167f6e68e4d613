import type { OutputFigureDto } from '#shared/contract/words.ts';
import { boundsOfFigure, boundsOfSide, type StatusBounds } from '#shared/domain/bounds.ts';

/** Of what a mean is: of the files of a ratio, of the communes that answered, of all that were asked. */
type Over = 'files' | 'reporting' | 'asked';

/**
 * Replacer for JSON. What stands beside two statuses becomes `bounds`, for each side { atLeast, atMost } where the status
 * is undetermined, else null; the ends of a coverage that are there already stay in it. So do the values between which a
 * figure lies beside the colours of its own. All other names stay as they are. A count above the commune is measured per
 * commune that reported, and its bounds are per commune asked: both say so, and `measuredOfAsked` stands between the bounds.
 */
export function withBounds(_key: string, value: unknown): unknown {
  if (isFigure(value)) {
    const { atLeast, atMost, bounds, ...rest } = value;
    const colours = boundsOfFigure({ atLeast, atMost });
    const told = bounds === null ? null : { ...bounds, over: overOf(value, 'asked') };
    return { ...rest, ...measuredWords(value), bounds: colours === null ? told : { ...told, ...colours } };
  }
  if (!hasBounds(value)) return value;
  const { reportedAtLeast, reportedAtMost, operatingAtLeast, operatingAtMost, ...rest } = value;
  const bounds = { reportedAtLeast, reportedAtMost, operatingAtLeast, operatingAtMost };
  return {
    ...rest,
    bounds: {
      ...rest.bounds,
      reported: boundsOfSide(bounds, 'reported'),
      operating: boundsOfSide(bounds, 'operating'),
    },
  };
}

type Figure = Pick<
  OutputFigureDto,
  'atLeast' | 'atMost' | 'bounds' | 'kind' | 'measured' | 'value' | 'units'
>;

function overOf({ kind }: Figure, ofUnits: Exclude<Over, 'files'>): Over {
  return kind === 'ratio' ? 'files' : ofUnits;
}

function measuredWords(figure: Figure) {
  const { kind, measured, value, units } = figure;
  if (measured === null) return {};
  const measuredOver = overOf(figure, 'reporting');
  return kind === 'count' && value !== null && units > 0
    ? { measuredOver, measuredOfAsked: value / units }
    : { measuredOver };
}

function isFigure(value: unknown): value is Figure {
  return typeof value === 'object' && value !== null && 'measured' in value && 'atLeast' in value;
}

function hasBounds(value: unknown): value is StatusBounds & { readonly bounds?: object | null } {
  // The country has counts under one of these names alone: they stay.
  return (
    typeof value === 'object' && value !== null && 'reportedAtLeast' in value && 'operatingAtLeast' in value
  );
}
