import type { ProvinceFiguresDto, StatusReportDto } from '#shared/contract/status.ts';
import { boundsOfSide } from '#shared/domain/bounds.ts';
import { coverageNote, coverageText, operatingText } from '#shared/text/coverage-text.ts';
import { createFormatter } from '#shared/text/format.ts';
import { knownText } from '#shared/text/known-text.ts';
import { statusText } from '#shared/text/status-text.ts';
import { createTranslator } from '#shared/text/translator.ts';
import { waitingText } from '#shared/text/waiting-month.ts';
import { asOfLines } from './cut-lines.ts';

const translator = createTranslator('vi');
const format = createFormatter('vi');
const speaker = { t: translator.t, format };

/** The national picture in some forty lines of Vietnamese for a terminal: country, unit, provinces by coverage. */
export function statusTable(report: StatusReportDto, cutLabel?: (code: string) => string | null): string {
  const provinces = report.provinces.toSorted((one, other) => (other.coverage ?? -1) - (one.coverage ?? -1));
  return [
    ...headLines(report, { ...speaker, ...translator, ...(cutLabel && { cutLabel }) }),
    ...unitLines(report),
    '',
    ...provinceLines(provinces),
  ].join('\n');
}

function headLines(
  { cut, national, tasks, mark, waitingMonth }: StatusReportDto,
  ofMonths: Parameters<typeof waitingText>[0],
): string[] {
  const { green, yellow, red, notReported } = national.reported;
  const word = (status: 'green' | 'yellow' | 'red' | 'notReported') => translator.t(`status.${status}`);
  return [
    ...(mark === null ? [] : [translator.t(`source.${mark}`)]),
    ...asOfLines(cut),
    `${translator.t('unitLevel.commune')}: ${format.number(national.communes)}`,
    `  ${word('green')} ${format.number(green)} · ${word('yellow')} ${format.number(yellow)} · ${word('red')} ${format.number(red)} · ${word('notReported')} ${format.number(notReported)}`,
    `${translator.t('coverage.name')}: ${coverageText(speaker, national)}`,
    `${translator.t('coverage.operating')}: ${operatingText(speaker, national.operatingCoverage)}`,
    ...(waitingMonth === null ? [] : [`  ${waitingText(ofMonths, waitingMonth)}`]),
    `${translator.t('rule.taskOverdue')}: ${overdueText(tasks)}`,
  ];
}

/** Of how many: the others that are past their day may be late, or done. */
function overdueText({ overdue, state, total, reported }: StatusReportDto['tasks']): string {
  const known = (count: number) => `${format.number(count)} / ${format.number(total)}`;
  const text = knownText(speaker, overdue, state, known);
  if (overdue === null || reported >= total) return text;
  return `${text} (${translator.t('overview.overdue.reported', { reported, total })})`;
}

function unitLines({ unit }: StatusReportDto): string[] {
  if (unit === null) return [];
  const { status } = unit;
  const reported = statusText(translator, status.reported, boundsOfSide(status, 'reported'));
  const operating = statusText(translator, status.operating, boundsOfSide(status, 'operating'));
  return [
    '',
    `${unit.name} (${unit.code})`,
    `  ${translator.t('status.reported.long')}: ${reported} · ${translator.t('status.operating.long')}: ${operating}`,
  ];
}

function provinceLines(provinces: readonly ProvinceFiguresDto[]): string[] {
  const width = Math.max(...provinces.map((province) => province.name.length), 0);
  const write = format.percents(provinces.map(({ coverage }) => coverage));
  return provinces.map((province) => {
    const count = `${format.number(province.green)}/${format.number(province.communes)}`.padStart(8);
    const figures = knownText(
      speaker,
      province.coverage,
      province.state,
      (coverage) => `${count} ${write(coverage).padStart(8)}`,
    );
    const note = coverageNote(speaker, province);
    const line = `${province.code}  ${province.name.padEnd(width)} ${figures.padStart(17)}`;
    return note === '' ? line : `${line}  (${note})`;
  });
}
