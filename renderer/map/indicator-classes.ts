import type { IndicatorDto } from '#shared/contract/plan.ts';
import type { WaitingMonthDto } from '#shared/contract/words.ts';
import type { Theme } from '#shared/domain/colours.ts';
import type { FigureState } from '#shared/domain/known.ts';
import { COLOURS, type ColourBounds, EMPTY_KINDS, type OperatingStatus } from '#shared/domain/model.ts';
import type { RuleSet } from '#shared/domain/rule-set.ts';
import {
  assemble,
  boundsKey,
  type ClassifiedMap,
  type MapClass,
  type MapLevel,
  sequenceClass,
  sortedByBand,
  statusClass,
  undeterminedClasses,
} from './map-classes.ts';

/** The answer of `map.indicator`, as far as it is drawn. */
export interface IndicatorColumns {
  readonly level: MapLevel;
  readonly code: string;
  readonly figuresCut: string | null;
  readonly waitingMonth: WaitingMonthDto;
  readonly codes: readonly string[];
  readonly values: readonly (number | null)[];
  readonly states: readonly FigureState[];
  readonly statuses: readonly OperatingStatus[];
  readonly undetermined: readonly (ColourBounds & { readonly at: number })[];
  /** Places of provinces where silence leaves a criterion's share open, with what it is at most. */
  readonly shareOpen: readonly { readonly at: number; readonly atMost: number }[];
}

interface Scale {
  /** Classes of units that have a value, without the empty ones. */
  readonly classes: readonly MapClass[];
  /** The class's key of a value. */
  readonly keyOf: (value: number, at: number) => string;
}

/** Steps of a scale of counts; five are as many as a legend can be read with. */
const STEPS = 5;

/**
 * The classes of one criterion or output indicator: met or not for a commune's criterion, bands for a province's
 * share, the status against the thresholds where there are some, else equal-sized groups (quantiles).
 */
export function classifyIndicator(
  columns: IndicatorColumns,
  indicator: Pick<IndicatorDto, 'kind' | 'greenFrom'>,
  theme: Theme,
  bands: RuleSet['coverage'],
): ClassifiedMap {
  const scale = scaleOf(columns, indicator, theme, bands);
  // Reported, but of a denominator of 0 or in a month that is too old: neither silent nor a colour.
  const isUnmeasured = columns.states.some((state) => state === 'nothingToMeasure' || state === 'tooOld');
  const empties = [...EMPTY_KINDS, ...(isUnmeasured ? (['noEvidence'] as const) : [])].map((kind) =>
    statusClass(kind, theme),
  );
  const keys = columns.states.map((state, at) => {
    if (state === 'nothingToMeasure') return 'noEvidence';
    if (state === 'selfExempt') return 'notReported';
    // No month speaks: what came is no colour of the map, and the words beside it tell why.
    if (state === 'collecting') return 'notYetDue';
    if (state === 'tooOld') return 'noEvidence';
    return state === 'value' ? scale.keyOf(columns.values[at] ?? 0, at) : state;
  });
  return assemble(
    columns,
    columns.code,
    { classes: [...scale.classes, ...empties], keys },
    columns.values,
    columns,
  );
}

function scaleOf(
  columns: IndicatorColumns,
  indicator: Pick<IndicatorDto, 'kind' | 'greenFrom'>,
  theme: Theme,
  bands: RuleSet['coverage'],
): Scale {
  if (indicator.kind === 'criterion') return criterionScale(columns, theme, bands);
  // The rules may give an indicator of the catalogue no thresholds: its values are shown, without colours.
  const isSilent = columns.states.every((state) => state !== 'value');
  const isColoured = columns.statuses.some((status) => status !== 'noEvidence');
  if (isColoured || (isSilent && indicator.greenFrom !== null)) return statusScale(columns, theme);
  return quantileScale(columns, indicator.kind === 'ratio', theme);
}

function criterionScale(
  { level, values, shareOpen }: IndicatorColumns,
  theme: Theme,
  bands: RuleSet['coverage'],
): Scale {
  if (level === 'province') {
    const { classes, keys } = sortedByBand(values, shareOpen, theme, bands);
    return {
      classes: classes.filter((item) => !item.isEmpty),
      keyOf: (_value, at) => keys[at] ?? 'notReported',
    };
  }
  const classes = [
    statusClass('green', theme, { kind: 'criterion', state: 'met' }),
    statusClass('red', theme, { kind: 'criterion', state: 'notMet' }),
  ];
  return { classes, keyOf: (value) => (value >= 1 ? 'green' : 'red') };
}

/** The colours, and of the undetermined ones a class for each pair of colours between which a unit lies. */
function statusScale({ statuses, undetermined }: IndicatorColumns, theme: Theme): Scale {
  const between = new Map(undetermined.map(({ at, ...bounds }) => [at, boundsKey(bounds)]));
  const occurring = new Set(between.values());
  return {
    classes: [
      ...COLOURS.map((colour) => statusClass(colour, theme)),
      ...undeterminedClasses(theme).filter(({ key }) => occurring.has(key)),
    ],
    keyOf: (_value, at) => between.get(at) ?? statuses[at] ?? 'noEvidence',
  };
}

function quantileScale(columns: IndicatorColumns, isFraction: boolean, theme: Theme): Scale {
  const known = columns.values.filter((value, at) => value !== null && columns.states[at] === 'value');
  const groups = quantiles(known as readonly number[], STEPS);
  const classes = groups.map(({ from, to }, step) =>
    sequenceClass(step, groups.length, { kind: 'range', from, to, isFraction }, theme),
  );
  const keyOf = (value: number) =>
    `step-${Math.max(
      0,
      groups.findLastIndex((group) => value >= group.from),
    )}`;
  return { classes, keyOf };
}

export interface ValueGroup {
  readonly from: number;
  readonly to: number;
}

/**
 * At most `count` groups of about equally many values, from low to high; from and to are values that occur. Equal
 * values stay in one group, so there may be fewer groups.
 */
export function quantiles(values: readonly number[], count: number): ValueGroup[] {
  const sorted = values.toSorted((one, other) => one - other);
  const starts = new Set<number>();
  for (let step = 0; step < count; step += 1) {
    const value = sorted[Math.floor((step * sorted.length) / count)];
    if (value !== undefined) starts.add(value);
  }
  const froms = [...starts];
  return froms.map((from, step) => {
    const next = froms[step + 1] ?? Infinity;
    return { from, to: sorted.findLast((value) => value < next) ?? from };
  });
}
