import { recordAct } from '#main/core/ground/acts/store.ts';
import { procedure } from '#main/core/ground/procedure.ts';
import type { WriteDatabase } from '#main/db/open.ts';
import { UserError } from '#shared/contract/errors.ts';
import { STAFF_AT_MOST, type StaffMemberDto } from '#shared/contract/staff.ts';
import { listStaff, writeStaff } from './store.ts';

export const staff = {
  list: procedure.staff.list.handler(({ context }) => ({ staff: listStaff(context.read) })),
  put: procedure.staff.put.handler(({ context, input: { name, duty, who } }) =>
    context.write((database) => {
      const others = listStaff(database).filter((one) => !isSame(one, name));
      if (others.length >= STAFF_AT_MOST) throw new UserError('STAFF_FULL', { most: STAFF_AT_MOST });
      writeStaff(database, [...others, { name, duty }]);
      const at = context.clock().toISOString();
      recordAct(database, { at, kind: 'staffPut', who, subject: name, reason: duty || null });
      return told(database);
    }),
  ),
  remove: procedure.staff.remove.handler(({ context, input: { name, who } }) =>
    context.write((database) => {
      const all = listStaff(database);
      const found = all.find((one) => isSame(one, name));
      if (found === undefined) throw new UserError('STAFF_UNKNOWN', { name });
      writeStaff(
        database,
        all.filter((one) => one !== found),
      );
      const at = context.clock().toISOString();
      recordAct(database, { at, kind: 'staffRemoved', who, subject: found.name });
      return told(database);
    }),
  ),
};

/** A name that is written in another case is the same person. */
function isSame(one: StaffMemberDto, name: string): boolean {
  return one.name.toLocaleLowerCase('vi') === name.toLocaleLowerCase('vi');
}

const told = (database: WriteDatabase) => ({ staff: listStaff(database) });
