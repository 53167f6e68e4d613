import { Button, NumberInput, Select } from '@mantine/core';
import { useNames } from '#renderer/ground/names.tsx';
import { useText } from '#renderer/ground/text.tsx';
import { ProvinceSelect } from '#renderer/ui/ProvinceSelect.tsx';
import type { PlanOutput } from '#shared/domain/plan.ts';
import { fieldText } from '#shared/text/plan-text.ts';
import { valueAt } from './draft-plan.ts';
import classes from './PlanForm.module.css';
import { usePlanEditor } from './plan-editor.tsx';
import { shareText } from './use-field-text.ts';

/** The indicators a task is measured by, with their targets and those of single provinces. */
export function OutputsForm({ path }: { readonly path: string }) {
  const { t } = useText();
  const { plan, isReadOnly, add } = usePlanEditor();
  const list = `${path}.outputs`;
  const outputs = valueAt(plan, list) as readonly PlanOutput[];
  if (isReadOnly && outputs.length === 0) return null;
  return (
    <fieldset className={classes.list}>
      <legend>{t('planFile.sheet.outputs')}</legend>
      {isReadOnly
        ? outputs.map((output) => <OutputFact key={output.indicator} output={output} />)
        : outputs.map((output, at) => (
            <Output key={`${at}`} output={output} path={`${list}.${at}`} number={at + 1} />
          ))}
      {!isReadOnly && (
        <div className={classes.actions}>
          <Button
            size="compact-sm"
            variant="default"
            onClick={() => add(list, { indicator: '', target: Number.NaN, provinces: [] })}
          >
            {t('planRevisions.output.add')}
          </Button>
        </div>
      )}
    </fieldset>
  );
}

function OutputFact({ output }: { readonly output: PlanOutput }) {
  const text = useText();
  const { t, pick } = text;
  const names = useNames();
  const { plan } = usePlanEditor();
  const indicator = plan.indicators.find(({ code }) => code === output.indicator);
  const write = (target: number) => shareText(text, indicator?.kind, target);
  const own = output.provinces.map(({ province, target }) => `${names.shortName(province)} ${write(target)}`);
  return (
    <p>
      {t('planRevisions.output', {
        indicator: indicator === undefined ? output.indicator : pick(indicator),
        target: write(output.target),
      })}
      {own.length > 0 && (
        <span className={classes.soft}> {t('planRevisions.output.own', { list: own.join('; ') })}</span>
      )}
    </p>
  );
}

interface OutputProps {
  readonly output: PlanOutput;
  readonly path: string;
  readonly number: number;
}

function Output({ output, path, number }: OutputProps) {
  const text = useText();
  const { t, pick } = text;
  const { plan, problems, set, remove } = usePlanEditor();
  const choices = new Map(
    plan.indicators.filter(({ kind }) => kind !== 'criterion').map((one) => [one.code, pick(one)]),
  );
  const said = (field: string) => problems.get(`${path}.${field}`)?.join(' ') ?? null;
  return (
    <fieldset
      className={`${classes.bare} ${classes.form}`}
      aria-label={t('planRevisions.output.number', { number })}
    >
      <div className={classes.entry}>
        <Select
          label={fieldText('indicator', text)}
          withAsterisk
          searchable
          allowDeselect={false}
          data={[...choices].map(([value, label]) => ({ value, label }))}
          value={output.indicator === '' ? null : output.indicator}
          error={said('indicator')}
          nothingFoundMessage={t('planRevisions.noneFound')}
          onChange={(code) => set(`${path}.indicator`, code ?? '')}
        />
        <TargetInput
          code={output.indicator}
          label={fieldText('target', text)}
          value={output.target}
          error={said('target')}
          onChange={(target) => set(`${path}.target`, target)}
        />
        <Button size="sm" variant="default" onClick={() => remove(path)}>
          {t('planRevisions.remove')}
        </Button>
      </div>
      <OwnTargets output={output} path={path} />
    </fieldset>
  );
}

function OwnTargets({ output, path }: Omit<OutputProps, 'number'>) {
  const { t } = useText();
  const names = useNames();
  const { problems, set, add, remove } = usePlanEditor();
  const list = `${path}.provinces`;
  const said = problems.get(list)?.join(' ');
  const extend = (province: string | null) => {
    if (province === null || output.provinces.some((one) => one.province === province)) return;
    add(list, { province, target: output.target });
  };
  return (
    <>
      {output.provinces.map((one, at) => (
        <div key={one.province} className={classes.entry}>
          <TargetInput
            code={output.indicator}
            label={t('planRevisions.output.of', { province: names.fullName(one.province) })}
            value={one.target}
            error={problems.get(`${list}.${at}.target`)?.join(' ') ?? null}
            onChange={(target) => set(`${list}.${at}.target`, target)}
          />
          <Button size="sm" variant="default" onClick={() => remove(`${list}.${at}`)}>
            {t('planRevisions.remove')}
          </Button>
        </div>
      ))}
      <ProvinceSelect
        label={t('planRevisions.output.province')}
        everywhere={t('planRevisions.output.province.choose')}
        value={null}
        onChange={extend}
      />
      {said !== undefined && (
        <p className={classes.problem} role="alert">
          {said}
        </p>
      )}
    </>
  );
}

/** A target: of a count a number, of all others percent. */
function TargetInput(props: {
  readonly code: string;
  readonly label: string;
  readonly value: number;
  readonly error: string | null;
  readonly onChange: (target: number) => void;
}) {
  const { locale } = useText();
  const { plan } = usePlanEditor();
  const { value } = props;
  const factor = plan.indicators.find((one) => one.code === props.code)?.kind === 'count' ? 1 : 100;
  return (
    <NumberInput
      label={props.label}
      withAsterisk
      value={Number.isFinite(value) ? Number((value * factor).toFixed(4)) : ''}
      error={props.error}
      onChange={(next) =>
        props.onChange(next === '' ? Number.NaN : Number((Number(next) / factor).toFixed(6)))
      }
      decimalSeparator={locale === 'vi' ? ',' : '.'}
      decimalScale={2}
      suffix={factor === 100 ? '%' : ''}
      allowNegative={false}
    />
  );
}
