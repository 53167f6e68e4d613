import { Checkbox, Radio } from '@mantine/core';
import { useNames } from '#renderer/ground/names.tsx';
import { useText } from '#renderer/ground/text.tsx';
import { decidesNothing } from '#shared/domain/operating-ends.ts';
import { ROLL_UPS } from '#shared/domain/rule-set.ts';
import { AlertSwitches } from './AlertSwitches.tsx';
import { NotAskedFields } from './NotAskedFields.tsx';
import { GroupProblems, RuleField, useHasProblem } from './RuleField.tsx';
import { type Field, Fields } from './RuleFields.tsx';
import classes from './RuleForm.module.css';
import { useRuleEditor } from './rule-editor.tsx';
import { SuspicionFields } from './SuspicionFields.tsx';

const PROVINCE: readonly Field[] = [
  ['province.redOverdueMoreThan', 'rules.province.redOverdueMoreThan', 'whole'],
  ['province.dueWithinDays', 'rules.province.dueWithinDays', 'whole'],
  ['province.paceTolerance', 'rules.province.paceTolerance', 'percent'],
];
const COVERAGE: readonly Field[] = [
  ['coverage.above', 'rules.coverage.above', 'percent'],
  ['coverage.half', 'rules.coverage.half', 'percent'],
];
const OPERATING: readonly Field[] = [
  ['operating.greenFrom', 'rules.operating.greenFrom', 'percent'],
  ['operating.yellowFrom', 'rules.operating.yellowFrom', 'percent'],
  ['operating.monthsAtMost', 'rules.operating.monthsAtMost', 'whole'],
];
const ALERTS: readonly Field[] = [
  ['alerts.pendingCuts', 'rules.alerts.pendingCuts', 'whole'],
  ['alerts.resolveCuts', 'rules.alerts.resolveCuts', 'whole'],
  ['alerts.dueSoonDays', 'rules.alerts.dueSoonDays', 'whole'],
  ['alerts.gapLastsCuts', 'rules.alerts.gapLastsCuts', 'whole'],
  ['alerts.coverageLowBelow', 'rules.alerts.coverageLowBelow', 'percent'],
  ['alerts.onlineLowBelow', 'rules.alerts.onlineLowBelow', 'percent'],
  ['alerts.onlineFallBy', 'rules.alerts.onlineFallBy', 'percent'],
  ['alerts.deadlineDayShare', 'rules.alerts.deadlineDayShare', 'percent'],
];

/** Every threshold of a rule set, group by group. */
export function RuleForm() {
  const { t } = useText();
  return (
    <div className={classes.form}>
      <Group title={t('rules.commune')} hint={t('rules.commune.hint')}>
        <Fields fields={[['commune.yellowMissingAtMost', 'rules.commune.yellowMissingAtMost', 'whole']]} />
      </Group>
      <Group title={t('rules.province')}>
        <Fields fields={PROVINCE} />
      </Group>
      <Group title={t('rules.coverage')}>
        <Fields fields={COVERAGE} group="coverage" />
      </Group>
      <Group title={t('rules.operating')}>
        <RollUpChoice />
        <RollUpThresholds />
      </Group>
      <Group title={t('rules.indicators')}>
        <IndicatorTable />
        <NotAskedFields />
      </Group>
      <Group title={t('rules.alerts')}>
        <Fields fields={ALERTS} />
        <AlertSwitches />
      </Group>
      <Group title={t('rules.suspicion')} hint={t('rules.suspicion.hint')}>
        <SuspicionFields />
      </Group>
    </div>
  );
}

function Group(props: {
  readonly title: string;
  readonly hint?: string;
  readonly children: React.ReactNode;
}) {
  return (
    <fieldset className={classes.group}>
      <legend>{props.title}</legend>
      {props.hint !== undefined && <p className={classes.hint}>{props.hint}</p>}
      {props.children}
    </fieldset>
  );
}

function RollUpChoice() {
  const { t } = useText();
  const { draft, set } = useRuleEditor();
  return (
    <Radio.Group
      label={t('rules.operating.rollUp')}
      value={draft.operating.rollUp}
      onChange={(rollUp) => set('operating.rollUp', rollUp)}
    >
      <div className={classes.choices}>
        {ROLL_UPS.map((rollUp) => (
          <Radio
            key={rollUp}
            value={rollUp}
            label={t(`rules.rollUp.${rollUp}`)}
            description={t(`rules.rollUp.${rollUp}.hint`)}
          />
        ))}
      </div>
      <GroupProblems path="operating.rollUp" />
    </Radio.Group>
  );
}

function RollUpThresholds() {
  const { t } = useText();
  return (
    <>
      <Fields fields={OPERATING} group="operating" />
      <p className={classes.hint}>{t('rules.operating.hint')}</p>
    </>
  );
}

function IndicatorTable() {
  const { t } = useText();
  const { draft } = useRuleEditor();
  return (
    <table className={classes.table}>
      <caption className="visually-hidden">{t('rules.indicators')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('rules.indicator')}</th>
          <th scope="col">{t('rules.indicator.greenFrom')}</th>
          <th scope="col">{t('rules.indicator.yellowFrom')}</th>
          <th scope="col">{t('rules.indicator.weight')}</th>
          <th scope="col">{t('rules.indicator.minDenominator')}</th>
          <th scope="col">{t('rules.indicator.decisive')}</th>
        </tr>
      </thead>
      <tbody>
        {Object.keys(draft.operating.indicators).map((code) => (
          <IndicatorRow key={code} code={code} />
        ))}
      </tbody>
    </table>
  );
}

function IndicatorRow({ code }: { readonly code: string }) {
  const { t, pick } = useText();
  const names = useNames();
  const path = `operating.indicators.${code}`;
  const isMarked = useHasProblem(path);
  const indicator = names.indicator(code);
  const name = indicator === undefined ? code : pick(indicator);
  const kind = indicator?.kind === 'count' ? 'count' : 'percent';
  const fields = [
    ['greenFrom', kind],
    ['yellowFrom', kind],
    ['weight', 'count'],
  ] as const;
  return (
    <>
      <tr>
        <th scope="row">
          {name}
          {kind === 'count' && <small> ({t('rules.indicator.unit.count')})</small>}
        </th>
        {fields.map(([field, fieldKind]) => (
          <td key={field}>
            <RuleField
              path={`${path}.${field}`}
              label={`${name}: ${t(`rules.indicator.${field}`)}`}
              kind={fieldKind}
              isBare
              isMarked={isMarked && field !== 'weight'}
            />
          </td>
        ))}
        <td>
          {kind !== 'count' && (
            <RuleField
              path={`${path}.minDenominator`}
              label={`${name}: ${t('rules.indicator.minDenominator')}`}
              kind="whole"
              isBare
            />
          )}
        </td>
        <td>
          <Decisive code={code} name={name} />
        </td>
      </tr>
      {isMarked && (
        <tr>
          <td colSpan={6}>
            <GroupProblems path={path} />
          </td>
        </tr>
      )}
    </>
  );
}

/** Whether a RED here keeps a commune from GREEN, and whether that makes any difference. */
function Decisive({ code, name }: { readonly code: string; readonly name: string }) {
  const { t } = useText();
  const { draft, changed, set } = useRuleEditor();
  const path = `operating.indicators.${code}.decisive`;
  const isDecisive = draft.operating.indicators[code]?.decisive ?? false;
  return (
    <Checkbox
      aria-label={`${name}: ${t('rules.indicator.decisive')}`}
      checked={isDecisive}
      onChange={({ currentTarget }) => set(path, currentTarget.checked)}
      description={
        isDecisive && decidesNothing(draft.operating, code) ? t('rules.indicator.decidesNothing') : ''
      }
      data-changed={changed.has(path) || undefined}
      data-path={path}
    />
  );
}
