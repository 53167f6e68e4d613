import type { Plan, PlanGroup, PlanIndicator, PlanTask } from '#shared/domain/plan.ts';
import { type PlanUse, revisedPlan, validateChange } from '#shared/domain/plan-change.ts';
import { type PlanProblem, validatePlan } from '#shared/domain/plan-problems.ts';
import { reason } from '#shared/domain/reason.ts';
import { type FieldSpec, PLAN_FIELDS, PLAN_PARTS, type PlanItem, type PlanPart } from './fields.ts';

/** The value at a dotted path such as `tasks.3.extensions.0.document`; undefined where there is none. */
export function valueAt(place: unknown, path: string): unknown {
  let found = place;
  for (const key of path.split('.'))
    found = typeof found === 'object' && found !== null ? Reflect.get(found, key) : undefined;
  return found;
}

/** A copy with another value at the path; a path that leads nowhere changes nothing. */
export function withValue(plan: Plan, path: string, value: unknown): Plan {
  return replaceAt(plan, path.split('.'), value) as Plan;
}

function replaceAt(place: unknown, [key, ...rest]: readonly string[], value: unknown): unknown {
  if (key === undefined) return value;
  if (typeof place !== 'object' || place === null || !(key in place)) return place;
  const next = replaceAt(Reflect.get(place, key), rest, value);
  return Array.isArray(place) ? place.with(Number(key), next) : { ...place, [key]: next };
}

/** A copy in which one more thing ends the list at a path. */
export function withMore(plan: Plan, path: string, item: unknown): Plan {
  const list = valueAt(plan, path);
  return Array.isArray(list) ? withValue(plan, path, [...list, item]) : plan;
}

/** A copy without the thing at a path such as `tasks.3`. */
export function without(plan: Plan, path: string): Plan {
  const cut = path.lastIndexOf('.');
  const list = valueAt(plan, path.slice(0, cut));
  return Array.isArray(list)
    ? withValue(plan, path.slice(0, cut), list.toSpliced(Number(path.slice(cut + 1)), 1))
    : plan;
}

const NO_TASK: Omit<PlanTask, 'code' | 'name' | 'phase' | 'start' | 'deadline'> = {
  ...{ group: null, pillar: null, scope: 'province', nameEn: '', leadAgency: '', leadAgencyEn: '' },
  ...{ extensions: [], outputs: [], from: null, until: null, origin: 'official', source: null },
};
const NO_INDICATOR: Omit<PlanIndicator, 'code' | 'name'> = {
  ...{ kind: 'ratio', direction: 'up', nameEn: '', shortName: '', shortNameEn: '' },
  ...{ definition: '', definitionEn: '', unitLabel: '', unitLabelEn: '', greenFrom: 0.9, yellowFrom: 0.7 },
  ...{ weight: 1, minDenominator: 10, decisive: false, role: null, asks: 'commune', words: [] },
  frequency: 'eachCut',
  ...{ numeratorWords: [], from: null, until: null, origin: 'official', source: null },
};

/** Something new as it begins: in the last phase, from the day of the draft on. */
export function newItem(
  plan: Plan,
  part: PlanPart,
  named: { code: string; name: string },
  from: string,
): PlanItem {
  const phase = plan.phases.at(-1);
  const short = { nameEn: '', shortName: '', shortNameEn: '' };
  switch (part) {
    case 'tasks':
      return {
        ...NO_TASK,
        ...named,
        phase: phase?.code ?? '',
        start: from,
        deadline: later(from, phase?.end),
      };
    case 'indicators':
      return { ...NO_INDICATOR, ...named };
    case 'phases':
      return { ...named, ...short, start: from, end: from };
    case 'groups':
      return { ...named, ...short };
    case 'pillars':
      return { ...named, nameEn: '' };
    case 'difficulties':
      return { ...named, nameEn: '', indicators: [] };
  }
}

const later = (day: string, other = ''): string => (other > day ? other : day);

/** The plan as it is saved: what was left empty in English, and short names, is said with the Vietnamese name. */
export function completed(plan: Plan): Plan {
  const named = <Item extends PlanPartNames>(item: Item): Item => {
    const nameEn = filled(item.nameEn, item.name);
    if (!hasShortName(item)) return { ...item, nameEn };
    const shortName = filled(item.shortName, item.name);
    return {
      ...item,
      nameEn,
      shortName,
      shortNameEn: filled(item.shortNameEn, filled(item.nameEn, shortName)),
    };
  };
  return {
    ...named(plan),
    phases: plan.phases.map(named),
    pillars: plan.pillars.map(named),
    groups: plan.groups.map(named),
    indicators: plan.indicators.map(named),
    tasks: plan.tasks.map(named).map((task) => ({
      ...task,
      leadAgencyEn: filled(task.leadAgencyEn, task.leadAgency),
    })),
    difficulties: plan.difficulties.map(named),
  };
}

type PlanPartNames = Pick<PlanGroup, 'name' | 'nameEn'>;

function hasShortName(
  item: PlanPartNames,
): item is PlanPartNames & Pick<PlanGroup, 'shortName' | 'shortNameEn'> {
  return 'shortName' in item;
}

const filled = (text: string, other: string): string => (text.trim() === '' ? other.trim() : text.trim());

/** What extensions and outputs of a task have to say. */
function listFields({ extensions, outputs }: PlanTask): string[] {
  return [
    ...extensions.flatMap((_, at) => EXTENSION_FIELDS.map((field) => `extensions.${at}.${field}`)),
    ...outputs.flatMap(({ provinces }, at) => [
      `outputs.${at}.indicator`,
      `outputs.${at}.target`,
      ...provinces.map((_, place) => `outputs.${at}.provinces.${place}.target`),
    ]),
  ];
}

const EXTENSION_FIELDS = ['from', 'deadline', 'document', 'reason'];

/** What has to be said and was left empty. */
function emptyFields(plan: Plan): PlanProblem[] {
  const needed = (fields: readonly FieldSpec[], path: string) =>
    fields.filter(isNeeded).map(({ field }) => `${path}${field}`);
  const paths = [
    ...needed(PLAN_FIELDS.plan, ''),
    ...PLAN_PARTS.flatMap((part) =>
      plan[part].flatMap((_, at) => needed(PLAN_FIELDS[part], `${part}.${at}.`)),
    ),
    ...plan.tasks.flatMap((task, at) => listFields(task).map((path) => `tasks.${at}.${path}`)),
  ];
  return paths
    .filter((path) => isEmpty(valueAt(plan, path)))
    .map((path) => ({ path, reason: reason('reason.plan.empty') }));
}

const isNeeded = ({ isRequired, type }: FieldSpec): boolean =>
  isRequired === true || type === 'number' || type === 'threshold';

// An emptied number is NaN, and null after it was kept.
const isEmpty = (value: unknown): boolean =>
  value === null || Number.isNaN(value) || (typeof value === 'string' && value.trim() === '');

export interface DraftWorld {
  readonly before: Plan;
  readonly from: string;
  readonly use: PlanUse;
  /** Codes of units that there are. */
  readonly units: ReadonlySet<string>;
}

/** A draft as it would be put in force, and all that keeps it from that, each at its field. */
export function judgeDraft(draft: Plan, { before, from, use, units }: DraftWorld) {
  const plan = revisedPlan(before, completed(draft), from);
  const empty = emptyFields(draft);
  const said = new Set(empty.map(({ path }) => path));
  const others = [...validatePlan(plan, units), ...validateChange(before, plan, from, use)];
  // An empty target is no number either: one sentence is enough.
  const isSaid = (path: string): boolean =>
    said.has(path) ||
    (path.endsWith('.target') && [...said].some((one) => one.startsWith(path.slice(0, -6))));
  return { plan, problems: [...empty, ...others.filter(({ path }) => !isSaid(path))] };
}
