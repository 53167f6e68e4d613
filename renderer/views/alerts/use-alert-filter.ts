import { useMemo } from 'react';
import { changeQuery, useAddress } from '#renderer/app/address.ts';
import { ALERT_RULES, type AlertRule, SEVERITIES, type Severity } from '#shared/domain/model.ts';

export interface AlertFilter {
  readonly severity: Severity | null;
  readonly rule: AlertRule | null;
  /** A province and everything below it. */
  readonly province: string | null;
  readonly isGrouped: boolean;
  readonly isFiltered: boolean;
  readonly set: (patch: {
    readonly severity?: Severity | null;
    readonly rule?: AlertRule | null;
    readonly province?: string | null;
    readonly isGrouped?: boolean;
  }) => void;
  readonly clear: () => void;
}

/** The filter of the alert list, kept in the address. */
export function useAlertFilter(): AlertFilter {
  const { query } = useAddress();
  return useMemo(() => {
    const severity = SEVERITIES.find((item) => item === query.get('severity')) ?? null;
    const rule = ALERT_RULES.find((item) => item === query.get('rule')) ?? null;
    const province = query.get('province');
    return {
      severity,
      rule,
      province,
      isGrouped: query.has('grouped'),
      isFiltered: severity !== null || rule !== null || province !== null,
      set: ({ isGrouped, ...patch }) =>
        changeQuery({ ...patch, ...(isGrouped === undefined ? {} : { grouped: isGrouped ? '' : null }) }),
      clear: () => changeQuery({ severity: null, rule: null, province: null }),
    };
  }, [query]);
}
