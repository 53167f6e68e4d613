import { useMemo } from 'react';
import { changeQuery, useAddress } from '#renderer/ground/address.ts';
import {
  OPERATING_STATUSES,
  type OperatingStatus,
  REPORTED_STATUSES,
  type ReportedStatus,
} from '#shared/domain/model.ts';

export interface GapCell {
  readonly reported: ReportedStatus;
  readonly operating: OperatingStatus;
}

export interface GapChoice {
  readonly level: 'province' | 'commune';
  /** Only with communes. */
  readonly province: string | null;
  /** The cell of the matrix that filters the list; null: every unit with a gap. */
  readonly cell: GapCell | null;
}

/** What the screen shows, kept in the address. */
export function useGapChoice(): GapChoice {
  const { query } = useAddress();
  return useMemo(() => {
    const level = query.get('level') === 'province' ? 'province' : 'commune';
    const province = query.get('province');
    const reported = REPORTED_STATUSES.find((status) => status === query.get('reported'));
    const operating = OPERATING_STATUSES.find((status) => status === query.get('operating'));
    return {
      level,
      province: level === 'commune' && province !== null && /^\d{2}$/.test(province) ? province : null,
      cell: reported === undefined || operating === undefined ? null : { reported, operating },
    };
  }, [query]);
}

/** Another level; what only fits the old one goes. */
export function chooseLevel(level: string): void {
  changeQuery({
    level: level === 'province' ? level : null,
    province: null,
    reported: null,
    operating: null,
  });
}

/** One province, or the whole country. */
export function chooseProvince(province: string | null): void {
  changeQuery({ province });
}

/** One cell of the matrix, or every gap. */
export function chooseCell(cell: GapCell | null): void {
  changeQuery({ reported: cell?.reported, operating: cell?.operating });
}
