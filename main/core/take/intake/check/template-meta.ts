import { type Problem, problem } from '../problem.ts';
import type { CollectOptions } from './options.ts';

/** Id in the hidden sheet of our templates; the number rises when their columns change. */
export const TEMPLATE_ID = 'kh02-commune-1';

export interface TemplateMeta {
  readonly id: string;
  readonly province: string | null;
  readonly cut: string | null;
  readonly ruleVersion: number | null;
}

/** What the hidden sheet says; it is only text from outside, so codes and cut are checked like any other. */
export function readTemplateMeta(
  meta: ReadonlyMap<string, string> | null,
  options: CollectOptions,
  report: (problem: Problem) => void,
): TemplateMeta | null {
  const id = meta?.get('template');
  if (meta === null || id === undefined) return null;
  if (id !== TEMPLATE_ID) {
    report(problem('warning', 'TEMPLATE_FOREIGN', { template: id.slice(0, 60) }));
    return null;
  }
  const province = meta.get('province') ?? null;
  const level = options.register.byCode.get(province ?? '')?.level;
  const isKnown = level === 'province' || level === 'country';
  const cut = meta.get('cut') ?? null;
  const rules = Number(meta.get('rules') ?? Number.NaN);
  if (
    options.defaultCut !== null &&
    cut !== null &&
    cut !== options.defaultCut &&
    /^[a-z]/.test(options.defaultCut)
  ) {
    report(problem('warning', 'TEMPLATE_OTHER_CUT', { cut, asked: options.defaultCut }));
  }
  if (options.ruleVersion !== null && Number.isInteger(rules) && rules !== options.ruleVersion) {
    report(problem('warning', 'TEMPLATE_OTHER_RULES', { template: rules, current: options.ruleVersion }));
  }
  return {
    id,
    province: isKnown ? province : null,
    cut,
    ruleVersion: Number.isInteger(rules) ? rules : null,
  };
}
