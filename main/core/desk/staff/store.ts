import { readSetting, writeSetting } from '#main/core/ground/settings/store.ts';
import type { ReadDatabase, WriteDatabase } from '#main/db/open.ts';
import type { StaffMemberDto } from '#shared/contract/staff.ts';

const SETTING = 'staff';
const collator = new Intl.Collator('vi');

/** Who works here, by name. */
export function listStaff(database: ReadDatabase): StaffMemberDto[] {
  return (readSetting(database, SETTING) as StaffMemberDto[] | null) ?? [];
}

/** Keeps the list in the order of names. */
export function writeStaff(database: WriteDatabase, staff: readonly StaffMemberDto[]): void {
  writeSetting(
    database,
    SETTING,
    staff.toSorted((left, right) => collator.compare(left.name, right.name)),
  );
}
