import {
  firstReportsByKind,
  loadFigures,
  loadReports,
  loadTaskStates,
} from '#main/core/figures/inputs-store.ts';
import { monthsOfSizes } from '#main/core/figures/sizes-store.ts';
import { type CutRecord, listCuts } from '#main/core/ground/cuts/store.ts';
import { lazily } from '#main/core/ground/lazily.ts';
import { type PlanKeys, planKeys } from '#main/core/ground/plan/keys-store.ts';
import type { PlanRevision } from '#main/core/ground/plan/revision-store.ts';
import type { IndicatorKey } from '#main/core/ground/rules/store.ts';
import { type Ground, groundReader } from '#main/core/ground/units/walk.ts';
import type { ReadDatabase } from '#main/db/open.ts';
import { askingAt } from '#shared/domain/asking.ts';
import { areOutputsDue, previousCut, type SpeakingMonth } from '#shared/domain/cuts.ts';
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
  readonly tasksOn: PlanKeys['tasksOn'];
  readonly indicatorsOn: PlanKeys['indicatorsOn'];
  readonly taskOutputs: PlanKeys['outputs'];
  /** The units in force on a day (yyyy-mm-dd). */
  readonly groundOn: (day: string) => Ground;
  /** The month that speaks at a cut. Pauses when it is another than before. */
  readonly monthSteps: (
    speaks: SpeakingMonth<CutRecord>,
    ground: Ground,
    keys: readonly IndicatorKey[],
  ) => Generator<void, JudgedMonth>;
  /** What every unit sent for a month, by position; of the month that was judged last nothing is read. */
  readonly figuresOf: (month: CutRecord, ground: Ground, keys: readonly IndicatorKey[]) => Figures;
  /** How every unit stood at a cut that has been judged, by id; empty for no cut. */
  readonly standingsAt: (cutId: number | null) => ReadonlyMap<number, Standing>;
  /** What bodies last said of their tasks at a cut, which goes on from the status cut before it (null for the first). */
  readonly taskStatesAt: (cut: CutRecord, before: CutRecord | null) => TaskStates;
  /** A cut has been judged anew. */
  readonly noteStandings: (cutId: number, standings: readonly Standing[]) => void;
}

/** What cuts are judged by. */
export type KeptBy = Pick<PlanRevision, 'rules' | 'plan'>;

/** Begins with nothing but the plan. */
export function keep(database: ReadDatabase, { rules, plan }: KeptBy): Kept {
  const { tasksOn, indicatorsOn, outputs } = planKeys(database, plan);
  return {
    ...{ rules, tasksOn, indicatorsOn, taskOutputs: outputs },
    groundOn: groundReader(database),
    ...monthKeeper(database, rules),
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
    const byUnit = new Map<number, Standing>();
    for (const one of standings) byUnit.set(one.unitId, one);
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
  readonly keys: readonly IndicatorKey[];
  readonly month: JudgedMonth;
}

/** Cuts are judged in the order of time: the month that speaks, and the one before to hold it against. */
function monthKeeper(database: ReadDatabase, rules: RuleSet): Pick<Kept, 'monthSteps' | 'figuresOf'> {
  let kept: readonly KeptMonth[] = [];
  type Sought = Omit<KeptMonth, 'month'>;
  const find = ({ cutId, ground, isDue, keys }: Sought): JudgedMonth | undefined =>
    kept.find(
      (one) => one.cutId === cutId && one.isDue === isDue && one.ground === ground && one.keys === keys,
    )?.month;
  const readFigures = figureReader(database, rules);
  const figuresOf: Kept['figuresOf'] = (cut, ground, keys) =>
    find({ cutId: cut.id, ground, isDue: true, keys })?.figures ?? readFigures(cut, ground, keys);
  const monthBefore = monthReader(database);
  return {
    *monthSteps(speaks, ground, keys) {
      const cutId = speaks.outputsCut?.id ?? null;
      const isDue = areOutputsDue(speaks);
      const known = find({ cutId, ground, isDue, keys });
      if (known !== undefined) return known;
      const inOneBefore = () => {
        const before = monthBefore(speaks.outputsCut);
        return before && figuresOf(before, ground, keys);
      };
      const month = yield* judgeMonthSteps(database, speaks, ground, keys, rules, inOneBefore);
      kept = [...kept.slice(-1), { cutId, isDue, ground, keys, month }];
      return month;
    },
    figuresOf,
  };
}

/** Of a month that was not judged in this row; of one cut it is asked for twice. */
function figureReader(database: ReadDatabase, rules: RuleSet): Kept['figuresOf'] {
  let last: { readonly of: readonly unknown[]; readonly figures: Figures } | null = null;
  return (cut, ground, keys) => {
    const of = [cut.id, ground, keys];
    if (last === null || !of.every((one, place) => one === last?.of[place])) {
      const outputs = keys.filter(({ kind }) => kind !== 'criterion');
      last = { of, figures: loadFigures(database, cut.id, outputs, ground, askingAt(rules, cut)) };
    }
    return last.figures;
  };
}

/** The month that another is held against, where the sizes of communes rest on it as well. */
function monthReader(database: ReadDatabase): (month: CutRecord | null) => CutRecord | null {
  const pictures = lazily(() => listCuts(database).filter(({ wasPicture }) => wasPicture === 1));
  return (month) => {
    const before = month && previousCut(pictures(), month);
    return before !== null && monthsOfSizes(database, month?.asOf ?? '').includes(before.id) ? before : null;
  };
}
