import type { PlanFileDto, PlanPreviewDto, PlanProblemDto } from '#shared/contract/plan-revisions.ts';
import { createFormatter } from '#shared/text/format.ts';
import {
  keptText,
  planClashText,
  planDifferenceText,
  planProblemText,
  replacesText,
} from '#shared/text/plan-text.ts';
import { createTranslator, type Translator } from '#shared/text/translator.ts';

/** What became of a plan file, or would. */
export interface PlanReport {
  readonly file: string;
  /**
   * torn: the file and a revision since it was exported say something of one thing otherwise. asks: it would take the
   * place of the whole plan, and nobody has said that this is meant. unchanged: it says what the plan says.
   */
  readonly outcome: 'inForce' | 'ready' | 'refused' | 'torn' | 'asks' | 'unchanged';
  readonly from: string;
  readonly revision: number | null;
  readonly problems: readonly (PlanProblemDto & { readonly message: string })[];
  /** What the file leaves out and stays as the plan has it. */
  readonly kept: PlanFileDto['kept'];
  readonly differences: PlanPreviewDto['differences'];
  readonly stale: PlanFileDto['stale'];
  readonly replaces: PlanFileDto['replaces'];
  /** Whether the person said that the file has the last word about everything. */
  readonly onto: boolean;
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
    ...replacesLines(report, translator),
    ...staleLines(report, translator),
    ...problems.map(({ message }) => `  ${message}`),
    ...kept.map((one) => `  ${keptText(one, translator)}`),
    ...differences.map((one) => `  ${planDifferenceText(one, translator)}`),
    ...(cuts ?? []).map(({ cut, reported, operating }) =>
      t('planChange.colours', { cut, reported, operating }),
    ),
    ...noCut,
    ...(closed.length === 0 ? [] : [t('planChange.closed', { cuts: closed.join(', ') })]),
  ].join('\n');
}

/** What a file replaces that goes on from no revision of this workspace, and what to say where that is meant. */
function replacesLines(report: PlanReport, translator: Translator): string[] {
  const { replaces, differences, onto } = report;
  if (replaces === null) return [];
  const said = [replacesText({ replaces, differences }, translator)];
  return onto ? said : [...said, translator.t('planChange.sayOnto')];
}

/** Two lists: what has changed since the file was exported, with what becomes of it, and what the file itself changes. */
function staleLines({ stale, outcome, onto, differences }: PlanReport, translator: Translator): string[] {
  if (stale === null) return [];
  const { t } = translator;
  const { base, newest, since, clashes } = stale;
  const becomes = outcome === 'torn' ? 'tornSince' : onto ? 'replacedSince' : 'mergedSince';
  return [
    t(`planChange.${becomes}`, { base, newest }),
    ...since.map((one) => `  ${planDifferenceText(one, translator)}`),
    ...(clashes.length === 0 ? [] : [t('planChange.clashes')]),
    ...clashes.map((one) => `  ${planClashText(one, translator)}`),
    ...(differences.length === 0 ? [] : [t('planChange.ofFile', { newest })]),
  ];
}
