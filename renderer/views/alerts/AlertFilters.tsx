import { Button, Checkbox, Select, TextInput } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { IconFileText, IconSearch } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useApi } from '#renderer/ground/client/ApiProvider.tsx';
import { useCut } from '#renderer/ground/cut.tsx';
import { useNames } from '#renderer/ground/names.tsx';
import { useText } from '#renderer/ground/text.tsx';
import { AppLink } from '#renderer/ui/AppLink.tsx';
import { foldedOptions } from '#renderer/ui/folded-options.ts';
import { SeverityIcon } from '#renderer/ui/SeverityIcon.tsx';
import type { AlertListDto } from '#shared/contract/alerts.ts';
import { ALERT_RULES, SEVERITIES } from '#shared/domain/model.ts';
import classes from './AlertFilters.module.css';
import { SavedFilters } from './SavedFilters.tsx';
import { StateTabs } from './StateTabs.tsx';
import type { AlertFilter } from './use-alert-filter.ts';

/** Keystrokes that come closer together than this ask the engine once. */
const TYPING_PAUSE_MS = 200;

interface FilterProps {
  readonly filter: AlertFilter;
  readonly list: AlertListDto;
}

/** States and severities with their counts; rule, province, group and name; saved filters; the hand-over sheet. */
export function AlertFilters({ filter, list }: FilterProps) {
  const { t } = useText();
  return (
    <div className={classes.bar}>
      <StateTabs filter={filter} counts={list.byState} />
      <Severities filter={filter} list={list} />
      <span className={classes.break} />
      <NameInput filter={filter} />
      <RuleSelect filter={filter} list={list} />
      <ProvinceSelect filter={filter} />
      <GroupSelect filter={filter} />
      <Checkbox
        label={t('alerts.filter.new')}
        checked={filter.isNew}
        onChange={(event) => filter.set({ isNew: event.currentTarget.checked })}
      />
      {filter.isFiltered && (
        <Button variant="default" size="xs" onClick={filter.clear}>
          {t('state.clearFilters')}
        </Button>
      )}
      <span className={classes.right}>
        <SavedFilters filter={filter} />
        <AppLink to="/canh-bao/giao-ca" className={classes.handover ?? ''}>
          <IconFileText size="1rem" aria-hidden="true" />
          {t('handover.open')}
        </AppLink>
      </span>
    </div>
  );
}

function Severities({ filter, list }: FilterProps) {
  const { t, format } = useText();
  return (
    <fieldset className={classes.severities}>
      <legend className="visually-hidden">{t('alerts.filter.severity')}</legend>
      {SEVERITIES.map((severity) => (
        <button
          key={severity}
          type="button"
          aria-pressed={filter.severity === severity}
          onClick={() => filter.set({ severity: filter.severity === severity ? null : severity })}
        >
          <SeverityIcon severity={severity} size="1rem" />
          {t(`severity.${severity}`)} <strong>{format.number(list.bySeverity[severity])}</strong>
        </button>
      ))}
    </fieldset>
  );
}

/** The address follows the typing after a short pause; a filter that is cleared elsewhere empties the field. */
function NameInput({ filter }: { readonly filter: AlertFilter }) {
  const { t } = useText();
  const [typed, setTyped] = useState(filter.text);
  const send = useDebouncedCallback((text: string) => filter.set({ text }), TYPING_PAUSE_MS);
  useEffect(() => setTyped(filter.text), [filter.text]);
  return (
    <TextInput
      size="sm"
      w="10rem"
      aria-label={t('alerts.filter.text')}
      placeholder={t('alerts.filter.text')}
      leftSection={<IconSearch size="1rem" aria-hidden="true" />}
      value={typed}
      maxLength={200}
      onChange={(event) => {
        setTyped(event.currentTarget.value);
        send(event.currentTarget.value);
      }}
    />
  );
}

function RuleSelect({ filter, list }: FilterProps) {
  const { t } = useText();
  const rules = ALERT_RULES.filter((rule) => list.byRule[rule] !== undefined || rule === filter.rule);
  return (
    <Select
      size="sm"
      w="13rem"
      aria-label={t('alerts.filter.rule')}
      placeholder={t('alerts.filter.allRules')}
      clearable
      clearButtonProps={{ 'aria-label': t('state.clearFilters') }}
      maxDropdownHeight="60vh"
      data={rules.map((rule) => ({ value: rule, label: `${t(`rule.${rule}`)} (${list.byRule[rule] ?? 0})` }))}
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
      w="11rem"
      aria-label={t('alerts.filter.province')}
      placeholder={t('alerts.filter.allProvinces')}
      clearable
      clearButtonProps={{ 'aria-label': t('state.clearFilters') }}
      searchable
      maxDropdownHeight="60vh"
      nothingFoundMessage={t('state.empty.filtered')}
      data={provinces.map((unit) => ({ value: unit.code, label: names.fullName(unit.code) }))}
      filter={foldedOptions}
      value={filter.province}
      onChange={(province) => filter.set({ province })}
    />
  );
}

function GroupSelect({ filter }: { readonly filter: AlertFilter }) {
  const text = useText();
  const { id } = useCut();
  const groups = useQuery(
    useApi().plan.groups.queryOptions({ input: { cut: id }, placeholderData: (before) => before }),
  );
  return (
    <Select
      size="sm"
      w="11rem"
      aria-label={text.t('alerts.filter.group')}
      placeholder={text.t('alerts.filter.allGroups')}
      clearable
      clearButtonProps={{ 'aria-label': text.t('state.clearFilters') }}
      maxDropdownHeight="60vh"
      data={(groups.data?.groups ?? []).map((group) => ({
        value: group.code,
        label: `${group.code}. ${text.pick(group)}`,
      }))}
      value={filter.taskGroup}
      onChange={(taskGroup) => filter.set({ taskGroup })}
    />
  );
}
