import type { OutputFigureDto } from '#shared/contract/words.ts';
import { boundsOfFigure, boundsOfSide, type StatusBounds } from '#shared/domain/bounds.ts';

/**
 * Replacer for JSON. What stands beside two statuses becomes `bounds`, for each side { atLeast, atMost } where the status
 * is undetermined, else null; the ends of a coverage that are there already stay in it. So do the values between which a
 * figure lies beside the colours of its own. All other names stay as they are.
 */
export function withBounds(_key: string, value: unknown): unknown {
  if (isFigure(value)) {
    const { atLeast, atMost, ...rest } = value;
    const colours = boundsOfFigure({ atLeast, atMost });
    return { ...rest, bounds: colours === null ? rest.bounds : { ...rest.bounds, ...colours } };
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

type Figure = Pick<OutputFigureDto, 'atLeast' | 'atMost' | 'bounds'>;

function isFigure(value: unknown): value is Figure {
  return typeof value === 'object' && value !== null && 'measured' in value && 'atLeast' in value;
}

function hasBounds(value: unknown): value is StatusBounds & { readonly bounds?: object | null } {
  // The country has counts under one of these names alone: they stay.
  return (
    typeof value === 'object' && value !== null && 'reportedAtLeast' in value && 'operatingAtLeast' in value
  );
}
