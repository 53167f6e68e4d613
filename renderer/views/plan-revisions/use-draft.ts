import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useApi } from '#renderer/ground/client/ApiProvider.tsx';
import { useCut } from '#renderer/ground/cut.tsx';
import { useNames } from '#renderer/ground/names.tsx';
import { useText } from '#renderer/ground/text.tsx';
import type { GeneralRulesDto, WholePlanDto } from '#shared/contract/plan-revisions.ts';
import { outputThresholds } from '#shared/domain/default-rules.ts';
import { decidesNothing } from '#shared/domain/operating-ends.ts';
import { vietnamDay } from '#shared/domain/periods.ts';
import type { Plan } from '#shared/domain/plan.ts';
import { compareRevisions, type PlanDifference } from '#shared/domain/plan-change.ts';
import type { PlanProblem } from '#shared/domain/plan-problems.ts';
import type { RuleSet } from '#shared/domain/rule-set.ts';
import { planReasonText } from '#shared/text/plan-text.ts';
import { judgeDraft, withMore, without, withValue } from './draft-plan.ts';
import type { PlanPart } from './fields.ts';
import { type PlanDraft, useKeptDraft } from './kept-draft.ts';
import type { PlanEditor } from './plan-editor.tsx';

/** A draft with what is wrong with it and what it changes, and what can be done with it. */
export interface DraftWork {
  readonly draft: PlanDraft | null;
  readonly editor: PlanEditor;
  /** As it would be put in force. */
  readonly plan: Plan;
  readonly problems: readonly PlanProblem[];
  readonly differences: readonly PlanDifference[];
  /** The revision that the draft rests on, where another has been put in force since; null otherwise. */
  readonly staleBase: number | null;
  readonly begin: (from?: Partial<PlanDraft>) => void;
  readonly change: (part: Partial<PlanDraft>) => void;
  readonly discard: () => void;
}

/** The draft of this workspace on a plan. */
export function useDraft(whole: WholePlanDto, folder: string, canEdit: boolean): DraftWork {
  const [kept, write] = useKeptDraft(folder);
  const draft = canEdit ? kept : null;
  const firstDay = useFirstDay(whole);
  const base = useBase(whole, draft);
  const judged = useJudged(base ?? whole, draft);
  const text = useText();
  return useMemo(() => {
    const now = () => new Date().toISOString();
    const edit = (next: (plan: Plan) => Plan) =>
      write((before) => (before === null ? null : { ...before, plan: next(before.plan), at: now() }));
    const sentences = Map.groupBy(judged.problems, ({ path }) => path);
    const codes = new Map<PlanPart, Set<string>>();
    const isOld: PlanEditor['isOld'] = (part, code) => {
      const known = codes.get(part) ?? new Set((base ?? whole).plan[part].map((one) => one.code));
      codes.set(part, known);
      return known.has(code);
    };
    const editor: PlanEditor = {
      plan: draft?.plan ?? whole.plan,
      isReadOnly: draft === null,
      from: draft?.from ?? firstDay,
      isOld,
      isUsed: (part, code) => {
        const { indicators, tasks } = whole.used;
        return part === 'indicators' ? indicators.includes(code) : part === 'tasks' && tasks.includes(code);
      },
      decidesNothing: (code) => {
        const { plan, rules } = { ...whole, ...(draft === null ? {} : { plan: draft.plan }) };
        return decidesNothing({ ...rules.operating, indicators: outputThresholds(plan.indicators) }, code);
      },
      problems: new Map(
        [...sentences].map(([path, all]) => [path, all.map(({ reason }) => planReasonText(reason, text))]),
      ),
      changes: new Map(judged.differences.map((one) => [`${one.part} ${one.code}`, one])),
      set: (path, value) => edit((plan) => withValue(plan, path, value)),
      add: (path, item) => edit((plan) => withMore(plan, path, item)),
      remove: (path) => edit((plan) => without(plan, path)),
    };
    return {
      ...judged,
      draft,
      editor,
      staleBase: draft === null || draft.base === whole.revision.version ? null : draft.base,
      begin: (from = {}) =>
        write(() => ({
          base: whole.revision.version,
          from: firstDay,
          plan: whole.plan,
          rules: null,
          at: now(),
          ...from,
        })),
      change: (part) => write((before) => (before === null ? null : { ...before, ...part, at: now() })),
      discard: () => write(() => null),
    };
  }, [whole, base, draft, judged, firstDay, text, write]);
}

/** The day of the cut on screen, or today where there is none; no earlier than the newest revision begins. */
function useFirstDay({ revision }: WholePlanDto): string {
  const { cut } = useCut();
  const day = vietnamDay(cut?.asOf ?? new Date().toISOString());
  return revision.validFrom !== null && day < revision.validFrom ? revision.validFrom : day;
}

/** The revision that a draft rests on; null while it is on its way. */
function useBase(whole: WholePlanDto, draft: PlanDraft | null): WholePlanDto | null {
  const revision = draft?.base ?? whole.revision.version;
  const isOther = revision !== whole.revision.version;
  const query = useQuery({ ...useApi().plan.get.queryOptions({ input: { revision } }), enabled: isOther });
  return isOther ? (query.data ?? null) : whole;
}

function useJudged({ plan: before, used, rules }: WholePlanDto, draft: PlanDraft | null) {
  const { units } = useNames();
  const world = useMemo(
    () => ({
      use: { indicators: new Set(used.indicators), tasks: new Set(used.tasks) },
      // What the plan names already is known, also where it is a unit that is no more.
      units: new Set([...units.map(({ code }) => code), ...Object.keys(before.notAsked)]),
    }),
    [units, used, before],
  );
  return useMemo(() => {
    if (draft === null) return { plan: before, problems: [], differences: [] };
    const { plan, problems } = judgeDraft(draft.plan, { ...world, before, from: draft.from });
    const after = { plan, rules: asRuleSet(draft.rules ?? rules) };
    return {
      plan,
      problems,
      differences: compareRevisions({ plan: before, rules: asRuleSet(rules) }, after),
    };
  }, [before, rules, world, draft]);
}

/** What the plan says itself is compared with the plan. */
function asRuleSet(general: GeneralRulesDto): RuleSet {
  return { ...general, notAsked: {}, frequency: {}, operating: { ...general.operating, indicators: {} } };
}
