import { FREQUENCIES } from '#shared/domain/frequency.ts';
import { INDICATOR_KINDS, SOURCE_KINDS, TASK_SCOPES } from '#shared/domain/model.ts';
import { INDICATOR_ROLES, type Plan } from '#shared/domain/plan.ts';

/** The parts of a plan that are lists of things with a code, in the order of the screen. */
export const PLAN_PARTS = ['tasks', 'indicators', 'groups', 'pillars', 'phases', 'difficulties'] as const;
export type PlanPart = (typeof PLAN_PARTS)[number];
export type PlanItem = Plan[PlanPart][number];

/** `threshold`: a share, of a count a number; `one`: the code of something in another part; `many`: several of them. */
export type FieldType =
  | 'text'
  | 'long'
  | 'day'
  | 'threshold'
  | 'number'
  | 'flag'
  | 'words'
  | 'choice'
  | 'one'
  | 'many';

export interface FieldSpec {
  readonly field: string;
  readonly type: FieldType;
  /** A plan without it cannot be saved. */
  readonly isRequired?: boolean;
  /** What can be chosen: words of the plan file, or the part of the plan that it names. */
  readonly choices?: readonly string[];
  readonly of?: PlanPart;
}

const text = (field: string, isRequired = false): FieldSpec => ({ field, type: 'text', isRequired });
const long = (field: string, isRequired = false): FieldSpec => ({ field, type: 'long', isRequired });
const day = (field: string, isRequired = false): FieldSpec => ({ field, type: 'day', isRequired });
const of = (type: FieldType, field: string): FieldSpec => ({ field, type });
const choice = (field: string, choices: readonly string[], isRequired = true): FieldSpec => ({
  ...{ field, type: 'choice', choices, isRequired },
});
const NAMES = [long('name', true), long('nameEn')];
const SHORT = [text('shortName'), text('shortNameEn')];
const HELD = [day('from'), day('until')];
const ORIGIN = [choice('origin', SOURCE_KINDS), long('source')];

/** What a person can say of each thing of the plan; lists inside of a task have forms of their own. */
export const PLAN_FIELDS: Readonly<Record<PlanPart | 'plan', readonly FieldSpec[]>> = {
  plan: [text('code', true), ...NAMES, ...SHORT],
  tasks: [
    ...NAMES,
    { field: 'group', type: 'one', of: 'groups' },
    { field: 'pillar', type: 'one', of: 'pillars' },
    { field: 'phase', type: 'one', of: 'phases', isRequired: true },
    choice('scope', TASK_SCOPES),
    text('leadAgency'),
    text('leadAgencyEn'),
    day('start', true),
    day('deadline', true),
    ...HELD,
    ...ORIGIN,
  ],
  indicators: [
    ...NAMES,
    ...SHORT,
    choice('kind', INDICATOR_KINDS),
    choice('direction', ['up', 'down']),
    of('threshold', 'greenFrom'),
    of('threshold', 'yellowFrom'),
    of('number', 'weight'),
    of('number', 'minDenominator'),
    of('flag', 'decisive'),
    choice('role', INDICATOR_ROLES, false),
    choice('asks', ['commune']),
    choice('frequency', FREQUENCIES),
    ...['definition', 'definitionEn'].map((field) => long(field)),
    ...['unitLabel', 'unitLabelEn'].map((field) => text(field)),
    ...['words', 'numeratorWords'].map((field) => of('words', field)),
    ...HELD,
    ...ORIGIN,
  ],
  groups: [...NAMES, ...SHORT],
  pillars: NAMES,
  phases: [...NAMES, ...SHORT, day('start', true), day('end', true)],
  difficulties: [...NAMES, { field: 'indicators', type: 'many', of: 'indicators' }],
};
