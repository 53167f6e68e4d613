import { boundsOfSide, type StatusBounds } from '#shared/domain/bounds.ts';

/**
 * Replacer for JSON: what stands beside two statuses becomes `bounds`, for each side { atLeast, atMost } where the
 * status is undetermined, else null; the ends of a coverage that are there already stay in it. All other names stay as
 * they are.
 */
export function withBounds(_key: string, value: unknown): unknown {
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

function hasBounds(value: unknown): value is StatusBounds & { readonly bounds?: object | null } {
  return typeof value === 'object' && value !== null && 'operatingAtLeast' in value;
}
