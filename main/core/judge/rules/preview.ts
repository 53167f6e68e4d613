import { listStatuses, type StatusRow } from '#main/core/figures/status-store.ts';
import type { CutView } from '#main/core/ground/cuts/lookup.ts';
import { requireRevision } from '#main/core/ground/plan/revision-store.ts';
import { unitNames } from '#main/core/ground/units/names-store.ts';
import { countOpen } from '#main/core/judge/alerts/offers.ts';
import { judgeCut } from '#main/core/judge/judgement/judge.ts';
import type { UnitJudgement } from '#main/core/judge/judgement/units.ts';
import type { ReadDatabase } from '#main/db/open.ts';
import type { RulePreviewDto } from '#shared/contract/rules.ts';
import { switchedOff } from '#shared/domain/alerts/switched-off.ts';
import { compareStatuses } from '#shared/domain/change.ts';
import { speakingAt } from '#shared/domain/cuts.ts';
import { ALERT_RULES } from '#shared/domain/model.ts';
import { vietnamDay } from '#shared/domain/periods.ts';
import type { RuleSet } from '#shared/domain/rule-set.ts';
import { ruleProblems } from './problems.ts';

/** What would change colour at the cut under these rules; the problems alone when they cannot judge. */
export function previewRules(database: ReadDatabase, view: CutView, rules: RuleSet): RulePreviewDto {
  const problems = ruleProblems(database, rules);
  if (problems.length > 0) {
    return { problems, communesReported: null, communesOperating: null, provinces: [], alertsEnding: 0 };
  }
  const { plan } = requireRevision(database, view.active.version);
  const speaks = speakingAt(view.all, view.statusCut, rules.operating.monthsAtMost);
  const judged = judgeCut(database, view.statusCut, speaks, { rules, plan }).units;
  return { problems, ...shiftsOf(database, view, judged, rules) };
}

/** What judging a cut by other rules changes of what is stored of it. */
export function shiftsOf(
  database: ReadDatabase,
  view: CutView,
  judged: readonly UnitJudgement[],
  rules: RuleSet,
): Omit<RulePreviewDto, 'problems'> {
  const communes = judged.filter((unit) => unit.unit.level === 'commune');
  const stored = listStatuses(database, view.statusCut.id, 'commune');
  return {
    communesReported: shiftOf(stored, communes, 'reported'),
    communesOperating: shiftOf(stored, communes, 'operating'),
    provinces: provincesOf(database, view, judged, stored),
    alertsEnding: countOpen(
      database,
      view.statusCut.id,
      ALERT_RULES.filter(switchedOff(rules.alerts, view.statusCut)),
    ),
  };
}

type Side = 'reported' | 'operating';

function shiftOf(stored: readonly StatusRow[], judged: readonly UnitJudgement[], side: Side) {
  const before = new Map<string, string>(stored.map((row) => [row.code, row[side]]));
  const after = new Map<string, string>(judged.map((unit) => [unit.unit.code, unit[side]]));
  const change = compareStatuses(before, after);
  return {
    before: countOf(before.values()),
    after: countOf(after.values()),
    transitions: change.transitions as Record<string, Record<string, number>>,
    changed: change.common - change.unchanged - change.stillUnknown,
  };
}

function countOf(statuses: Iterable<string>): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const status of statuses) counts[status] = (counts[status] ?? 0) + 1;
  return counts;
}

function provincesOf(
  database: ReadDatabase,
  view: CutView,
  judged: readonly UnitJudgement[],
  communesBefore: readonly StatusRow[],
): RulePreviewDto['provinces'] {
  const names = unitNames(database, vietnamDay(view.statusCut.asOf));
  const after = new Map(judged.map((unit) => [unit.unit.code, unit]));
  const moved = new Map<string, number>();
  for (const { code, parent, reported, operating } of communesBefore) {
    const now = after.get(code);
    const isMoved = now !== undefined && (now.reported !== reported || now.operating !== operating);
    if (isMoved && parent !== null) moved.set(parent, (moved.get(parent) ?? 0) + 1);
  }
  return listStatuses(database, view.statusCut.id, 'province').map((row) => {
    const now = after.get(row.code);
    const { code, name, nameEn } = names.of(row.code);
    return {
      code,
      name,
      nameEn,
      reportedBefore: row.reported,
      reportedAfter: now?.reported ?? row.reported,
      operatingBefore: row.operating,
      operatingAfter: now?.operating ?? row.operating,
      greenBefore: row.green ?? 0,
      greenAfter: now?.counts?.green ?? 0,
      communesChanged: moved.get(row.code) ?? 0,
    };
  });
}
