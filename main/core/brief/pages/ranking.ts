import type { FrameWords, Page } from '#main/core/brief/description.ts';
import type { Facts, NationalFacts } from '#main/core/brief/facts.ts';
import { BAND_TONES } from '#main/core/brief/palette.ts';
import type { Say } from '#main/core/brief/say.ts';
import {
  chart,
  countryLine,
  coverageWriter,
  type DrawnChart,
  headline,
  page,
  row,
  unitsAxis,
} from './parts.ts';
import { rankedProvinces } from './situation.ts';

/** Page 5: all provinces by coverage, best first. */
export function rankingPage(facts: NationalFacts, say: Say, words: FrameWords): Page {
  return page(facts, say, words, {
    id: 'ranking',
    title: say.t('briefing.ranking.title'),
    rows: [headline(rankingHeadline(facts, say)), row(88, [1, chart(facts, rankingChart(facts, say))])],
    notes: [say.t('briefing.ranking.note')],
  });
}

function rankingHeadline(facts: Facts, say: Say): string {
  const ranked = rankedProvinces(facts);
  const write = coverageWriter(facts, say);
  const top = ranked[0];
  const bottom = ranked.at(-1);
  const topShare = top === undefined ? '' : write(top);
  const unknown = facts.now.provinces.length - ranked.length;
  if (top !== undefined && ranked.length === 1 && unknown > 0)
    return say.t('briefing.ranking.one', { top: say.name(top), topShare, unknown });
  if (top !== undefined && ranked.length > 1 && top.coverage === bottom?.coverage)
    return say.t('briefing.ranking.equal', { topShare, unknown });
  return say.t('briefing.ranking.headline', {
    known: ranked.length,
    unknown: ranked.length === 0 ? 0 : unknown,
    top: namesAt(ranked, top?.coverage, say),
    topShare,
    bottom: namesAt(ranked, bottom?.coverage, say),
    bottomShare: bottom === undefined ? '' : write(bottom),
  });
}

/** All provinces with that figure, so that none of several equal ones is named alone. */
function namesAt(ranked: Facts['now']['provinces'], coverage: number | null | undefined, say: Say): string {
  const equal = ranked.filter((province) => province.coverage === coverage);
  return say.names(
    equal.map((province) => say.name(province)),
    3,
  );
}

function rankingChart(facts: Facts, say: Say): DrawnChart {
  const ranked = rankedProvinces(facts);
  const { coverage } = facts.now.national;
  return {
    form: 'bars',
    title: say.t(coverage === null ? 'briefing.ranking.chart' : 'briefing.ranking.chartCountry', {
      share: say.format.percent(coverage),
    }),
    axis: unitsAxis(
      ranked.map((province) => say.name(province)),
      say.t('briefing.column.province'),
    ),
    unit: 'percent',
    maximum: 1,
    series: [
      {
        name: say.t('briefing.ranking.series'),
        tone: 'full',
        values: ranked.map((province) => province.coverage),
        states: ranked.map((province) => BAND_TONES[province.band]),
      },
    ],
    ...countryLine(coverage, say),
  };
}
