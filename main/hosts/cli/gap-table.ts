import type { ComparisonDto } from '#shared/contract/compare.ts';
import type { GapUnitDto } from '#shared/contract/gap.ts';
import type { ViewedCutDto, WaitingMonthDto } from '#shared/contract/words.ts';
import { boundsOfSide } from '#shared/domain/bounds.ts';
import type { GapMatrix } from '#shared/domain/gap.ts';
import type { GapCounts } from '#shared/domain/gap-counts.ts';
import { OPERATING_STATUSES, REPORTED_STATUSES } from '#shared/domain/model.ts';
import { compareLead } from '#shared/text/compare-text.ts';
import { createFormatter } from '#shared/text/format.ts';
import { gapLasting, gapLead } from '#shared/text/gap-text.ts';
import { cutName } from '#shared/text/reason-text.ts';
import { statusText } from '#shared/text/status-text.ts';
import { createTranslator } from '#shared/text/translator.ts';
import { waitingText } from '#shared/text/waiting-month.ts';
import { statusCutLines } from './cut-lines.ts';

const translator = createTranslator('vi');
const format = createFormatter('vi');
/** A terminal shows the widest gaps; `--json` has them all. */
const SHOWN = 30;

/** The matrix of a level and its widest gaps in Vietnamese for a terminal. */
export function gapTable(report: {
  readonly cut: ViewedCutDto;
  readonly waitingMonth: WaitingMonthDto;
  readonly level: 'province' | 'commune';
  readonly matrix: GapMatrix;
  readonly gaps: GapCounts;
  readonly units: readonly GapUnitDto[];
}): string {
  const header = OPERATING_STATUSES.map((status) => word(status).padStart(20)).join('');
  const rows = REPORTED_STATUSES.map((reported) => {
    const cells = OPERATING_STATUSES.map((operating) =>
      format.number(report.matrix[reported][operating]).padStart(20),
    );
    return `${word(reported).padEnd(20)}${cells.join('')}`;
  });
  const units = report.units.slice(0, SHOWN).map((unit) => {
    const reported = statusText(translator, unit.reported, boundsOfSide(unit, 'reported'));
    const operating = statusText(translator, unit.operating, boundsOfSide(unit, 'operating'));
    const pair = `${reported} | ${operating}`;
    return `${unit.code.padEnd(6)} ${unit.name.padEnd(24)} ${pair.padEnd(16)} ${gapLasting(translator, unit)}`;
  });
  const more = report.units.length > SHOWN ? ['…'] : [];
  return [
    cutName(report.cut, translator),
    ...statusCutLines(report.cut),
    ...(report.waitingMonth === null ? [] : [waitingText({ ...translator, format }, report.waitingMonth)]),
    '',
    ' '.repeat(20) + header,
    ...rows,
    '',
    gapLead(translator, report.level, report),
    '',
    ...units,
    ...more,
  ].join('\n');
}

/** What changed between two cuts in Vietnamese for a terminal. */
export function compareTable(report: ComparisonDto): string {
  const moves = Object.entries(report.transitions).flatMap(([before, row]) =>
    Object.entries(row)
      .filter(([after]) => after !== before)
      .map(([after, count]) => `  ${word(before)} → ${word(after)}: ${format.number(count)}`),
  );
  return [
    `${cutName(report.from, translator)} → ${cutName(report.to, translator)}`,
    ...[...statusCutLines(report.from), ...statusCutLines(report.to)],
    compareLead(translator, report),
    ...moves,
    `${translator.t('compare.joined')}: ${format.number(report.joined.length)} · ${translator.t('compare.left')}: ${format.number(report.left.length)}`,
  ].join('\n');
}

function word(status: string): string {
  return translator.tryText(`status.${status}`) ?? status;
}
