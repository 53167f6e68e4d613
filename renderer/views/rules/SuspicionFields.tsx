import { useText } from '#renderer/ground/text.tsx';
import { FALSE_ALARMS, type FalseAlarms } from '#shared/domain/alerts/false-alarms.ts';
import { type Field, Fields } from './RuleFields.tsx';
import classes from './RuleForm.module.css';

type Rule = keyof typeof FALSE_ALARMS;

/** Thresholds of the questions, rule by rule, each with how often it asks an honest unit. */
const QUESTIONS: readonly {
  readonly rules: readonly Rule[];
  readonly fields: readonly Field[];
  readonly group?: string;
}[] = [
  {
    rules: ['suspectEqualFigures'],
    group: 'suspicion.equal',
    fields: [
      ['suspicion.equalLargeFiles', 'rules.suspicion.equalLargeFiles', 'whole'],
      ['suspicion.equalLargeCommunes', 'rules.suspicion.equalCommunes', 'whole'],
      ['suspicion.equalMiddleFiles', 'rules.suspicion.equalMiddleFiles', 'whole'],
      ['suspicion.equalMiddleCommunes', 'rules.suspicion.equalCommunes', 'whole'],
      ['suspicion.equalSmallFiles', 'rules.suspicion.equalSmallFiles', 'whole'],
      ['suspicion.equalSmallCommunes', 'rules.suspicion.equalCommunes', 'whole'],
    ],
  },
  {
    rules: ['suspectEqualRows', 'suspectRepeatedRow'],
    fields: [
      ['suspicion.rowFigures', 'rules.suspicion.rowFigures', 'whole'],
      ['suspicion.rowFiles', 'rules.suspicion.rowFiles', 'whole'],
    ],
  },
  {
    rules: ['suspectJump'],
    fields: [
      ['suspicion.jumpBy', 'rules.suspicion.jumpBy', 'percent'],
      ['suspicion.jumpErrors', 'rules.suspicion.jumpErrors', 'count'],
    ],
  },
  {
    rules: ['suspectOvernight'],
    fields: [
      ['suspicion.riseBy', 'rules.suspicion.riseBy', 'percent'],
      ['suspicion.riseCommunes', 'rules.suspicion.riseCommunes', 'whole'],
    ],
  },
];

/** When reporting itself is asked about, and what that costs the honest. */
export function SuspicionFields() {
  return QUESTIONS.map(({ rules, fields, group }) => (
    <div key={rules.join()} className={classes.question}>
      {rules.map((rule) => (
        <RuleName key={rule} rule={rule} />
      ))}
      <Fields fields={fields} {...(group === undefined ? {} : { group })} />
    </div>
  ));
}

function RuleName({ rule }: { readonly rule: Rule }) {
  const { t, format } = useText();
  const { province, commune }: FalseAlarms = FALSE_ALARMS[rule];
  const rates = [
    ...(province === undefined
      ? []
      : [t('rules.suspicion.perProvince', { share: format.percent(province) })]),
    ...(commune === undefined ? [] : [t('rules.suspicion.perCommune', { share: format.percent(commune) })]),
  ];
  return (
    <p className={classes.hint}>
      <strong>{t(`rule.${rule}`)}</strong> {t('rules.suspicion.falseAlarms', { rates: rates.join('; ') })}
    </p>
  );
}
