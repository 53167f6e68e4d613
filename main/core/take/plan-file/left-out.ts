import type { Plan } from '#shared/domain/plan.ts';
import { saysTheSame } from '#shared/domain/says-the-same.ts';

/** A field that a file says nothing of and that the plan says something of: whose word stays. */
export interface Kept {
  readonly part: keyof typeof USUAL | 'plan';
  readonly field: string;
  /** Of the things that keep it. */
  readonly codes: readonly string[];
}

const HELD = { from: null, until: null, origin: 'official', source: null };

/** What a file may leave out, with what holds where nobody ever said anything else. */
const USUAL = {
  indicators: {
    ...{ direction: 'up', weight: 0, minDenominator: 10, decisive: false, role: null, asks: 'commune' },
    frequency: 'eachCut',
    ...{ definition: '', definitionEn: '', unitLabel: '', unitLabelEn: '', words: [], numeratorWords: [] },
    ...HELD,
  },
  tasks: { pillar: null, extensions: [], outputs: [], ...HELD },
  difficulties: { indicators: [] },
} as const satisfies Partial<Record<keyof Plan, Readonly<Record<string, unknown>>>>;
const USUAL_OF_PLAN = { pillars: [], difficulties: [], notAsked: {} } as const;

type Values = Readonly<Record<string, unknown>>;

/**
 * A file's plan with the present plan's word for what it says nothing of. To leave a field out is not to switch it off: a
 * file without `decisive` would take it from every indicator, and one without `until` bring back what is retired. Of
 * another plan (another code) nothing is kept: its things are others, whatever they are called.
 */
export function keepLeftOut(
  content: unknown,
  present: Plan,
): { readonly content: unknown; readonly kept: readonly Kept[] } {
  if (!isValues(content) || content.code !== present.code) return { content, kept: [] };
  const whole = filled(content, present as unknown as Values, USUAL_OF_PLAN);
  const kept: Kept[] = whole.fields.map((field) => ({ part: 'plan', field, codes: [] }));
  const parts = Object.entries(USUAL).map(([name, usual]) => {
    const part = name as keyof typeof USUAL;
    const { items, fields } = filledItems(whole.values[part], present[part], usual);
    for (const [field, codes] of fields) kept.push({ part, field, codes });
    return [part, items] as const;
  });
  return { content: { ...whole.values, ...Object.fromEntries(parts) }, kept };
}

function filledItems(items: unknown, present: readonly { readonly code: string }[], usual: Values) {
  const fields = new Map<string, string[]>();
  if (!Array.isArray(items)) return { items, fields };
  const known = new Map(present.map((one) => [one.code, one]));
  const all = items.map((item: unknown) => {
    const was = isValues(item) ? known.get(String(item.code)) : undefined;
    if (!isValues(item) || was === undefined) return item;
    const { values, fields: kept } = filled(item, was as unknown as Values, usual);
    for (const field of kept) fields.set(field, [...(fields.get(field) ?? []), was.code]);
    return values;
  });
  return { items: all, fields };
}

/** The values with what is left out as it was, and which of that is not what is usual. */
function filled(values: Values, was: Values, usual: Values) {
  // The day on which something began is given by the revision that brought it: a file may go on without it.
  const isLeftOut = (field: string) =>
    values[field] === undefined || (field === 'from' && values[field] === null);
  const left = Object.keys(usual).filter(isLeftOut);
  return {
    values: { ...values, ...Object.fromEntries(left.map((field) => [field, was[field]])) },
    fields: left.filter((field) => !saysTheSame(was[field], usual[field])),
  };
}

function isValues(value: unknown): value is Values {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
