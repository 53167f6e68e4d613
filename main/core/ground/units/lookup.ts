import type { ReadDatabase } from '#main/db/open.ts';
import { UserError } from '#shared/contract/errors.ts';
import type { UnitDto } from '#shared/contract/units.ts';
import { vietnamDay } from '#shared/domain/periods.ts';
import { findUnit } from './store.ts';

/** The unit as it was when the cut was taken; UNIT_UNKNOWN names the code that was asked for. */
export function requireUnit(database: ReadDatabase, code: string, asOf: string): UnitDto {
  const unit = findUnit(database, code, vietnamDay(asOf));
  if (unit === null) throw new UserError('UNIT_UNKNOWN', { code });
  return unit;
}
