import { type AskedSources, listSources } from '#main/core/figures/sources-store.ts';
import { type CutView, requireCut } from '#main/core/ground/cuts/lookup.ts';
import { cutDto } from '#main/core/ground/cuts/store.ts';
import { procedure } from '#main/core/ground/procedure.ts';
import { readActiveRules } from '#main/core/ground/rules/store.ts';
import type { ReadDatabase } from '#main/db/open.ts';
import type { WhyAnswerDto, WhySubject } from '#shared/contract/why.ts';
import { whyFigures } from './figures.ts';
import { whyReasons } from './reasons.ts';

/** As many files as a reader looks through. */
const SOURCES_AT_MOST = 12;

export const why = {
  get: procedure.why.get.handler(({ context, input }) => {
    const view = requireCut(context.read, input.cut);
    return answer(context.read, view, input.about);
  }),
};

function answer(database: ReadDatabase, view: CutView, about: WhySubject): WhyAnswerDto {
  const active = readActiveRules(database);
  const sources = listSources(database, view, askedSources(about));
  return {
    cut: cutDto(view.cut),
    ruleVersion: active.version,
    reasons: whyReasons(database, view, active, about),
    figures: whyFigures(database, view, active.rules, about),
    sources: sources.slice(0, SOURCES_AT_MOST),
    otherSources: Math.max(0, sources.length - SOURCES_AT_MOST),
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
    case 'count':
      return { unit: 'VN', of: SOURCES_OF_COUNTS[about.count] };
  }
}

const SOURCES_OF_COUNTS = {
  green: 'criteria',
  coverage: 'criteria',
  notReported: 'criteria',
  operating: 'outputs',
  gap: 'all',
  progress: 'tasks',
  overdue: 'tasks',
} as const;
