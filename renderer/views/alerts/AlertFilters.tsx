import { Button, Checkbox, Select } from '@mantine/core';
import { useNames } from '#renderer/app/names.tsx';
import { useText } from '#renderer/app/text.tsx';
import { SeverityIcon } from '#renderer/ui/SeverityIcon.tsx';
import { ALERT_RULES, type AlertRule, SEVERITIES, type Severity } from '#shared/domain/model.ts';
import classes from './AlertFilters.module.css';
import type { AlertFilter } from './use-alert-filter.ts';

export interface AlertTotals {
  readonly total: number;
  readonly bySeverity: Readonly<Partial<Record<Severity, number>>>;
  readonly byRule: Readonly<Partial<Record<AlertRule, number>>>;
  readonly byProvince: readonly { readonly code: string; readonly total: number }[];
}

/** Severity as buttons with counts; rule and province as lists; grouping. */
export function AlertFilters(props: { readonly filter: AlertFilter; readonly totals: AlertTotals }) {
  const { t, format } = useText();
  const { filter, totals } = props;
  return (
    <div className={classes.bar}>
      <fieldset className={classes.severities}>
        <legend className="visually-hidden">{t('alerts.filter.severity')}</legend>
        <button
          type="button"
          aria-pressed={filter.severity === null}
          onClick={() => filter.set({ severity: null })}
        >
          {t('table.all')} <strong>{format.number(totals.total)}</strong>
        </button>
        {SEVERITIES.map((severity) => (
          <button
            key={severity}
            type="button"
            aria-pressed={filter.severity === severity}
            onClick={() => filter.set({ severity: filter.severity === severity ? null : severity })}
          >
            <SeverityIcon severity={severity} size="1rem" />
            {t(`severity.${severity}`)} <strong>{format.number(totals.bySeverity[severity] ?? 0)}</strong>
          </button>
        ))}
      </fieldset>
      <RuleSelect {...props} />
      <ProvinceSelect filter={filter} />
      <Checkbox
        label={t('alerts.group')}
        checked={filter.isGrouped}
        onChange={(event) => filter.set({ isGrouped: event.currentTarget.checked })}
      />
      {filter.isFiltered && (
        <Button variant="default" size="xs" onClick={filter.clear}>
          {t('state.clearFilters')}
        </Button>
      )}
    </div>
  );
}

function RuleSelect(props: { readonly filter: AlertFilter; readonly totals: AlertTotals }) {
  const { t } = useText();
  const { filter, totals } = props;
  const rules = ALERT_RULES.filter((rule) => totals.byRule[rule] !== undefined || rule === filter.rule);
  return (
    <Select
      size="sm"
      w="16rem"
      aria-label={t('alerts.filter.rule')}
      placeholder={t('alerts.filter.allRules')}
      clearable
      clearButtonProps={{ 'aria-label': t('state.clearFilters') }}
      data={rules.map((rule) => ({
        value: rule,
        label: `${t(`rule.${rule}`)} (${totals.byRule[rule] ?? 0})`,
      }))}
      value={filter.rule}
      onChange={(rule) => filter.set({ rule: ALERT_RULES.find((item) => item === rule) ?? null })}
    />
  );
}

function ProvinceSelect({ filter }: { readonly filter: AlertFilter }) {
  const { t } = useText();
  const names = useNames();
  const provinces = names.units.filter((unit) => unit.level === 'province');
  return (
    <Select
      size="sm"
      w="14rem"
      aria-label={t('alerts.filter.province')}
      placeholder={t('alerts.filter.allProvinces')}
      clearable
      clearButtonProps={{ 'aria-label': t('state.clearFilters') }}
      searchable
      nothingFoundMessage={t('state.empty.filtered')}
      data={provinces.map((unit) => ({ value: unit.code, label: names.fullName(unit.code) }))}
      value={filter.province}
      onChange={(province) => filter.set({ province })}
    />
  );
}
