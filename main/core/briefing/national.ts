import type { Client } from '#shared/contract/contract.ts';
import type { Locale } from '#shared/text/format.ts';
import type { Briefing, BriefingKind, Page } from './description.ts';
import { type Facts, type FactsOptions, gatherNational, type NationalFacts } from './facts.ts';
import { frameWords } from './frame-words.ts';
import { alertsPage, difficultiesPage, onlinePage } from './pages/attention.ts';
import { changesPage, gapPage, rankingPage } from './pages/comparison.ts';
import { forecastPage, recommendationsPage } from './pages/outlook.ts';
import { mapPage, situationPage } from './pages/situation.ts';
import { groupsPage, overduePage } from './pages/work.ts';
import { createSay, type Say } from './say.ts';

/** The national briefing's twelve pages in their order. */
const NATIONAL_PAGES = [
  situationPage,
  mapPage,
  groupsPage,
  overduePage,
  rankingPage,
  gapPage,
  onlinePage,
  alertsPage,
  difficultiesPage,
  changesPage,
  forecastPage,
  recommendationsPage,
] as const;

export interface BriefingOptions extends FactsOptions {
  readonly language: Locale;
}

/** The national briefing of twelve pages as data. */
export async function nationalBriefing(client: Client, options: BriefingOptions): Promise<Briefing> {
  const facts: NationalFacts = await gatherNational(client, options);
  const say = createSay(options.language, facts.names);
  const words = frameWords(say);
  return assemble(facts, say, {
    kind: 'national',
    unit: 'VN',
    title: say.t('briefing.kind.national'),
    pages: NATIONAL_PAGES.map((build) => build(facts, say, words)),
  });
}

/** Pages with the cover facts of their briefing. */
export function assemble(
  facts: Facts,
  say: Say,
  parts: {
    readonly kind: BriefingKind;
    readonly unit: string;
    readonly title: string;
    readonly pages: readonly Page[];
  },
): Briefing {
  const time = say.format.dateTime(facts.now.cut.asOf);
  const before = facts.before === null ? null : say.format.dateTime(facts.before.cut.asOf);
  return {
    ...parts,
    language: say.locale,
    subtitle:
      before === null
        ? say.t('briefing.subtitle', { time })
        : say.t('briefing.subtitle.compare', { time, before }),
    organisation: say.t('briefing.organisation'),
    unitName: say.unit(parts.unit),
    cut: facts.now.cut.id,
    compareCut: facts.before?.cut.id ?? null,
    asOf: facts.now.cut.asOf,
    words: frameWords(say),
  };
}
