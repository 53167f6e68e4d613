import type { AlertListDto } from '#shared/contract/alerts.ts';
import { SEVERITIES } from '#shared/domain/model.ts';
import { alertNotes } from '#shared/text/alert-text.ts';
import { createFormatter } from '#shared/text/format.ts';
import { createTranslator } from '#shared/text/translator.ts';
import { asOfLines } from './cut-lines.ts';
import type { ReasonSayer } from './reason-texts.ts';

const translator = createTranslator('vi');
const format = createFormatter('vi');
/** A terminal is no place for a thousand lines; --json gives them all. */
const LINES = 40;

/** The most severe alerts in Vietnamese for a terminal, after the counts of all: of those that are open, or of chosen states. */
export function alertTable(
  { cut, total, bySeverity, byState, alerts }: AlertListDto,
  say: ReasonSayer,
  isOpen: boolean,
): string {
  const counts = SEVERITIES.map(
    (one) => `${translator.t(`severity.${one}`)} ${format.number(bySeverity[one])}`,
  );
  const lines = alerts.slice(0, LINES).map((alert) => {
    const { severity, state, held, months, reason } = alert;
    const words = [translator.t(`severity.${severity}`), translator.t(`alertState.${state}`)];
    words.push(translator.t('gap.cuts.value', { months: months ?? 0, cuts: held }));
    words.push(...alertNotes(alert, translator));
    return `${words.join(' · ')}\n  ${say(reason).text}`;
  });
  const rest = total - lines.length;
  return [
    ...asOfLines(cut),
    `${translator.t(isOpen ? 'alerts.cli.open' : 'alerts.total', { count: total })}: ${counts.join(' · ')}`,
    ...(isOpen && byState.pending > 0
      ? [translator.t('alerts.cli.pending', { count: byState.pending })]
      : []),
    '',
    ...lines,
    ...(rest > 0 ? ['', translator.t('alerts.cli.rest', { count: rest })] : []),
  ].join('\n');
}
