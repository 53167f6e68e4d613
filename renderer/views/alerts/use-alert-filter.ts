import { useMemo } from 'react';
import { changeQuery, useAddress } from '#renderer/ground/address.ts';
import type { AlertQuery } from '#shared/contract/alerts.ts';
import {
  ALERT_RULES,
  ALERT_STATES,
  type AlertRule,
  type AlertState,
  SEVERITIES,
  type Severity,
} from '#shared/domain/model.ts';

/** One state, or `open` for all that fired and are not over. */
export const STATE_TABS = ['firing', 'acknowledged', 'snoozed', 'pending', 'resolved', 'open'] as const;
export type StateTab = (typeof STATE_TABS)[number];

export interface AlertChoice {
  readonly tab: StateTab;
  readonly severity: Severity | null;
  readonly rule: AlertRule | null;
  /** A province and everything below it. */
  readonly province: string | null;
  readonly taskGroup: string | null;
  readonly text: string;
  /** Only what fired at the cut on screen, or began to wait there. */
  readonly isNew: boolean;
  readonly isGrouped: boolean;
}

export interface AlertFilter extends AlertChoice {
  /** Something but the tab and the grouping is chosen. */
  readonly isFiltered: boolean;
  readonly set: (patch: Partial<AlertChoice>) => void;
  readonly clear: () => void;
  /** Puts a saved filter in place of what is chosen. */
  readonly apply: (query: AlertQuery) => void;
}

/** The filter of the alert list, kept in the address. */
export function useAlertFilter(): AlertFilter {
  const { query } = useAddress();
  return useMemo(() => {
    const choice: AlertChoice = {
      tab: STATE_TABS.find((item) => item === query.get('state')) ?? 'firing',
      severity: SEVERITIES.find((item) => item === query.get('severity')) ?? null,
      rule: ALERT_RULES.find((item) => item === query.get('rule')) ?? null,
      province: query.get('province'),
      taskGroup: query.get('group'),
      text: query.get('text') ?? '',
      isNew: query.has('new'),
      isGrouped: query.has('grouped'),
    };
    return {
      ...choice,
      isFiltered:
        choice.severity !== null ||
        choice.rule !== null ||
        choice.province !== null ||
        choice.taskGroup !== null ||
        choice.text !== '' ||
        choice.isNew,
      set: (patch) => changeQuery(queryOf(patch)),
      clear: () => changeQuery(queryOf(NOTHING)),
      apply: (saved) => changeQuery(queryOf({ ...NOTHING, ...choiceOf(saved) })),
    };
  }, [query]);
}

const NOTHING = { severity: null, rule: null, province: null, taskGroup: null, text: '', isNew: false };

function queryOf(patch: Partial<AlertChoice>): Record<string, string | null> {
  const { tab, severity, rule, province, taskGroup, text, isNew, isGrouped } = patch;
  const flag = (on: boolean) => (on ? '' : null);
  return {
    ...(tab === undefined ? {} : { state: tab === 'firing' ? null : tab }),
    ...(severity === undefined ? {} : { severity }),
    ...(rule === undefined ? {} : { rule }),
    ...(province === undefined ? {} : { province }),
    ...(taskGroup === undefined ? {} : { group: taskGroup }),
    ...(text === undefined ? {} : { text: text === '' ? null : text }),
    ...(isNew === undefined ? {} : { new: flag(isNew) }),
    ...(isGrouped === undefined ? {} : { grouped: flag(isGrouped) }),
  };
}

/** What the engine is asked for; `cut` is the cut on screen. */
export function alertQueryOf(choice: AlertChoice, cut: string | undefined): AlertQuery {
  const { tab, severity, rule, province, taskGroup, text, isNew } = choice;
  return {
    ...(tab === 'open' ? {} : { states: [tab] }),
    ...(severity === null ? {} : { severities: [severity] }),
    ...(rule === null ? {} : { rules: [rule] }),
    ...(province === null ? {} : { unit: province }),
    ...(taskGroup === null ? {} : { taskGroup }),
    ...(text === '' ? {} : { text }),
    ...(isNew && cut !== undefined ? { since: cut } : {}),
  };
}

/** What a saved filter chooses. The cut it was saved at is gone, so `since` means the cut on screen. */
function choiceOf(query: AlertQuery): Partial<AlertChoice> {
  const [state, ...others] = query.states ?? [];
  const tab: StateTab = state === undefined || others.length > 0 ? 'open' : tabOf(state);
  return {
    tab,
    severity: query.severities?.[0] ?? null,
    rule: query.rules?.[0] ?? null,
    province: query.unit ?? null,
    taskGroup: query.taskGroup ?? null,
    text: query.text ?? '',
    isNew: query.since !== undefined,
  };
}

function tabOf(state: AlertState): StateTab {
  return ALERT_STATES.includes(state) ? state : 'open';
}
