import { assemble, type ClassifiedMap, type MapClass } from '#renderer/map/map-classes.ts';
import type { ComparisonDto } from '#shared/contract/compare.ts';
import { statusStyle, type Theme } from '#shared/domain/colours.ts';
import { type ChangeKind, unitsOf } from './change-kinds.ts';

/** Kinds a map can show: who has left is no longer on it. */
export const MAPPED_KINDS = ['improved', 'regressed', 'started', 'stopped', 'unchanged', 'joined'] as const;
type MappedKind = (typeof MAPPED_KINDS)[number];

const CALM: Readonly<Record<Theme, Readonly<Record<'unchanged' | 'started' | 'joined', string>>>> = {
  light: { unchanged: '#FAFBFC', started: '#BFE3D8', joined: '#D9C7EC' },
  dark: { unchanged: '#3A4653', started: '#2A6E60', joined: '#6B4E8C' },
};

const PATTERNS = {
  improved: 'solid',
  regressed: 'crossHatch',
  started: 'dots',
  stopped: 'hatch',
  unchanged: 'solid',
  joined: 'lines',
} as const;

/** The fill of a kind of change: strong where something moved, pale where nothing did. */
export function changeFill(kind: MappedKind, theme: Theme): string {
  switch (kind) {
    case 'improved':
      return statusStyle('green', theme).fill;
    case 'regressed':
      return statusStyle('red', theme).fill;
    case 'stopped':
      return statusStyle('notReported', theme).fill;
    default:
      return CALM[theme][kind];
  }
}

/** Every unit of the level in the class of what became of it; units the comparison does not name stayed. */
export function classifyChange(
  comparison: ComparisonDto,
  codes: readonly string[],
  theme: Theme,
): ClassifiedMap {
  const kinds = new Map<string, ChangeKind>();
  for (const kind of MAPPED_KINDS) {
    if (kind !== 'unchanged') for (const unit of unitsOf(comparison, kind)) kinds.set(unit.code, kind);
  }
  const keys = codes.map((code) => kinds.get(code) ?? 'unchanged');
  const classes = MAPPED_KINDS.map((kind) => changeClass(kind, theme));
  const values = codes.map(() => null);
  const months = { figuresCut: comparison.to.id, waitingMonth: null };
  return assemble({ level: comparison.level, codes }, 'reported', { classes, keys }, values, months);
}

function changeClass(kind: MappedKind, theme: Theme): MapClass {
  const isEmpty = kind === 'stopped';
  const status = isEmpty ? 'notReported' : 'green';
  return {
    key: kind,
    label: { kind: 'status', status },
    paint: {
      colour: changeFill(kind, theme),
      // Drawn always: what fell must be told from what rose without the colour.
      pattern: kind === 'regressed' ? 'crossHatch' : isEmpty ? 'hatch' : 'solid',
      ink: statusStyle('notReported', theme).outline,
    },
    pattern: PATTERNS[kind],
    status: null,
    bounds: null,
    isEmpty,
  };
}
