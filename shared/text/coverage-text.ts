import { isNearlyComplete } from '#shared/domain/coverage.ts';
import type { KnownState } from '#shared/domain/known.ts';
import type { Formatter } from './format.ts';
import { knownText } from './known-text.ts';
import type { Translator } from './translator.ts';

interface Speaker {
  readonly t: Translator['t'];
  readonly format: Formatter;
}

/** Coverage with the upper bound and the communes it speaks of. */
export interface CoverageFigures {
  readonly coverage: number | null;
  readonly state: KnownState;
  readonly bounds: { readonly atLeast: number; readonly atMost: number } | null;
  readonly communes: number;
  readonly reportedUnits: number;
  readonly unanswered: number;
}

/** Of how many a share speaks, where many are silent; else ''. */
export function reportingNote(
  { t }: Pick<Speaker, 't'>,
  { communes, reportedUnits: reported }: Pick<CoverageFigures, 'communes' | 'reportedUnits'>,
): string {
  const isWhole = communes === 0 || isNearlyComplete({ communes, notReported: communes - reported });
  return isWhole ? '' : t('coverage.reporting', { reported, communes });
}

/** What it is at most if all that is silent or unanswered were met; '' where nothing is open. */
function atMostNote({ t, format }: Speaker, figures: CoverageFigures): string {
  const { bounds, communes, reportedUnits, unanswered } = figures;
  if (bounds === null || bounds.atMost <= bounds.atLeast) return '';
  const silent = communes - reportedUnits;
  return t('coverage.atMost', { share: format.percent(bounds.atMost), silent, unanswered });
}

/** Both: what a share leaves open; '' where it is unknown or nothing is open. */
export function coverageNote(speaker: Speaker, figures: CoverageFigures): string {
  if (figures.coverage === null) return '';
  return [reportingNote(speaker, figures), atMostNote(speaker, figures)]
    .filter((part) => part !== '')
    .join('; ');
}

/** '90,9% (nhiều nhất 92,1% nếu 38 xã chưa báo cáo đều đạt)'; the kind of empty where nothing is known. */
export function coverageText(
  speaker: Speaker,
  figures: CoverageFigures,
  write: (share: number) => string = (share) => speaker.format.percent(share),
): string {
  const share = knownText(speaker, figures.coverage, figures.state, write);
  const note = coverageNote(speaker, figures);
  return note === '' ? share : `${share} (${note})`;
}

/** The share alone, with of how many it speaks where many are silent: for a headline that stands in brackets itself. */
export function coverageHeadline(speaker: Speaker, figures: CoverageFigures): string {
  const share = knownText(speaker, figures.coverage, figures.state, (known) => speaker.format.percent(known));
  return [share, reportingNote(speaker, figures)].filter((part) => part !== '').join('; ');
}

/** Operating coverage with its upper end, and why there is none. */
export interface OperatingCoverageFigures {
  readonly value: number | null;
  readonly bounds: { readonly atLeast: number; readonly atMost: number } | null;
  readonly maybe: { readonly noEvidence: number; readonly undetermined: number };
}

/** What operating coverage is at most if all that may be GREEN for all that is known were; '' where nothing is open. */
export function operatingNote({ t, format }: Speaker, figures: OperatingCoverageFigures): string {
  const { value, bounds, maybe } = figures;
  if (value === null || bounds === null || bounds.atMost <= bounds.atLeast) return '';
  return t('coverage.operating.atMost', { share: format.percent(bounds.atMost), ...maybe });
}

/** '57,90% (nhiều nhất 61,70% nếu 72 xã chưa có bằng chứng … đều XANH)'; that there is no evidence where nothing is known. */
export function operatingText(speaker: Speaker, figures: OperatingCoverageFigures): string {
  const { value } = figures;
  const share = value === null ? speaker.t('status.noEvidence') : speaker.format.percent(value);
  const note = operatingNote(speaker, figures);
  return note === '' ? share : `${share} (${note})`;
}
