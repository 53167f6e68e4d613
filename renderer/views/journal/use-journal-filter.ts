import { useMemo } from 'react';
import { changeQuery, useAddress } from '#renderer/ground/address.ts';
import type { JournalFilter } from '#shared/contract/journal.ts';
import { ACT_KINDS, type ActKind } from '#shared/domain/acts.ts';
import { addDays, dayNumber, vietnamInstant } from '#shared/domain/periods.ts';

/** What is asked of the journal, as the address says it. */
export interface JournalChoice {
  readonly kind: ActKind | null;
  readonly who: string;
  readonly text: string;
  readonly province: string | null;
  /** First and last day, yyyy-mm-dd in Vietnam; empty for none. */
  readonly since: string;
  readonly until: string;
}

/** As the contract takes it: of a province or a commune. */
const UNIT_CODE = /^\d{2}(\d{3})?$/;

/** The choice of the address; what is no kind, day or unit there counts as none. */
export function useJournalChoice(): JournalChoice {
  const { query } = useAddress();
  return useMemo(() => {
    const province = query.get('province');
    return {
      kind: ACT_KINDS.find((kind) => kind === query.get('kind')) ?? null,
      who: query.get('who') ?? '',
      text: query.get('text') ?? '',
      province: province !== null && UNIT_CODE.test(province) ? province : null,
      since: dayOf(query.get('since')),
      until: dayOf(query.get('until')),
    };
  }, [query]);
}

const dayOf = (text: string | null): string => (text !== null && dayNumber(text) !== null ? text : '');

export function changeChoice(patch: Partial<JournalChoice>): void {
  changeQuery({ ...patch });
}

export const NO_CHOICE: JournalChoice = {
  ...{ kind: null, who: '', text: '', province: null, since: '', until: '' },
};

/** The question of the contract: both days are whole days in Vietnam. */
export function filterOf({ kind, who, text, province, since, until }: JournalChoice): JournalFilter {
  return {
    ...(kind === null ? {} : { kinds: [kind] }),
    ...(who.trim() === '' ? {} : { who: who.trim() }),
    ...(text.trim() === '' ? {} : { text: text.trim() }),
    ...(province === null ? {} : { unit: province }),
    ...(since === '' ? {} : { since: vietnamInstant(since, 0) }),
    ...(until === '' ? {} : { until: lastMoment(until) }),
  };
}

/** The contract's times are both included. */
function lastMoment(day: string): string {
  return new Date(Date.parse(vietnamInstant(addDays(day, 1), 0)) - 1).toISOString();
}
