import type { Held, Plan, PlanExtension, PlanIndicator, PlanTask } from './plan.ts';
import type { PlanProblem } from './plan-problems.ts';
import { reason } from './reason.ts';
import type { RuleSet } from './rule-set.ts';
import { saysTheSame } from './says-the-same.ts';

/** What has been sent already: codes of indicators with figures, and of tasks with reports. */
export interface PlanUse {
  readonly indicators: ReadonlySet<string>;
  readonly tasks: ReadonlySet<string>;
}

/**
 * The plan as it is put in force from a day on. What it no longer names is retired that day, never deleted: what was
 * sent of it stays. What it names for the first time begins that day.
 */
export function revisedPlan(before: Plan, after: Plan, from: string | null): Plan {
  const tasks = heldFrom(before.tasks, after.tasks, from);
  const kept = <Part extends { readonly code: string }>(
    old: readonly Part[],
    now: readonly Part[],
    of: 'group' | 'phase' | 'pillar',
  ): Part[] => {
    // A retired task keeps its place in the plan, which another plan may no longer name.
    const named = new Set(tasks.slice(after.tasks.length).map((task) => task[of]));
    const codes = new Set(now.map(({ code }) => code));
    return [...now, ...old.filter(({ code }) => named.has(code) && !codes.has(code))];
  };
  return {
    ...after,
    phases: kept(before.phases, after.phases, 'phase'),
    pillars: kept(before.pillars, after.pillars, 'pillar'),
    groups: kept(before.groups, after.groups, 'group'),
    indicators: heldFrom(before.indicators, after.indicators, from),
    tasks,
  };
}

function heldFrom<Item extends Held & { readonly code: string }>(
  before: readonly Item[],
  after: readonly Item[],
  from: string | null,
): Item[] {
  if (from === null) return [...after];
  const [old, codes] = [new Set(before.map(({ code }) => code)), new Set(after.map(({ code }) => code))];
  const begun = after.map((item) => (old.has(item.code) || item.from !== null ? item : { ...item, from }));
  const gone = before.filter(({ code }) => !codes.has(code));
  return [
    ...begun,
    ...gone.map((item) => (item.until === null || item.until > from ? { ...item, until: from } : item)),
  ];
}

/** What a revision from a day on may not do to what went before it: the past is not rewritten. */
export function validateChange(before: Plan, after: Plan, from: string | null, use: PlanUse): PlanProblem[] {
  const problems: PlanProblem[] = [];
  const report = (path: string, code: string, values: Readonly<Record<string, string>>): void => {
    problems.push({ path, reason: reason(`reason.plan.${code}`, values) });
  };
  const oldIndicators = new Map(before.indicators.map((one) => [one.code, one]));
  for (const [at, one] of after.indicators.entries()) {
    const old = oldIndicators.get(one.code);
    if (old === undefined) continue;
    const path = `indicators.${at}`;
    if (use.indicators.has(one.code)) {
      for (const field of ['kind', 'direction'] as const)
        if (one[field] !== old[field]) report(`${path}.${field}`, 'hasFigures', { code: one.code, field });
    }
    checkPast(old, one, from, path, report);
  }
  const oldTasks = new Map(before.tasks.map((one) => [one.code, one]));
  for (const [at, one] of after.tasks.entries()) {
    const old = oldTasks.get(one.code);
    if (old === undefined) continue;
    checkTaskChange(old, one, { from, hasReports: use.tasks.has(one.code), path: `tasks.${at}` }, report);
  }
  return problems;
}

type Report = (path: string, code: string, values: Readonly<Record<string, string>>) => void;

function checkPast(
  old: PlanIndicator | PlanTask,
  now: PlanIndicator | PlanTask,
  from: string | null,
  path: string,
  report: Report,
): void {
  if (from === null) return;
  for (const field of ['from', 'until'] as const) {
    const isMoved = now[field] !== old[field];
    const days = [now[field], old[field]].filter((day) => day !== null);
    if (isMoved && days.some((day) => day < from))
      report(`${path}.${field}`, 'inThePast', { code: now.code, day: from });
  }
}

interface TaskChange {
  readonly from: string | null;
  readonly hasReports: boolean;
  readonly path: string;
}

function checkTaskChange(
  old: PlanTask,
  now: PlanTask,
  { from, hasReports, path }: TaskChange,
  report: Report,
): void {
  const { code } = now;
  checkPast(old, now, from, path, report);
  if (hasReports && now.scope !== old.scope) report(`${path}.scope`, 'hasReports', { code });
  if (from === null) return;
  // The first deadline stays visible: whoever moves it says from when on, by which document and why.
  if (now.deadline !== old.deadline)
    report(`${path}.deadline`, 'firstDeadline', { code, deadline: old.deadline });
  if (now.start !== old.start && old.start < from)
    report(`${path}.start`, 'hasBegun', { code, start: old.start });
  const past = (extensions: readonly PlanExtension[]) => extensions.filter((one) => one.from < from);
  if (!saysTheSame(past(now.extensions), past(old.extensions)))
    report(`${path}.extensions`, 'extensionInThePast', { code, day: from });
}

const PARTS = ['phases', 'pillars', 'groups', 'indicators', 'tasks', 'difficulties'] as const;
export type PlanPartName = (typeof PARTS)[number] | 'plan' | 'notAsked' | 'rules';
export type FieldValue = string | number | boolean | null;

export interface PlanFieldChange {
  readonly field: string;
  readonly before: FieldValue;
  readonly after: FieldValue;
  /** Both sides are shares: written in percent. */
  readonly isShare: boolean;
}

/** Rules that are shares, by their dotted names. */
const SHARE_RULES: ReadonlySet<string> = new Set([
  'province.paceTolerance',
  ...['coverage.above', 'coverage.half', 'operating.greenFrom', 'operating.yellowFrom'],
  ...['alerts.coverageLowBelow', 'alerts.onlineLowBelow', 'alerts.onlineFallBy', 'alerts.deadlineDayShare'],
  ...['suspicion.jumpBy', 'suspicion.riseBy'],
]);

/** One thing of a plan that another plan has otherwise. */
export interface PlanDifference {
  readonly part: PlanPartName;
  readonly code: string;
  readonly name: string;
  readonly nameEn: string;
  readonly kind: 'added' | 'removed' | 'retired' | 'changed';
  readonly fields: readonly PlanFieldChange[];
}

/** What of two plans differs, in the order of the second, then what only the first has. */
function comparePlans(before: Plan, after: Plan): PlanDifference[] {
  const named = { name: after.shortName, nameEn: after.shortNameEn };
  const heads = (plan: Plan) => ({
    ...{ code: plan.code, name: plan.name, nameEn: plan.nameEn },
    ...{ shortName: plan.shortName, shortNameEn: plan.shortNameEn },
  });
  return [
    ...changed('plan', { code: after.code, ...named }, fieldsOf(heads(before), heads(after))),
    ...PARTS.flatMap((part) => compareParts(part, before[part], after[part])),
    ...changed('notAsked', { code: '', name: '', nameEn: '' }, fieldsOf(before.notAsked, after.notAsked)),
  ];
}

/** A plan with the rest of its rule set. */
export interface Ruled {
  readonly plan: Plan;
  readonly rules: RuleSet;
}

/** What of two revisions differs: the plans, then the rules that are no indicator's own, each by its dotted name. */
export function compareRevisions(before: Ruled, after: Ruled): PlanDifference[] {
  const fields = fieldsOf(leavesOf(before.rules), leavesOf(after.rules), (field) => SHARE_RULES.has(field));
  return [
    ...comparePlans(before.plan, after.plan),
    ...changed('rules', { code: '', name: '', nameEn: '' }, fields),
  ];
}

/** What the plan itself says, about its indicators and what is not asked, is compared there. */
function leavesOf({
  notAsked: _,
  frequency: ___,
  operating: { indicators: __, ...operating },
  ...rules
}: RuleSet): object {
  const leaves: Record<string, unknown> = {};
  const walk = (value: unknown, path: string): void => {
    if (typeof value !== 'object' || value === null) leaves[path] = value;
    else for (const [key, inner] of Object.entries(value)) walk(inner, path === '' ? key : `${path}.${key}`);
  };
  walk({ ...rules, operating }, '');
  return leaves;
}

interface Named {
  readonly code: string;
  readonly name: string;
  readonly nameEn: string;
}

function changed(
  part: PlanPartName,
  { code, name, nameEn }: Named,
  fields: PlanFieldChange[],
): PlanDifference[] {
  if (fields.length === 0) return [];
  const until = fields.find(({ field }) => field === 'until');
  const kind = until !== undefined && until.before === null && until.after !== null ? 'retired' : 'changed';
  return [{ part, code, name, nameEn, kind, fields }];
}

function compareParts(
  part: (typeof PARTS)[number],
  before: readonly Named[],
  after: readonly Named[],
): PlanDifference[] {
  const old = new Map(before.map((one) => [one.code, one]));
  const codes = new Set(after.map(({ code }) => code));
  const alone = (one: Named, kind: 'added' | 'removed'): PlanDifference => ({
    ...{ part, code: one.code, name: one.name, nameEn: one.nameEn, kind },
    fields: [],
  });
  return [
    ...after.flatMap((one) => {
      const was = old.get(one.code);
      return was === undefined
        ? [alone(one, 'added')]
        : changed(part, one, fieldsOf(was, one, isThreshold(one)));
    }),
    ...before.filter(({ code }) => !codes.has(code)).map((one) => alone(one, 'removed')),
  ];
}

/** Thresholds of all but counts are shares. */
function isThreshold(one: object): (field: string) => boolean {
  const isShare = 'kind' in one && one.kind !== 'count';
  return (field) => isShare && (field === 'greenFrom' || field === 'yellowFrom');
}

function fieldsOf(
  before: object,
  after: object,
  isShare: (field: string) => boolean = () => false,
): PlanFieldChange[] {
  const [old, now] = [new Map(Object.entries(before)), new Map(Object.entries(after))];
  const fields = [...new Set([...old.keys(), ...now.keys()])];
  return fields
    .filter((field) => !saysTheSame(old.get(field), now.get(field)))
    .map((field) => ({
      ...{ field, before: shown(old.get(field)), after: shown(now.get(field)) },
      isShare: isShare(field),
    }));
}

function shown(value: unknown): FieldValue {
  if (value === undefined || value === null) return null;
  return typeof value === 'object' ? JSON.stringify(value) : (value as FieldValue);
}
