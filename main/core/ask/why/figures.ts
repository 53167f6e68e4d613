import { judgedCriteria, judgedOutputs } from '#main/core/figures/judged.ts';
import { listIndicators } from '#main/core/figures/plan-store.ts';
import { type CutView, statusView } from '#main/core/ground/cuts/lookup.ts';
import type { ReadDatabase } from '#main/db/open.ts';
import { UserError } from '#shared/contract/errors.ts';
import type { WhyFigureDto, WhySubject } from '#shared/contract/why.ts';
import type { OutputFigureDto } from '#shared/contract/words.ts';
import type { RuleSet } from '#shared/domain/rule-set.ts';
import { isGroup } from './reasons.ts';

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
  if (about.what === 'group' || about.what === 'task') return [];
  if (about.what === 'figure') {
    const kind = kindOf(about.indicator);
    if (kind === undefined) throw new UserError('INDICATOR_UNKNOWN', { code: about.indicator });
    return kind === 'criterion'
      ? judgedCriteria(database, view, rules, about.unit).filter(({ code }) => code === about.indicator)
      : judgedOutputs(database, view, rules, about);
  }
  // What the colours of a month asked for by itself rest on is what its status cut knew.
  const judged = statusView(view);
  if (about.what === 'unit') {
    return [
      ...judgedOutputs(database, judged, rules, about),
      ...judgedCriteria(database, judged, rules, about.unit),
    ];
  }
  if (about.what === 'forecast') {
    return isGroup(about.code) ? [] : judgedCriteria(database, judged, rules, about.code);
  }
  if (about.what === 'cell' || about.what === 'change') {
    return about.what === 'change' && about.side === 'reported'
      ? reportedSide(database, judged, rules, about.level)
      : judgedOutputs(database, judged, rules, { unit: 'VN' });
  }
  if (about.count === 'operating' || about.count === 'gap')
    return judgedOutputs(database, judged, rules, { unit: 'VN' });
  return about.count === 'overdue' || about.count === 'progress'
    ? []
    : judgedCriteria(database, judged, rules, 'VN');
}

/** Communes are coloured by their criteria; the tasks that colour provinces are no figures. */
function reportedSide(
  database: ReadDatabase,
  view: CutView,
  rules: RuleSet,
  level: 'province' | 'commune',
): OutputFigureDto[] {
  return level === 'province' ? [] : judgedCriteria(database, view, rules, 'VN');
}

function thresholdsOf({ operating }: RuleSet, code: string): WhyFigureDto['thresholds'] {
  const thresholds = operating.indicators[code];
  if (thresholds === undefined) return null;
  return { ...thresholds, weight: operating.rollUp === 'weighted' ? thresholds.weight : null };
}
