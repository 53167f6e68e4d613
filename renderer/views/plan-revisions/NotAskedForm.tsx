import { Button, Select } from '@mantine/core';
import { useNames } from '#renderer/ground/names.tsx';
import { useText } from '#renderer/ground/text.tsx';
import { AppLink } from '#renderer/ui/AppLink.tsx';
import type { Plan } from '#shared/domain/plan.ts';
import { foldText } from '#shared/text/fold.ts';
import classes from './PlanForm.module.css';
import { usePlanEditor } from './plan-editor.tsx';

/** More than anybody reads through: typing narrows it. */
const SHOWN_AT_MOST = 30;

/** The places that an indicator is not asked of; when it is asked is said by the calendar. */
export function NotAskedForm({ code }: { readonly code: string }) {
  const { t } = useText();
  const names = useNames();
  const { plan, isReadOnly, set } = usePlanEditor();
  const units = Object.entries(plan.notAsked).flatMap(([unit, codes]) =>
    codes.includes(code) ? [unit] : [],
  );
  const ask = (unit: string) => set('notAsked', withAsked(plan.notAsked, unit, code));
  return (
    <fieldset className={classes.list}>
      <legend>{t('planRevisions.asked')}</legend>
      <p className={classes.soft}>
        {t('planRevisions.asked.when')} <AppLink to="/ky-va-lich">{t('frame.calendar')}</AppLink>
      </p>
      <p>
        {units.length === 0
          ? t('planRevisions.asked.everywhere')
          : t('planRevisions.asked.not', { count: units.length })}
      </p>
      <ul className={classes.units}>
        {units.map((unit) => (
          <li key={unit}>
            <span>{names.fullName(unit)}</span>
            {!isReadOnly && (
              <Button size="compact-xs" variant="default" onClick={() => ask(unit)}>
                {t('planRevisions.asked.ask')}
                <span className="visually-hidden"> {names.fullName(unit)}</span>
              </Button>
            )}
          </li>
        ))}
      </ul>
      {!isReadOnly && <AddNotAsked code={code} units={units} />}
    </fieldset>
  );
}

function AddNotAsked({ code, units }: { readonly code: string; readonly units: readonly string[] }) {
  const { t } = useText();
  const names = useNames();
  const { plan, set } = usePlanEditor();
  const places = names.units.filter((unit) => unit.level !== 'country' && !units.includes(unit.code));
  const add = (unit: string | null) => {
    if (unit === null) return;
    set('notAsked', { ...plan.notAsked, [unit]: [...(plan.notAsked[unit] ?? []), code] });
  };
  return (
    <Select
      label={t('planRevisions.asked.add')}
      placeholder={t('planRevisions.asked.find')}
      searchable
      limit={SHOWN_AT_MOST}
      data={places.map((unit) => ({
        value: unit.code,
        label: `${names.fullName(unit.code)} (${unit.code})`,
      }))}
      filter={({ options, search, limit }) => {
        const wanted = foldText(search);
        return options
          .filter((one) => 'label' in one && foldText(one.label).includes(wanted))
          .slice(0, limit);
      }}
      value={null}
      onChange={add}
      nothingFoundMessage={t('planRevisions.noneFound')}
    />
  );
}

/** A unit of which nothing is left out stands there no more. */
function withAsked(notAsked: Plan['notAsked'], unit: string, code: string): Plan['notAsked'] {
  const { [unit]: codes = [], ...others } = notAsked;
  const left = codes.filter((one) => one !== code);
  return left.length === 0 ? others : { ...others, [unit]: left };
}
