import { Button, CloseButton, Select } from '@mantine/core';
import { useMemo } from 'react';
import { useNames } from '#renderer/ground/names.tsx';
import { useText } from '#renderer/ground/text.tsx';
import { foldedOptions } from '#renderer/ui/folded-options.ts';
import classes from './NotAskedFields.module.css';
import { GroupProblems } from './RuleField.tsx';
import { useRuleEditor } from './rule-editor.tsx';

/** Whom the plan does not ask what: nobody else can leave an indicator out. */
export function NotAskedFields() {
  const { t } = useText();
  const { draft } = useRuleEditor();
  return (
    <section className={classes.list} aria-label={t('rules.notAsked.title')}>
      <h4>{t('rules.notAsked.title')}</h4>
      <p>{t('rules.notAsked')}</p>
      {Object.keys(draft.notAsked).map((unit) => (
        <UnitRow key={unit} unit={unit} />
      ))}
      <UnitToAdd />
    </section>
  );
}

function UnitRow({ unit }: { readonly unit: string }) {
  const { t } = useText();
  const { draft, changed, ask } = useRuleEditor();
  const name = useUnitName()(unit);
  const indicators = draft.notAsked[unit] ?? [];
  return (
    <fieldset className={classes.row} data-changed={changed.has(`notAsked.${unit}`) || undefined}>
      <legend>{name}</legend>
      <Button variant="default" size="compact-xs" onClick={() => ask(unit, null)}>
        {t('rules.notAsked.all')}
      </Button>
      <ul className={classes.indicators}>
        {indicators.map((indicator) => (
          <Indicator
            key={indicator}
            indicator={indicator}
            onRemove={() =>
              ask(
                unit,
                indicators.filter((one) => one !== indicator),
              )
            }
          />
        ))}
      </ul>
      <IndicatorToAdd name={name} taken={indicators} onAdd={(one) => ask(unit, [...indicators, one])} />
      <GroupProblems path={`notAsked.${unit}`} />
    </fieldset>
  );
}

function Indicator(props: { readonly indicator: string; readonly onRemove: () => void }) {
  const { t } = useText();
  const name = useIndicatorName()(props.indicator);
  return (
    <li>
      {name}
      <CloseButton size="xs" aria-label={t('rules.notAsked.remove', { name })} onClick={props.onRemove} />
    </li>
  );
}

function IndicatorToAdd(props: {
  readonly name: string;
  readonly taken: readonly string[];
  readonly onAdd: (indicator: string) => void;
}) {
  const { t } = useText();
  const names = useNames();
  const nameOf = useIndicatorName();
  const free = names.indicators.filter(({ code }) => !props.taken.includes(code));
  return (
    <Finder
      label={t('rules.notAsked.indicator', { name: props.name })}
      placeholder={t('rules.notAsked.indicator.choose')}
      data={free.map(({ code }) => ({ value: code, label: nameOf(code) }))}
      onChoose={props.onAdd}
    />
  );
}

function UnitToAdd() {
  const { t } = useText();
  const names = useNames();
  const nameOf = useUnitName();
  const { draft, ask } = useRuleEditor();
  const data = useMemo(
    () =>
      names.units
        .filter(({ code, level }) => level !== 'country' && !Object.hasOwn(draft.notAsked, code))
        .map(({ code }) => ({ value: code, label: nameOf(code) })),
    [names, nameOf, draft.notAsked],
  );
  return (
    <Finder
      label={t('rules.notAsked.unit')}
      placeholder={t('rules.notAsked.unit.choose')}
      data={data}
      onChoose={(unit) => ask(unit, [])}
    />
  );
}

/** A list of thousands in which one is found by typing; choosing empties it again. */
function Finder(props: {
  readonly label: string;
  readonly placeholder: string;
  readonly data: { value: string; label: string }[];
  readonly onChoose: (value: string) => void;
}) {
  return (
    <Select
      size="sm"
      w="22rem"
      aria-label={props.label}
      placeholder={props.placeholder}
      data={props.data}
      value={null}
      searchable
      limit={100}
      maxDropdownHeight="50vh"
      filter={foldedOptions}
      onChange={(value) => {
        if (value !== null) props.onChoose(value);
      }}
    />
  );
}

function useIndicatorName(): (code: string) => string {
  const { pick } = useText();
  const names = useNames();
  return (code) => {
    const found = names.indicator(code);
    return found === undefined ? code : pick(found);
  };
}

/** 'Phường Hồng Hà, TP. Hà Nội': two communes may have one name. */
function useUnitName(): (code: string) => string {
  const names = useNames();
  return useMemo(
    () => (code: string) => {
      const parent = names.unit(code)?.level === 'commune' ? names.unit(code)?.parent : null;
      return parent == null ? names.fullName(code) : `${names.fullName(code)}, ${names.fullName(parent)}`;
    },
    [names],
  );
}
