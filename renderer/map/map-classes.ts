import type { MapColumnsDto } from '#shared/contract/map.ts';
import type { WaitingMonthDto } from '#shared/contract/words.ts';
import { BOUND_PAIRS, boundsOfSide, type StatusSide } from '#shared/domain/bounds.ts';
import {
  bandFill,
  bivariateFill,
  type PaletteStatus,
  possibleFills,
  SEQUENCE,
  statusStyle,
  type Theme,
} from '#shared/domain/colours.ts';
import { bandOf } from '#shared/domain/coverage.ts';
import {
  COLOURS,
  COVERAGE_BANDS,
  type ColourBounds,
  type CoverageBand,
  OPERATING_STATUSES,
  type OperatingStatus,
  REPORTED_STATUSES,
  type ReportedStatus,
} from '#shared/domain/model.ts';
import { isColour } from '#shared/domain/ranking.ts';
import type { RuleSet } from '#shared/domain/rule-set.ts';
import type { MapPaint, Pattern } from './paint.ts';

/** The layers that need nothing but the statuses; any indicator's code is a layer as well. */
export const FIXED_LAYERS = ['reported', 'coverage', 'operating', 'gap'] as const;
export type FixedLayer = (typeof FIXED_LAYERS)[number];
/** A fixed layer, or the code of a criterion or output indicator. */
export type MapLayerName = string;

export type MapLevel = 'province' | 'commune';

/** What a class is called; words come from the catalogue, numbers are written in the screen's language. */
export type ClassLabel =
  | { readonly kind: 'status'; readonly status: PaletteStatus }
  | { readonly kind: 'undetermined'; readonly bounds: ColourBounds }
  | { readonly kind: 'criterion'; readonly state: 'met' | 'notMet' }
  | { readonly kind: 'band'; readonly band: CoverageBand }
  | { readonly kind: 'bandOpen'; readonly band: CoverageBand; readonly atMost: CoverageBand }
  | { readonly kind: 'pair'; readonly reported: ReportedStatus; readonly operating: OperatingStatus }
  | { readonly kind: 'unknownGap' }
  | { readonly kind: 'range'; readonly from: number; readonly to: number; readonly isFraction: boolean };

export interface MapClass {
  readonly key: string;
  readonly label: ClassLabel;
  readonly paint: MapPaint;
  /** The pattern that stands for the class when colours are not enough. */
  readonly pattern: Pattern;
  /** The shape and letter that go with it; null for classes that are only a step of a scale. */
  readonly status: PaletteStatus | null;
  /** The colours between which a class of undetermined units lies; null for every other class. */
  readonly bounds: ColourBounds | null;
  /** One of the kinds of empty: always hatched, never part of a scale. */
  readonly isEmpty: boolean;
}

/** Units sorted into classes: what a map, a legend and a table twin show of one layer. */
export interface ClassifiedMap {
  readonly level: MapLevel;
  readonly layer: MapLayerName;
  readonly classes: readonly MapClass[];
  /** Beside each other: a unit's code, the place of its class, and the figure behind it (null: none). */
  readonly codes: readonly string[];
  readonly classOf: Uint8Array;
  readonly values: readonly (number | null)[];
  readonly counts: readonly number[];
  /** The cut the figures belong to (a month for outputs); null when there is none yet. */
  readonly figuresCut: string | null;
  /** The newest month, where too little of it has come and an earlier one speaks; of operation, gap and outputs. */
  readonly waitingMonth: WaitingMonthDto;
}

/** Patterns for classes that are not empty, when the reader asks for them. */
const STATUS_PATTERNS: Readonly<Record<(typeof COLOURS)[number], Pattern>> = {
  green: 'solid',
  yellow: 'dots',
  red: 'crossHatch',
};
const STEP_PATTERNS: readonly Pattern[] = ['crossHatch', 'lines', 'dashes', 'dots', 'solid'];
/** Each kind of empty has its own marks, so that two of them are never taken for one another. */
const EMPTY_PATTERNS: Readonly<Partial<Record<PaletteStatus, Pattern>>> = {
  undetermined: 'stripes',
  notReported: 'hatch',
  noEvidence: 'hatch',
  notApplicable: 'lines',
  notYetDue: 'dots',
};

/** The class of a status: its colour, its shape, hatched when it is empty. */
export function statusClass(status: PaletteStatus, theme: Theme, label?: ClassLabel): MapClass {
  const { fill, outline, ink, isHatched } = statusStyle(status, theme);
  const pattern = isHatched
    ? (EMPTY_PATTERNS[status] ?? 'hatch')
    : STATUS_PATTERNS[status as (typeof COLOURS)[number]];
  return {
    key: status,
    label: label ?? { kind: 'status', status },
    paint: { colour: fill, pattern: isHatched ? pattern : 'solid', ink: isHatched ? outline : ink },
    pattern,
    status,
    bounds: null,
    isEmpty: isHatched,
  };
}

/** Marks for each pair of possible colours when colours are not enough; on the map in colours all are striped. */
const UNDETERMINED_PATTERNS: readonly Pattern[] = ['stripes', 'checks', 'bars'];

/** One class for each pair of colours between which units can be undetermined: striped in both. */
export function undeterminedClasses(theme: Theme): MapClass[] {
  return BOUND_PAIRS.map((bounds, at) => {
    const [ink, colour] = possibleFills(bounds, theme);
    return {
      key: boundsKey(bounds),
      label: { kind: 'undetermined', bounds },
      paint: { colour, ink, pattern: 'stripes' },
      pattern: UNDETERMINED_PATTERNS[at] ?? 'stripes',
      status: 'undetermined',
      bounds,
      isEmpty: false,
    };
  });
}

export function boundsKey({ atLeast, atMost }: ColourBounds): string {
  return `undetermined-${atLeast}-${atMost}`;
}

/** A class that is one step of a scale; `step` of `steps` counts from the lowest. */
function stepClass(key: string, label: ClassLabel, colour: string, step: number, theme: Theme): MapClass {
  const { outline } = statusStyle('notReported', theme);
  const pattern = STEP_PATTERNS[step % STEP_PATTERNS.length] ?? 'solid';
  return {
    key,
    label,
    paint: { colour, pattern: 'solid', ink: outline },
    pattern,
    status: null,
    bounds: null,
    isEmpty: false,
  };
}

/** The classes of the units of a cut in one of the fixed layers. */
export function classifyStatuses(
  columns: MapColumnsDto,
  layer: FixedLayer,
  theme: Theme,
  bands: RuleSet['coverage'],
): ClassifiedMap {
  const { classes, keys } = STATUS_LAYERS[layer](columns, theme, bands);
  const values = layer === 'gap' ? columns.gapSteps : columns.coverage;
  const rests = layer === 'operating' || layer === 'gap';
  const months = { figuresCut: columns.cut.id, waitingMonth: rests ? columns.waitingMonth : null };
  return assemble(columns, layer, { classes, keys }, values, months);
}

interface Sorted {
  readonly classes: readonly MapClass[];
  /** The class's key of each unit. */
  readonly keys: readonly string[];
}

type LayerRule = (columns: MapColumnsDto, theme: Theme, bands: RuleSet['coverage']) => Sorted;

const STATUS_LAYERS: Readonly<Record<FixedLayer, LayerRule>> = {
  reported: (columns, theme) => ({
    classes: statusClasses(REPORTED_STATUSES, theme),
    keys: statusKeys(columns, 'reported'),
  }),
  operating: (columns, theme) => ({
    classes: statusClasses(OPERATING_STATUSES, theme),
    keys: statusKeys(columns, 'operating'),
  }),
  coverage: ({ coverage, coverageOpen }, theme, bands) => sortedByBand(coverage, coverageOpen, theme, bands),
  gap: (columns, theme) => ({
    classes: gapClasses(theme),
    keys: columns.reported.map((reported, at) => pairKey(reported, columns.operating[at] ?? 'noEvidence')),
  }),
};

function statusClasses(statuses: readonly PaletteStatus[], theme: Theme): MapClass[] {
  return statuses.flatMap((status) =>
    status === 'undetermined' ? undeterminedClasses(theme) : [statusClass(status, theme)],
  );
}

/** The key of each unit on a side: its status, or of an undetermined one the colours between which it lies. */
function statusKeys(columns: MapColumnsDto, side: StatusSide): readonly string[] {
  const statuses: readonly string[] = columns[side];
  if (columns.undetermined.length === 0) return statuses;
  const keys = [...statuses];
  for (const one of columns.undetermined) {
    const bounds = boundsOfSide(one, side);
    if (bounds !== null) keys[one.at] = boundsKey(bounds);
  }
  return keys;
}

/** By band; where what is silent could lift a unit into a higher one, both: striped, a class for each pair there is. */
export function sortedByBand(
  shares: readonly (number | null)[],
  openShares: Readonly<MapColumnsDto['coverageOpen']>,
  theme: Theme,
  bands: RuleSet['coverage'],
): Sorted {
  const keys: string[] = shares.map((share) => bandOf(share, bands));
  const open = new Map<string, MapClass>();
  for (const { at, atMost: share } of openShares) {
    const [band, atMost] = [bandOf(shares[at] ?? null, bands), bandOf(share, bands)];
    if (band === atMost) continue;
    const item = openBandClass(band, atMost, theme);
    open.set(item.key, item);
    keys[at] = item.key;
  }
  const certain = bandClasses(theme);
  return { classes: [...certain.slice(0, -1), ...open.values(), ...certain.slice(-1)], keys };
}

function openBandClass(band: CoverageBand, atMost: CoverageBand, theme: Theme): MapClass {
  return {
    key: `${band}-${atMost}`,
    label: { kind: 'bandOpen', band, atMost },
    paint: { colour: bandFill(atMost, theme), ink: bandFill(band, theme), pattern: 'stripes' },
    pattern: 'stripes',
    status: null,
    bounds: null,
    isEmpty: false,
  };
}

/** The bands of coverage from full to below half, and those without a report. */
function bandClasses(theme: Theme): MapClass[] {
  return COVERAGE_BANDS.map((band, at) =>
    band === 'notReported'
      ? statusClass('notReported', theme, { kind: 'band', band })
      : stepClass(band, { kind: 'band', band }, bandFill(band, theme), COVERAGE_BANDS.length - 1 - at, theme),
  );
}

/** Reported x operating, row by row, and one class for pairs of which a side is empty. */
function gapClasses(theme: Theme): MapClass[] {
  const pairs = COLOURS.flatMap((reported) => COLOURS.map((operating) => ({ reported, operating })));
  const classes = pairs.map(({ reported, operating }, at) => {
    const fill = bivariateFill(reported, operating, theme);
    return stepClass(`${reported}-${operating}`, { kind: 'pair', reported, operating }, fill, at, theme);
  });
  return [...classes, { ...statusClass('noEvidence', theme, { kind: 'unknownGap' }), key: UNKNOWN_GAP }];
}

const UNKNOWN_GAP = 'unknown';

function pairKey(reported: ReportedStatus, operating: OperatingStatus): string {
  return isColour(reported) && isColour(operating) ? `${reported}-${operating}` : UNKNOWN_GAP;
}

/** Steps of a scale from low to high. */
export function sequenceClass(step: number, steps: number, label: ClassLabel, theme: Theme): MapClass {
  const colours = SEQUENCE[theme];
  const place = steps <= 1 ? colours.length - 1 : Math.round((step * (colours.length - 1)) / (steps - 1));
  return stepClass(`step-${step}`, label, colours[place] ?? '#888888', place, theme);
}

/** Puts units and classes together and counts; a unit whose key no class has takes the last class. */
export function assemble(
  units: { readonly level: MapLevel; readonly codes: readonly string[] },
  layer: MapLayerName,
  { classes, keys }: Sorted,
  values: readonly (number | null)[],
  { figuresCut, waitingMonth }: Pick<ClassifiedMap, 'figuresCut' | 'waitingMonth'>,
): ClassifiedMap {
  const places = new Map(classes.map((item, place) => [item.key, place]));
  const classOf = Uint8Array.from(keys, (key) => places.get(key) ?? classes.length - 1);
  const counts = countClasses(classes.length, classOf);
  const { level, codes } = units;
  return { level, layer, classes, codes, classOf, values, counts, figuresCut, waitingMonth };
}

function countClasses(classes: number, classOf: Iterable<number>): number[] {
  const counts = Array.from({ length: classes }, () => 0);
  for (const place of classOf) counts[place] = (counts[place] ?? 0) + 1;
  return counts;
}

/** How many of the units that `isIn` accepts are in each class. */
export function countsWithin(classified: ClassifiedMap, isIn: (code: string) => boolean): readonly number[] {
  const { classes, codes, classOf } = classified;
  return countClasses(
    classes.length,
    classOf.filter((_, at) => isIn(codes[at] ?? '')),
  );
}
