import type { IndicatorKind, Reason } from './model.ts';
import {
  isUnitCode,
  KINDS_OF_ROLE,
  type Plan,
  type PlanIndicator,
  type PlanTask,
  SHARED_ROLES,
} from './plan.ts';
import { reason } from './reason.ts';

/** What keeps a plan from being used; `path` names the place: 'tasks.3.deadline' is the deadline of the fourth task. */
export interface PlanProblem {
  readonly path: string;
  readonly reason: Reason;
}

type Values = Readonly<Record<string, string | number>>;
type Report = (path: string, code: string, values?: Values) => void;

const CODED = ['phases', 'pillars', 'groups', 'indicators', 'tasks', 'difficulties'] as const;

/** Everything in a plan that contradicts itself or names what is not there. `units`: codes of units that there are. */
export function validatePlan(plan: Plan, units: ReadonlySet<string>): PlanProblem[] {
  const problems: PlanProblem[] = [];
  const report: Report = (path, code, values = {}) => {
    problems.push({ path, reason: reason(`reason.plan.${code}`, values) });
  };
  for (const part of CODED) checkCodes(plan, part, report);
  for (const [at, group] of plan.groups.entries()) {
    if (isUnitCode(group.code)) report(`groups.${at}.code`, 'groupLikeUnit', { code: group.code });
  }
  for (const [at, { code, start, end }] of plan.phases.entries()) {
    if (end < start) report(`phases.${at}.end`, 'phaseEnds', { code, start, end });
  }
  for (const [at, indicator] of plan.indicators.entries())
    checkIndicator(indicator, `indicators.${at}`, report);
  checkRoles(plan.indicators, report);
  const known = knownOf(plan, units);
  for (const [at, task] of plan.tasks.entries()) checkTask(task, known, `tasks.${at}`, report);
  checkReferences(plan, known, report);
  return problems;
}

interface Known {
  readonly units: ReadonlySet<string>;
  readonly phases: ReadonlyMap<string, Plan['phases'][number]>;
  readonly pillars: ReadonlySet<string>;
  readonly groups: ReadonlySet<string>;
  readonly kinds: ReadonlyMap<string, IndicatorKind>;
}

function knownOf(plan: Plan, units: ReadonlySet<string>): Known {
  const codes = (parts: readonly { readonly code: string }[]) => new Set(parts.map(({ code }) => code));
  return {
    units,
    phases: new Map(plan.phases.map((phase) => [phase.code, phase])),
    pillars: codes(plan.pillars),
    groups: codes(plan.groups),
    kinds: new Map(plan.indicators.map(({ code, kind }) => [code, kind])),
  };
}

function checkCodes(plan: Plan, part: (typeof CODED)[number], report: Report): void {
  const seen = new Map<string, number>();
  for (const [at, { code }] of plan[part].entries()) {
    const first = seen.get(code);
    if (first === undefined) seen.set(code, at);
    else report(`${part}.${at}.code`, 'codeTwice', { code, part });
  }
}

function checkHeld({ code, from, until }: PlanIndicator | PlanTask, path: string, report: Report): void {
  if (from !== null && until !== null && until < from)
    report(`${path}.until`, 'untilBeforeFrom', { code, from, until });
}

function checkIndicator(indicator: PlanIndicator, path: string, report: Report): void {
  const { code, kind, direction, greenFrom, yellowFrom, role, minDenominator, weight } = indicator;
  checkHeld(indicator, path, report);
  const isShare = kind !== 'count';
  for (const [field, value] of Object.entries({ greenFrom, yellowFrom })) {
    const isFit = Number.isFinite(value) && value >= 0 && (!isShare || value <= 1);
    if (!isFit) report(`${path}.${field}`, isShare ? 'shareOut' : 'countOut', { code, value });
  }
  const overlaps = direction === 'up' ? yellowFrom >= greenFrom : yellowFrom <= greenFrom;
  if (overlaps) report(`${path}.yellowFrom`, 'overlap', { code, kind, direction, yellowFrom, greenFrom });
  if (!(weight >= 0)) report(`${path}.weight`, 'countOut', { code, value: weight });
  if (!(Number.isInteger(minDenominator) && minDenominator >= 0))
    report(`${path}.minDenominator`, 'countOut', { code, value: minDenominator });
  if (role !== null && !KINDS_OF_ROLE[role].includes(kind))
    report(`${path}.role`, 'roleOfKind', { code, role, kind });
  // Nothing that only a province knows has a place yet in what its communes come to.
  if (indicator.asks === 'province') report(`${path}.asks`, 'asksProvince', { code });
}

function checkRoles(indicators: readonly PlanIndicator[], report: Report): void {
  const holders = new Map<string, PlanIndicator>();
  for (const [at, indicator] of indicators.entries()) {
    const { role, code, until } = indicator;
    if (role === null || SHARED_ROLES.includes(role) || until !== null) continue;
    const other = holders.get(role);
    if (other === undefined) holders.set(role, indicator);
    else report(`indicators.${at}.role`, 'roleTwice', { code, role, other: other.code });
  }
}

function checkTask(task: PlanTask, known: Known, path: string, report: Report): void {
  const { code, group, phase, pillar, start, deadline, origin } = task;
  checkHeld(task, path, report);
  // A public report may name a task and not its group; a plan of one's own does not.
  if (group === null && origin !== 'published') report(`${path}.group`, 'withoutGroup', { code });
  if (group !== null && !known.groups.has(group))
    report(`${path}.group`, 'unknownGroup', { code, value: group });
  if (pillar !== null && !known.pillars.has(pillar))
    report(`${path}.pillar`, 'unknownPillar', { code, value: pillar });
  const ofPhase = known.phases.get(phase);
  if (ofPhase === undefined) report(`${path}.phase`, 'unknownPhase', { code, value: phase });
  else if (deadline < ofPhase.start)
    report(`${path}.deadline`, 'deadlineBeforePhase', {
      code,
      deadline,
      start: ofPhase.start,
      phase: ofPhase.name,
    });
  if (deadline < start) report(`${path}.deadline`, 'deadlineBeforeStart', { code, deadline, start });
  checkExtensions(task, path, report);
  checkOutputs(task, known, path, report);
}

function checkExtensions(
  { code, deadline: first, extensions }: PlanTask,
  path: string,
  report: Report,
): void {
  const days = new Set<string>();
  for (const [at, { from, deadline }] of extensions.entries()) {
    const place = `${path}.extensions.${at}`;
    if (days.has(from)) report(`${place}.from`, 'extendedTwice', { code, from });
    days.add(from);
    if (deadline <= first) report(`${place}.deadline`, 'extensionEarlier', { code, deadline, first });
  }
}

function checkOutputs({ code, outputs }: PlanTask, known: Known, path: string, report: Report): void {
  const seen = new Set<string>();
  for (const [at, { indicator, target, provinces }] of outputs.entries()) {
    const place = `${path}.outputs.${at}`;
    const kind = known.kinds.get(indicator);
    if (kind === undefined) report(`${place}.indicator`, 'unknownIndicator', { code, value: indicator });
    if (seen.has(indicator)) report(`${place}.indicator`, 'outputTwice', { code, value: indicator });
    seen.add(indicator);
    for (const value of [target, ...provinces.map((one) => one.target)]) {
      const isFit = Number.isFinite(value) && value > 0 && (kind === 'count' || value <= 1);
      if (!isFit) report(`${place}.target`, 'targetOut', { code, value, indicator, kind: kind ?? '' });
    }
    for (const { province } of provinces) {
      const isProvince = known.units.has(province) && province.length === 2 && province !== 'VN';
      if (!isProvince) report(`${place}.provinces`, 'unknownProvince', { code, value: province });
    }
  }
}

function checkReferences({ difficulties, notAsked }: Plan, known: Known, report: Report): void {
  for (const [at, { code, indicators }] of difficulties.entries()) {
    for (const value of indicators)
      if (!known.kinds.has(value))
        report(`difficulties.${at}.indicators`, 'unknownIndicator', { code, value });
  }
  for (const [unit, indicators] of Object.entries(notAsked)) {
    if (!known.units.has(unit)) report(`notAsked.${unit}`, 'unknownUnit', { value: unit });
    for (const value of indicators)
      if (!known.kinds.has(value)) report(`notAsked.${unit}`, 'unknownIndicator', { code: unit, value });
  }
}
