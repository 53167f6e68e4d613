import type { CutRecord } from '#main/core/ground/cuts/store.ts';
import { dayCut, latestOf, parseCutCode, weekCut } from '#shared/domain/cuts.ts';
import type { IndicatorKind } from '#shared/domain/model.ts';
import { dayNumber, vietnamDay } from '#shared/domain/periods.ts';
import type { CutAnswer } from './check/options.ts';

/**
 * The cut a file means. A code names it, also one that does not exist yet. A day means the status cut that
 * contains it for criteria and its month for outputs; a month means the month.
 */
export function cutOfText(cuts: readonly CutRecord[], text: string, kind: IndicatorKind): CutAnswer {
  const code = text.trim();
  if (cuts.some((cut) => cut.code === code)) return { outcome: 'known', code };
  if (parseCutCode(code) !== null) return { outcome: 'new', code };
  const isDay = dayNumber(code) !== null;
  const isMonth = /^\d{4}-(0[1-9]|1[0-2])$/.test(code);
  if (!isDay && !isMonth) return { outcome: 'unknown', candidates: [] };
  if (kind !== 'criterion' || isMonth) return known(cuts, `month-${code.slice(0, 7)}`);
  const containing = latestOf(cuts.filter((cut) => contains(cut, code)));
  if (containing !== null) return { outcome: 'known', code: containing.code };
  return { outcome: 'unknown', candidates: [weekCut(code).code, dayCut(code).code] };
}

function known(cuts: readonly CutRecord[], code: string): CutAnswer {
  return cuts.some((cut) => cut.code === code)
    ? { outcome: 'known', code }
    : { outcome: 'unknown', candidates: [code] };
}

function contains(cut: CutRecord, day: string): boolean {
  return cut.kind !== 'month' && cut.start <= day && day <= vietnamDay(cut.asOf);
}
