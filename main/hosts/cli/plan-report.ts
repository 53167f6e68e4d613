import type { PlanFileDto, PlanPreviewDto, PlanProblemDto } from '#shared/contract/plan-revisions.ts';
import { createFormatter } from '#shared/text/format.ts';
import { keptText, planClashText, planDifferenceText, planProblemText } from '#shared/text/plan-text.ts';
import { createTranslator, type Translator } from '#shared/text/translator.ts';

/** What became of a plan file, or would. */
export interface PlanReport {
  readonly file: string;
  /** torn: the file and a revision since it was exported say something of one thing otherwise. */
  readonly outcome: 'inForce' | 'ready' | 'refused' | 'torn';
  readonly from: string;
  readonly revision: number | null;
  readonly problems: readonly (PlanProblemDto & { readonly message: string })[];
  /** What the file leaves out and stays as the plan has it. */
  readonly kept: PlanFileDto['kept'];
  readonly differences: PlanPreviewDto['differences'];
  readonly stale: PlanFileDto['stale'];
  /** How many units would change colour at each open cut; null where nobody looked. */
  readonly cuts: PlanPreviewDto['cuts'] | null;
  readonly closed: readonly string[];
}

/** The problems with their sentences, which name the place in the file. */
export function withMessages(problems: readonly PlanProblemDto[], file: string): PlanReport['problems'] {
  const translator = createTranslator('vi');
  return problems.map((one) => ({ ...one, message: planProblemText(one, file, translator) }));
}

export function planReportText(report: PlanReport): string {
  const { file, outcome, revision: version, problems, kept, differences, cuts, closed } = report;
  const translator = createTranslator('vi');
  const { t } = translator;
  const day = createFormatter('vi').date(report.from);
  const noCut = cuts?.length === 0 && outcome === 'ready' ? [t('planChange.noCut', { day })] : [];
  return [
    t(`planChange.${outcome}`, { file, version, day, count: problems.length }),
    ...staleLines(report, translator),
    ...problems.map(({ message }) => `  ${message}`),
    ...kept.map((one) => `  ${keptText(one, translator)}`),
    ...differences.map((one) => `  ${planDifferenceText(one, translator)}`),
    ...(outcome !== 'refused' && differences.length === 0 ? [`  ${t('planChange.none')}`] : []),
    ...(cuts ?? []).map(({ cut, reported, operating }) =>
      t('planChange.colours', { cut, reported, operating }),
    ),
    ...noCut,
    ...(closed.length === 0 ? [] : [t('planChange.closed', { cuts: closed.join(', ') })]),
  ].join('\n');
}

function staleLines({ stale, outcome }: PlanReport, translator: Translator): string[] {
  if (stale === null) return [];
  const { base, newest, since, clashes } = stale;
  const say = outcome === 'torn' ? 'planChange.tornSince' : 'planChange.mergedSince';
  return [
    translator.t(say, { base, newest }),
    ...since.map((one) => `  ${planDifferenceText(one, translator)}`),
    ...(clashes.length === 0 ? [] : [translator.t('planChange.clashes')]),
    ...clashes.map((one) => `  ${planClashText(one, translator)}`),
  ];
}
