import { taskFigures } from '#main/core/figures/figures.ts';
import { listGroupDeadlines } from '#main/core/figures/forecast-store.ts';
import { countTasksByGroup } from '#main/core/figures/status-store.ts';
import type { CutView } from '#main/core/ground/cuts/lookup.ts';
import { listPlaces } from '#main/core/ground/units/store.ts';
import type { ReadDatabase } from '#main/db/open.ts';
import type { OutlookDto } from '#shared/contract/forecast.ts';
import {
  explainForecast,
  type ForecastEvaluation,
  type ForecastOf,
  notEnoughForecast,
  paceOf,
} from '#shared/domain/forecast.ts';
import { vietnamDay } from '#shared/domain/periods.ts';
import { type Evaluated, evaluationsAt } from './evaluations.ts';

export interface Outlooks {
  readonly national: OutlookDto;
  readonly groups: OutlookDto[];
  readonly provinces: OutlookDto[];
}

/** When groups complete their tasks and places their coverage, as it looks at a cut. */
export function outlooksAt(database: ReadDatabase, view: CutView): Outlooks {
  const day = vietnamDay(view.statusCut.asOf);
  const groups = listGroupDeadlines(database, day);
  const evaluations = evaluationsAt(database, view);
  const tasks = taskFigures(countTasksByGroup(database, view.statusCut.id));
  const overdue = new Map(tasks.groups.map((group) => [group.code, group.overdue]));
  // The plan ends with its last deadline: coverage is due by then.
  const end =
    groups
      .map((group) => group.deadline)
      .sort()
      .at(-1) ?? null;
  const outlooks = listPlaces(database, day).map((unit) =>
    outlook(unit, evaluations.places.get(unit.code), { of: 'communes', deadline: end, day }),
  );
  return {
    national:
      outlooks.find((one) => one.code === 'VN') ??
      outlook(COUNTRY, undefined, { of: 'communes', deadline: end, day }),
    groups: groups.map((group) => ({
      ...outlook(group, evaluations.groups.get(group.code), {
        of: 'progress',
        deadline: group.deadline,
        day,
      }),
      overdue: overdue.get(group.code) ?? null,
    })),
    provinces: outlooks.filter((one) => one.code !== 'VN'),
  };
}

/**
 * Late: it is expected after the deadline, not by a tested week after it, or the deadline lies behind and it is known not
 * to be done. Of whom the newest week is not known nobody can tell.
 */
function isLate(evaluation: ForecastEvaluation, deadline: string, day: string): boolean | null {
  switch (evaluation.kind) {
    case 'complete':
    case 'notEnoughData':
      return null;
    case 'date':
      return evaluation.completion > deadline;
    case 'beyondHorizon':
      return evaluation.ahead.some((point) => point.day >= deadline) || day > deadline ? true : null;
    default:
      return day > deadline && !isSilent(evaluation) ? true : null;
  }
}

function isSilent(evaluation: ForecastEvaluation): boolean {
  return evaluation.kind === 'withheld' && evaluation.cause === 'silent';
}

const COUNTRY = { code: 'VN', name: 'Việt Nam', nameEn: 'Viet Nam' };

function outlook(
  { code, name, nameEn }: typeof COUNTRY,
  evaluated: Evaluated | undefined,
  { of, deadline, day }: { readonly of: ForecastOf; readonly deadline: string | null; readonly day: string },
): OutlookDto {
  const { evaluation, share, asOf, state } = evaluated ?? NOTHING;
  const date = evaluation.kind === 'date' ? evaluation : null;
  return {
    code,
    name,
    nameEn,
    kind: evaluation.kind,
    share,
    asOf,
    state,
    completion: date?.completion ?? null,
    earliest: 'earliest' in evaluation ? evaluation.earliest : null,
    latest: date?.latest ?? null,
    ...told(evaluation, of),
    deadline,
    isLate: deadline === null ? null : isLate(evaluation, deadline, day),
    overdue: null,
    reasons: explainForecast(evaluation, of),
  };
}

const NOTHING: Evaluated = {
  evaluation: notEnoughForecast(0),
  share: null,
  asOf: null,
  state: 'notReported',
};

function told(evaluation: ForecastEvaluation, of: ForecastOf): Pick<OutlookDto, 'pace' | 'tested'> {
  if (!('slope' in evaluation)) return { pace: null, tested: null };
  const pace = { of, ...paceOf(evaluation, of) };
  if (!('told' in evaluation)) return { pace, tested: null };
  const { weeks, tested } = evaluation.told;
  const { origins, tries, hits } = tested;
  return { pace, tested: { weeks, origins, tries, hitRate: hits / tries } };
}
