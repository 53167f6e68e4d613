import {
  firstReportsByKind,
  listTaskKeys,
  listTaskOutputs,
  loadFigures,
  loadReports,
  loadTaskStates,
  type TaskKey,
  type TaskOutputRow,
} from '#main/core/figures/inputs-store.ts';
import type { CutRecord } from '#main/core/ground/cuts/store.ts';
import { type IndicatorKey, listIndicatorKeys } from '#main/core/ground/rules/store.ts';
import { type Ground, groundReader } from '#main/core/ground/units/walk.ts';
import type { ReadDatabase } from '#main/db/open.ts';
import { areOutputsDue, type SpeakingMonth } from '#shared/domain/cuts.ts';
import type { RuleSet } from '#shared/domain/rule-set.ts';
import { type Figures, type JudgedMonth, judgeMonthSteps } from './month.ts';
import type { Standing } from './standing.ts';
import { loadStandings } from './store.ts';
import { statesAt, statesOf, type TaskStates } from './task-states.ts';

/** The cut that is being judged, the one it goes on from, and another of the same instant. */
const STANDINGS_KEPT = 3;

/**
 * What cuts that are judged in a row have in common, read and computed once. Good under one rule set and as long as
 * nobody else writes: within one transaction.
 */
export interface Kept {
  readonly rules: RuleSet;
  readonly indicators: readonly IndicatorKey[];
  readonly tasks: readonly TaskKey[];
  readonly taskOutputs: ReadonlyMap<number, readonly TaskOutputRow[]>;
  /** The units in force on a day (yyyy-mm-dd). */
  readonly groundOn: (day: string) => Ground;
  /** The month that speaks at a cut. Pauses when it is another than before. */
  readonly monthSteps: (speaks: SpeakingMonth<CutRecord>, ground: Ground) => Generator<void, JudgedMonth>;
  /** What every unit sent for a month, by position; of the month that was judged last nothing is read. */
  readonly figuresOf: (month: CutRecord, ground: Ground) => Figures;
  /** How every unit stood at a cut that has been judged, by id; empty for no cut. */
  readonly standingsAt: (cutId: number | null) => ReadonlyMap<number, Standing>;
  /** What bodies last said of their tasks at a cut, which goes on from the status cut before it (null for the first). */
  readonly taskStatesAt: (cut: CutRecord, before: CutRecord | null) => TaskStates;
  /** A cut has been judged anew. */
  readonly noteStandings: (cutId: number, standings: readonly Standing[]) => void;
}

/** Begins with nothing but the catalogue. */
export function keep(database: ReadDatabase, rules: RuleSet): Kept {
  const indicators = listIndicatorKeys(database);
  return {
    rules,
    indicators,
    tasks: listTaskKeys(database),
    taskOutputs: listTaskOutputs(database),
    groundOn: groundReader(database),
    ...monthKeeper(database, indicators, rules),
    taskStatesAt: stateKeeper(database),
    ...standingKeeper(database),
  };
}

/** Those of the cut before are enough: cuts are judged in the order of time. */
function stateKeeper(database: ReadDatabase): Kept['taskStatesAt'] {
  const firstReports = firstReportsByKind(database);
  let last: { readonly cutId: number; readonly states: TaskStates } | null = null;
  const earlierOf = (before: CutRecord | null): TaskStates => {
    if (before === null) return new Map();
    return last?.cutId === before.id ? last.states : statesOf(loadTaskStates(database, before.id));
  };
  return (cut, before) => {
    const states = statesAt(cut, loadReports(database, cut.id), earlierOf(before), firstReports);
    last = { cutId: cut.id, states };
    return states;
  };
}

function standingKeeper(database: ReadDatabase): Pick<Kept, 'standingsAt' | 'noteStandings'> {
  const kept = new Map<number, ReadonlyMap<number, Standing>>();
  const note = (cutId: number, standings: readonly Standing[]): ReadonlyMap<number, Standing> => {
    const byUnit = new Map(standings.map((one) => [one.unitId, one]));
    kept.set(cutId, byUnit);
    const [oldest] = kept.keys();
    if (oldest !== undefined && kept.size > STANDINGS_KEPT) kept.delete(oldest);
    return byUnit;
  };
  return {
    standingsAt: (cutId) => {
      if (cutId === null) return new Map();
      return kept.get(cutId) ?? note(cutId, loadStandings(database, cutId));
    },
    noteStandings: note,
  };
}

interface KeptMonth {
  /** Null where no month speaks. */
  readonly cutId: number | null;
  readonly isDue: boolean;
  readonly ground: Ground;
  readonly month: JudgedMonth;
}

/** Cuts are judged in the order of time: the month that speaks, and the one before to hold it against. */
function monthKeeper(
  database: ReadDatabase,
  indicators: readonly IndicatorKey[],
  rules: RuleSet,
): Pick<Kept, 'monthSteps' | 'figuresOf'> {
  let kept: readonly KeptMonth[] = [];
  const find = (cutId: number | null, ground: Ground, isDue = true): JudgedMonth | undefined =>
    kept.find((one) => one.cutId === cutId && one.isDue === isDue && one.ground === ground)?.month;
  return {
    *monthSteps(speaks, ground) {
      const cutId = speaks.outputsCut?.id ?? null;
      const isDue = areOutputsDue(speaks);
      const known = find(cutId, ground, isDue);
      if (known !== undefined) return known;
      const month = yield* judgeMonthSteps(database, speaks, ground, indicators, rules);
      kept = [...kept.slice(-1), { cutId, isDue, ground, month }];
      return month;
    },
    figuresOf: (cut, ground) =>
      find(cut.id, ground)?.figures ??
      loadFigures(
        database,
        cut.id,
        indicators.filter(({ kind }) => kind !== 'criterion'),
        ground,
        rules.notAsked,
      ),
  };
}
