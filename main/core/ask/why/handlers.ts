import { type AskedSources, listSources } from '#main/core/figures/sources-store.ts';
import {
  type CutView,
  requireCut,
  requireFiguresCut,
  statusView,
  viewedCutDto,
} from '#main/core/ground/cuts/lookup.ts';
import { procedure } from '#main/core/ground/procedure.ts';
import type { ReadDatabase } from '#main/db/open.ts';
import type { WhyAnswerDto, WhySubject } from '#shared/contract/why.ts';
import { whyFigures } from './figures.ts';
import { isGroup, whyReasons } from './reasons.ts';
import { whyTasks } from './tasks.ts';

/** As many files as a reader looks through; of a commune every figure has its own line. */
const SOURCES_AT_MOST = 12;
const FIGURES_AT_MOST = 60;

export const why = {
  get: procedure.why.get.handler(({ context, input }) => {
    const { about, cut } = input;
    const view =
      about.what === 'figure'
        ? requireFiguresCut(context.read, cut, about.indicator)
        : requireCut(context.read, cut);
    return answer(context.read, view, about);
  }),
};

function answer(database: ReadDatabase, view: CutView, about: WhySubject): WhyAnswerDto {
  const { active } = view;
  // A figure is the month's own; what colours rest on is what the status cut knew.
  const sources = listSources(
    database,
    about.what === 'figure' ? view : statusView(view),
    askedSources(about),
  );
  const most = about.what === 'unit' && about.unit.length === 5 ? FIGURES_AT_MOST : SOURCES_AT_MOST;
  return {
    cut: viewedCutDto(view),
    ruleVersion: active.version,
    reasons: whyReasons(database, view, active, about),
    figures: whyFigures(database, view, active.rules, about),
    ...whyTasks(database, view, about),
    sources: sources.slice(0, most),
    otherSources: Math.max(0, sources.length - most),
  };
}

function askedSources(about: WhySubject): AskedSources {
  switch (about.what) {
    case 'unit':
      return { unit: about.unit, of: 'all' };
    case 'figure':
      return { unit: about.unit, of: 'all', indicator: about.indicator };
    case 'group':
      return { unit: 'VN', of: 'tasks', group: about.group };
    case 'task':
      return { unit: 'VN', of: 'tasks', task: about.task };
    case 'count':
      return { unit: 'VN', of: SOURCES_OF_COUNTS[about.count] };
    case 'cell':
      return { unit: about.province ?? 'VN', of: about.level === 'commune' ? 'all' : 'tasks' };
    case 'change':
      return { unit: 'VN', of: SOURCES_OF_SIDES[about.level][about.side] };
    case 'forecast':
      return isGroup(about.code)
        ? { unit: 'VN', of: 'tasks', group: about.code }
        : { unit: about.code, of: 'criteria' };
  }
}

/** Provinces are coloured by their tasks, communes by their criteria. */
const SOURCES_OF_SIDES = {
  province: { reported: 'tasks', operating: 'outputs' },
  commune: { reported: 'criteria', operating: 'outputs' },
} as const;

const SOURCES_OF_COUNTS = {
  green: 'criteria',
  coverage: 'criteria',
  notReported: 'criteria',
  operating: 'outputs',
  gap: 'all',
  progress: 'tasks',
  overdue: 'tasks',
} as const;
