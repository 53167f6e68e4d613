import { listStatuses } from '#main/core/figures/status-store.ts';
import { type CutView, requireCutAmong } from '#main/core/ground/cuts/lookup.ts';
import { type CutRecord, listCuts } from '#main/core/ground/cuts/store.ts';
import { judgeSteps, readStates } from '#main/core/judge/judgement/judge.ts';
import { keep } from '#main/core/judge/judgement/kept.ts';
import { inOneGo } from '#main/core/judge/judgement/pauses.ts';
import type { UnitJudgement } from '#main/core/judge/judgement/units.ts';
import { shiftsOf } from '#main/core/judge/rules/preview.ts';
import type { ReadDatabase } from '#main/db/open.ts';
import type { PlanPreviewDto } from '#shared/contract/plan-revisions.ts';
import { speakingAt } from '#shared/domain/cuts.ts';
import { vietnamDay } from '#shared/domain/periods.ts';
import { compareRevisions } from '#shared/domain/plan-change.ts';
import type { Draft } from './draft.ts';

/** What a draft would change: in words, and at every open status cut from its day on. Reads only. */
export function previewPlan(database: ReadDatabase, draft: Draft): PlanPreviewDto {
  const { before, plan, rules, from, problems } = draft;
  const all = listCuts(database);
  const held = all.filter((cut) => cut.kind !== 'month' && vietnamDay(cut.asOf) >= from);
  const told = {
    problems: problems.map((one) => ({ ...one, sheet: null, row: null })),
    differences: compareRevisions(before, { plan, rules }),
    closed: held.filter(({ state }) => state === 'closed').map(({ code }) => code),
  };
  const open = held.filter(({ state }) => state !== 'closed');
  if (problems.length > 0) return { ...told, cuts: [], at: null };
  const kept = keep(database, { rules, plan });
  let last: { readonly cut: CutRecord; readonly units: readonly UnitJudgement[] } | null = null;
  const cuts = open.map((cut) => {
    const speaks = speakingAt(all, cut, rules.operating.monthsAtMost);
    const { units } = inOneGo(judgeSteps(database, cut, speaks, kept, readStates(database, cut)));
    last = { cut, units };
    return { cut: cut.code, asOf: cut.asOf, ...countMoved(database, cut, units) };
  });
  return { ...told, cuts, at: last === null ? null : inFull(database, all, last, draft) };
}

function countMoved(database: ReadDatabase, { id }: CutRecord, units: readonly UnitJudgement[]) {
  const stored = (['country', 'province', 'commune'] as const).flatMap((level) =>
    listStatuses(database, id, level),
  );
  const before = new Map(stored.map((row) => [row.code, row]));
  const moved = (side: 'reported' | 'operating') =>
    units.filter(({ unit, [side]: now }) => before.has(unit.code) && before.get(unit.code)?.[side] !== now)
      .length;
  return { reported: moved('reported'), operating: moved('operating') };
}

function inFull(
  database: ReadDatabase,
  all: readonly CutRecord[],
  { cut, units }: { readonly cut: CutRecord; readonly units: readonly UnitJudgement[] },
  { rules }: Draft,
): NonNullable<PlanPreviewDto['at']> {
  const view: CutView = requireCutAmong(database, all, cut.code);
  return { cut: cut.code, ...shiftsOf(database, view, units, rules) };
}
