import { judgedOutputs, judgeFigures } from '#main/core/figures/judged.ts';
import { listIndicators } from '#main/core/figures/plan-store.ts';
import { unitFigures } from '#main/core/figures/totals-store.ts';
import { type CutView, statusView } from '#main/core/ground/cuts/lookup.ts';
import type { ReadDatabase } from '#main/db/open.ts';
import { UserError } from '#shared/contract/errors.ts';
import type { WhyFigureDto, WhySubject } from '#shared/contract/why.ts';
import type { OutputFigureDto } from '#shared/contract/words.ts';
import type { RuleSet } from '#shared/domain/rule-set.ts';

/** The figures behind a colour or number with their thresholds and weights; of numbers of tasks there are none. */
export function whyFigures(
  database: ReadDatabase,
  view: CutView,
  rules: RuleSet,
  about: WhySubject,
): WhyFigureDto[] {
  const indicators = new Map(listIndicators(database).map((indicator) => [indicator.code, indicator]));
  return figuresOf(database, view, rules, about, (code) => indicators.get(code)?.kind).flatMap((figure) => {
    const indicator = indicators.get(figure.code);
    if (indicator === undefined) return [];
    const { name, nameEn, kind } = indicator;
    return [{ ...figure, name, nameEn, kind, thresholds: thresholdsOf(rules, figure.code) }];
  });
}

type KindOf = (code: string) => 'criterion' | 'ratio' | 'count' | undefined;

function figuresOf(
  database: ReadDatabase,
  view: CutView,
  rules: RuleSet,
  about: WhySubject,
  kindOf: KindOf,
): OutputFigureDto[] {
  if (about.what === 'group') return [];
  if (about.what === 'figure') {
    const kind = kindOf(about.indicator);
    if (kind === undefined) throw new UserError('INDICATOR_UNKNOWN', { code: about.indicator });
    return kind === 'criterion'
      ? criteriaOf(database, view, rules, about.unit).filter(({ code }) => code === about.indicator)
      : judgedOutputs(database, view, rules, about);
  }
  // What the colours of a month asked for by itself rest on is what its status cut knew.
  const judged = statusView(view);
  if (about.what === 'unit') {
    return [
      ...judgedOutputs(database, judged, rules, about),
      ...criteriaOf(database, judged, rules, about.unit),
    ];
  }
  if (about.count === 'operating' || about.count === 'gap')
    return judgedOutputs(database, judged, rules, { unit: 'VN' });
  return about.count === 'overdue' || about.count === 'progress'
    ? []
    : criteriaOf(database, judged, rules, 'VN');
}

function criteriaOf(database: ReadDatabase, view: CutView, { operating }: RuleSet, unit: string) {
  return judgeFigures(unitFigures(database, view, { of: 'criteria', unit }), view.statusCut.code, operating);
}

function thresholdsOf({ operating }: RuleSet, code: string): WhyFigureDto['thresholds'] {
  const thresholds = operating.indicators[code];
  if (thresholds === undefined) return null;
  return { ...thresholds, weight: operating.rollUp === 'weighted' ? thresholds.weight : null };
}
