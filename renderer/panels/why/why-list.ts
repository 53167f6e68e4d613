import type { WhySubject } from '#shared/contract/why.ts';
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

/** The screen that lists what a number or colour is made of. */
export function whyList(about: WhySubject): ListAddress {
  switch (about.what) {
    case 'unit':
      return { to: `/don-vi/${about.unit}`, query: {} };
    case 'figure':
      return { to: `/chi-tieu/${about.indicator}`, query: {} };
    case 'group':
      return { to: '/nhiem-vu', query: { group: about.group } };
    case 'count':
      return COUNT_LISTS[about.count];
  }
}
