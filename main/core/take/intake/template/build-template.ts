import { collectableCut } from '#main/core/ground/calendar/planned.ts';
import { readActiveRules } from '#main/core/ground/rules/store.ts';
import type { ReadDatabase } from '#main/db/open.ts';
import { UserError } from '#shared/contract/errors.ts';
import { vietnamDay } from '#shared/domain/periods.ts';
import { foldText } from '#shared/text/fold.ts';
import { createFormatter } from '#shared/text/format.ts';
import { describeUnit } from '../check/lookups.ts';
import { cutLabel } from '../reminder.ts';
import { loadIndicatorWords, loadRegisterUnits } from '../store.ts';
import { writeTemplate } from './write-template.ts';

export interface BuiltTemplate {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/**
 * The template of a province for a cut: criteria for a status cut, outputs for a month. Throws UNIT_UNKNOWN for
 * anything but a province, CUT_UNPLANNED.
 */
export async function buildTemplate(
  database: ReadDatabase,
  province: string,
  reference: string | undefined,
  now: string,
): Promise<BuiltTemplate> {
  const cut = collectableCut(database, reference, now);
  // Only names by code are needed: the look-ups by spelling would cost more than the workbook.
  const units = loadRegisterUnits(database);
  const register = { byCode: new Map(units.map((one) => [one.code, one])) };
  const unit = register.byCode.get(province);
  if (unit?.level !== 'province') throw new UserError('UNIT_UNKNOWN', { code: province });
  const day = vietnamDay(cut.asOf);
  const fullName = describeUnit(unit, { register, day });
  const bytes = writeTemplate({
    province: { code: province, fullName },
    communes: units
      .filter((one) => one.level === 'commune' && one.province === province)
      .map((commune) => ({
        code: commune.code,
        fullName: describeUnit({ ...commune, province: null }, { register, day }),
      })),
    cut: {
      code: cut.code,
      label: cutLabel(cut),
      asOf: cut.asOf,
      due: createFormatter('vi').dateTime(cut.dueAt),
    },
    ruleVersion: readActiveRules(database).version,
    indicators: loadIndicatorWords(database).filter(
      ({ kind }) => (kind === 'criterion') === (cut.kind !== 'month'),
    ),
  });
  return { name: `kh02-mau-${province}-${foldText(fullName).replaceAll(' ', '-')}-${cut.code}.xlsx`, bytes };
}
