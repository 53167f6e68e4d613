import { z } from 'zod';
import { reads, writes } from './base.ts';
import { personName } from './settings.ts';

/** People of one list at most: a centre with all its provincial contacts. */
export const STAFF_AT_MOST = 1000;

const member = z.object({
  name: z.string(),
  /** What the person is there for: 'Trực ban', 'Đầu mối tỉnh Hải Phòng'; empty where nobody said. */
  duty: z.string(),
});
export type StaffMemberDto = z.infer<typeof member>;

const list = z.object({ staff: z.array(member) });

export const staff = {
  /** Who works here, by name in the order of Vietnamese; names are offered wherever one is asked for. */
  list: reads.output(list),
  /** Adds somebody, or gives who has this name another duty. STAFF_FULL beyond 1,000. */
  put: writes('settings')
    .input(z.object({ name: personName, duty: z.string().trim().max(200), who: personName }))
    .output(list),
  /** Takes somebody off the list; what was done under the name stays. STAFF_UNKNOWN when it is not there. */
  remove: writes('settings')
    .input(z.object({ name: z.string().trim().max(120), who: personName }))
    .output(list),
};
