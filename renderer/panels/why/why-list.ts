import type { WhySubject } from '#shared/contract/why.ts';
import { isUnitCode } from '#shared/domain/plan.ts';
import { COUNTRY_CODE } from '#shared/text/unit-names.ts';

interface ListAddress {
  readonly to: string;
  readonly query: Readonly<Record<string, string>>;
}

const COUNT_LISTS = {
  green: { to: '/ban-do', query: { layer: 'reported', level: 'commune' } },
  coverage: { to: '/ban-do', query: { layer: 'coverage', level: 'province' } },
  notReported: { to: '/ban-do', query: { layer: 'reported', level: 'commune' } },
  operating: { to: '/ban-do', query: { layer: 'operating', level: 'commune' } },
  gap: { to: '/chenh-lech', query: {} },
  progress: { to: `/don-vi/${COUNTRY_CODE}`, query: {} },
  overdue: { to: '/nhiem-vu', query: { schedule: 'overdue' } },
} as const;

const isSet = (entry: [string, string | undefined]): entry is [string, string] => entry[1] !== undefined;

/** The screen that lists what a number or colour is made of. */
export function whyList(about: WhySubject): ListAddress {
  switch (about.what) {
    case 'unit':
      return { to: `/don-vi/${about.unit}`, query: {} };
    case 'figure':
      return { to: `/chi-tieu/${about.indicator}`, query: {} };
    case 'group':
      return { to: '/nhiem-vu', query: { group: about.group } };
    case 'task':
      return { to: `/nhiem-vu/${encodeURIComponent(about.task)}`, query: {} };
    case 'cell': {
      const { level, province, reported, operating } = about;
      const query = { level, province, reported, operating };
      return { to: '/chenh-lech', query: Object.fromEntries(Object.entries(query).filter(isSet)) };
    }
    case 'change':
      return { to: '/so-sanh', query: { level: about.level, side: about.side } };
    case 'forecast':
      return !isUnitCode(about.code)
        ? { to: '/nhiem-vu', query: { group: about.code } }
        : { to: `/don-vi/${about.code}`, query: {} };
    case 'count':
      return COUNT_LISTS[about.count];
  }
}
