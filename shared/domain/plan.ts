import type { Frequency } from './frequency.ts';
import type { IndicatorKind, SourceKind, TaskScope } from './model.ts';

/**
 * What an indicator stands for, whatever its code: rules, texts and pages that speak of one thing find it by this. A
 * plan may leave any of them out.
 */
export const INDICATOR_ROLES = [
  /** Ratio: files submitted online. */
  'onlineSubmission',
  /** Ratio: results returned online. */
  'onlineResults',
  /** Ratio: files resolved on time. */
  'onTime',
  /** Ratio: documents signed digitally; its numerator is how many. */
  'signedDocuments',
  /** Count: files received. */
  'filesReceived',
  /** Criteria without which a commune has nothing to sign with; several may be. */
  'signature',
  /** What citizens say: satisfaction, complaints, waiting time; several may be. */
  'voice',
] as const;
export type IndicatorRole = (typeof INDICATOR_ROLES)[number];

/** Which kinds an indicator of a role may be of. */
export const KINDS_OF_ROLE: Readonly<Record<IndicatorRole, readonly IndicatorKind[]>> = {
  onlineSubmission: ['ratio'],
  onlineResults: ['ratio'],
  onTime: ['ratio'],
  signedDocuments: ['ratio'],
  filesReceived: ['count'],
  signature: ['criterion'],
  voice: ['ratio', 'count'],
};

/** Roles that more than one indicator may have. */
export const SHARED_ROLES: readonly IndicatorRole[] = ['signature', 'voice'];

export interface PlanPhase {
  readonly code: string;
  readonly name: string;
  readonly nameEn: string;
  readonly shortName: string;
  readonly shortNameEn: string;
  readonly start: string;
  readonly end: string;
}

/** A pillar. */
export interface PlanPart {
  readonly code: string;
  readonly name: string;
  readonly nameEn: string;
}

export interface PlanGroup extends PlanPart {
  readonly shortName: string;
  readonly shortNameEn: string;
}

/** In the plan from a day on and until the day before another (yyyy-mm-dd); null = always, and until further notice. */
export interface Held {
  readonly from: string | null;
  readonly until: string | null;
}

/**
 * Thresholds of a ratio are fractions; of a count they are per commune and month; of a criterion they are the share of
 * communes that meet it. Weight, minimum denominator and decisive say something of outputs only.
 */
export interface PlanIndicator extends Held {
  readonly code: string;
  readonly kind: IndicatorKind;
  readonly direction: 'up' | 'down';
  readonly name: string;
  readonly nameEn: string;
  readonly shortName: string;
  readonly shortNameEn: string;
  readonly definition: string;
  readonly definitionEn: string;
  readonly unitLabel: string;
  readonly unitLabelEn: string;
  readonly greenFrom: number;
  readonly yellowFrom: number;
  readonly weight: number;
  readonly minDenominator: number;
  readonly decisive: boolean;
  readonly role: IndicatorRole | null;
  readonly asks: 'commune' | 'province';
  readonly frequency: Frequency;
  /** Further ways to write it at the head of a column, and its numerator where that stands beside its rate. */
  readonly words: readonly string[];
  readonly numeratorWords: readonly string[];
  readonly origin: SourceKind;
  readonly source: string | null;
}

/** A later deadline that holds from a day on; document and reason are whose word it is. */
export interface PlanExtension {
  readonly from: string;
  readonly deadline: string;
  readonly document: string;
  readonly reason: string;
}

/** Target of a ratio: fraction 0..1; of a count: per commune and month. `provinces`: those with a target of their own. */
export interface PlanOutput {
  readonly indicator: string;
  readonly target: number;
  readonly provinces: readonly { readonly province: string; readonly target: number }[];
}

/** `group` and `pillar` are null where the plan names none. `deadline` is the first one, which stays visible. */
export interface PlanTask extends Held {
  readonly code: string;
  readonly group: string | null;
  readonly phase: string;
  readonly pillar: string | null;
  readonly scope: TaskScope;
  readonly name: string;
  readonly nameEn: string;
  readonly leadAgency: string;
  readonly leadAgencyEn: string;
  readonly start: string;
  readonly deadline: string;
  readonly extensions: readonly PlanExtension[];
  readonly outputs: readonly PlanOutput[];
  readonly origin: SourceKind;
  readonly source: string | null;
}

/** A cause and the indicators whose poor figures it explains. */
export interface PlanDifficulty extends PlanPart {
  readonly indicators: readonly string[];
}

/** A whole plan but for the thresholds that are no indicator's own: those are the rest of the rule set. */
export interface Plan {
  readonly code: string;
  readonly name: string;
  readonly nameEn: string;
  readonly shortName: string;
  readonly shortNameEn: string;
  readonly phases: readonly PlanPhase[];
  readonly pillars: readonly PlanPart[];
  readonly groups: readonly PlanGroup[];
  readonly indicators: readonly PlanIndicator[];
  readonly tasks: readonly PlanTask[];
  readonly difficulties: readonly PlanDifficulty[];
  /** Codes of indicators that are not asked of a unit, by the unit's code. */
  readonly notAsked: Readonly<Record<string, readonly string[]>>;
}

/** Whether something is in the plan on a day. */
export function isHeld({ from, until }: Held, day: string): boolean {
  return (from === null || from <= day) && (until === null || until > day);
}

/**
 * The deadline that holds on a day: the first one, until an extension says another from its own day on. Of those that
 * hold the one that was said last counts.
 */
export function deadlineOn(
  {
    deadline,
    extensions,
  }: Pick<PlanTask, 'deadline'> & {
    readonly extensions: readonly Pick<PlanExtension, 'from' | 'deadline'>[];
  },
  day: string,
): string {
  const holding = extensions.filter(({ from }) => from <= day);
  return holding.toSorted((one, other) => (one.from < other.from ? -1 : 1)).at(-1)?.deadline ?? deadline;
}

/** The phase that runs on a day, else the next one, else the last; null where the plan has none. */
export function phaseOn<Phase extends Pick<PlanPhase, 'start' | 'end'>>(
  phases: readonly Phase[],
  day: string,
): Phase | null {
  return (
    phases.find(({ start, end }) => start <= day && end >= day) ??
    phases
      .filter(({ start }) => start > day)
      .toSorted((one, other) => (one.start < other.start ? -1 : 1))[0] ??
    phases.at(-1) ??
    null
  );
}

/** Whether a code is a unit's (VN, 31, 11629): a group of tasks has none of these, and both are asked for in one place. */
export function isUnitCode(code: string): boolean {
  return /^(VN|\d{2}|\d{5})$/.test(code);
}
