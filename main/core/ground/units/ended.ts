import type { ReadDatabase } from '#main/db/open.ts';
import { fullUnitName } from '#shared/text/unit-names.ts';
import { formerNamed } from './former.ts';
import { listEndedCodes } from './store.ts';

export interface EndedUnit {
  readonly code: string;
  /** In full, as it was. */
  readonly name: string;
  /** The first day (yyyy-mm-dd) on which it was no more. */
  readonly endedOn: string;
  /** Where it is on the day, in full and with codes; empty where nobody has said it. */
  readonly into: string;
}

/** Those of the units that are no more on a day: figures of that day are not theirs. */
export function endedUnits(database: ReadDatabase, codes: readonly string[], day: string): EndedUnit[] {
  return listEndedCodes(database, codes, day).map(({ code, endedOn }) => {
    const former = formerNamed(database, code, day).find((one) => one.endedOn === endedOn);
    const into = (former?.successors ?? []).map((unit) => `${fullUnitName(unit, 'vi')} (${unit.code})`);
    return { code, name: former?.name ?? code, endedOn, into: into.join(', ') };
  });
}
