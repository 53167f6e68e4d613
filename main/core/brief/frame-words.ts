import type { FrameWords, PageProvenance } from './description.ts';
import type { Say } from './say.ts';

/** The words round the pages in the speaker's language. */
export function frameWords(say: Say): FrameWords {
  const { t, format } = say;
  return {
    marks: { illustrative: t('briefing.illustrative'), practice: t('briefing.practice') },
    correctedMark: t('briefing.corrected'),
    collectingMark: ({ provinces, inProvinces }) => t('briefing.collecting', { provinces, inProvinces }),
    provenanceLine: ({ source, asOf, ruleVersion }: PageProvenance) =>
      t('briefing.provenance', { source, time: format.dateTime(asOf), rules: ruleVersion }),
    pageNumber: (page, pages) => t('briefing.page', { page, pages }),
    notesTitle: t('briefing.notes'),
    noData: t('briefing.noData'),
    others: (count) => t('briefing.others', { count }),
    cover: {
      sheet: t('briefing.cover.sheet'),
      field: t('briefing.cover.field'),
      value: t('briefing.cover.value'),
      unit: t('briefing.cover.unit'),
      asOf: t('briefing.cover.asOf'),
      cut: t('briefing.cover.cut'),
      compare: t('briefing.cover.compare'),
      rules: t('briefing.cover.rules'),
      source: t('briefing.cover.source'),
      data: t('briefing.cover.data'),
      page: t('briefing.cover.page'),
      contents: t('briefing.cover.contents'),
      figure: t('briefing.cover.figure'),
      change: t('briefing.column.change'),
      code: t('briefing.column.code'),
    },
    formatTime: format.dateTime,
  };
}
