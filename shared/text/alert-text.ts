import { ALERT_TRAITS, type AlertCondition } from '#shared/domain/alerts/evaluation.ts';
import type { AlertRule, AlertState } from '#shared/domain/model.ts';
import type { Translator } from './translator.ts';

interface Told {
  readonly rule: AlertRule;
  readonly state: AlertState;
  readonly condition: AlertCondition;
}

/** What an alert waits for, beside its sentence: a person's answer, or a cut that says how it stands. */
export function alertNotes({ rule, state, condition }: Told, { t }: Pick<Translator, 't'>): string[] {
  const asks = state === 'firing' && ALERT_TRAITS[rule].isQuestion;
  return [
    ...(asks ? [t('alerts.asks')] : []),
    ...(condition === 'holds' ? [] : [t(`alerts.condition.${condition}`)]),
  ];
}
