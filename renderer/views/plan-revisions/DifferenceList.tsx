import { type Text, useText } from '#renderer/ground/text.tsx';
import type { PlanPreviewDto } from '#shared/contract/plan-revisions.ts';
import type { PlanExtension, PlanOutput } from '#shared/domain/plan.ts';
import { fieldText } from '#shared/text/plan-text.ts';
import classes from './DifferenceList.module.css';
import { PLAN_FIELDS } from './fields.ts';
import { usePlanEditor } from './plan-editor.tsx';
import { planWord, shareText } from './use-field-text.ts';

type Difference = PlanPreviewDto['differences'][number];

/** What two plans say differently: thing by thing, with what each field said before and says after. */
export function DifferenceList({ differences }: { readonly differences: readonly Difference[] }) {
  const { t, pick, tryText } = useText();
  if (differences.length === 0) return <p>{t('planRevisions.diff.none')}</p>;
  return (
    <ul className={classes.list}>
      {differences.map((one) => (
        <li key={`${one.part} ${one.code}`}>
          <p className={classes.head}>
            <span className={classes.kind}>{t(`planChange.${one.kind}`)}</span>
            <span className={classes.part}>{tryText(`planFile.sheet.${one.part}`) ?? one.part}</span>
            <strong>{one.code === '' ? '' : `${one.code} · ${pick(one)}`}</strong>
          </p>
          {one.kind === 'changed' && <FieldChanges change={one} />}
        </li>
      ))}
    </ul>
  );
}

function FieldChanges({ change }: { readonly change: Difference }) {
  const text = useText();
  const write = useSaid(change);
  return (
    <dl className={classes.fields}>
      {change.fields.map(({ field, before, after }) => (
        <div key={field}>
          <dt>{fieldText(field, text)}</dt>
          <dd>
            {write(field, before)} → <strong>{write(field, after)}</strong>
          </dd>
        </div>
      ))}
    </dl>
  );
}

type Value = Difference['fields'][number]['before'];

/** One side of a change as people read it; lists come as JSON. */
function useSaid({ part, code }: Difference): (field: string, value: Value) => string {
  const text = useText();
  const { plan } = usePlanEditor();
  const { format, t } = text;
  const kindOf = (indicator: string) => plan.indicators.find((one) => one.code === indicator)?.kind;
  const nothing = t('planRevisions.diff.nothing');
  return (field, value) => {
    if (value === null || value === '') return nothing;
    const type =
      part === 'notAsked' || part === 'rules'
        ? undefined
        : PLAN_FIELDS[part].find((spec) => spec.field === field)?.type;
    if (typeof value === 'number')
      return type === 'threshold' ? shareText(text, kindOf(code), value) : format.number(value, 2);
    if (typeof value === 'boolean') return planWord(text, value ? 'yes' : 'no');
    if (type === 'day' || field === 'deadline') return format.date(value);
    if (type === 'choice') return planWord(text, value);
    if (!value.startsWith('[')) return value;
    return listText(JSON.parse(value) as readonly ListedThing[], { text, kindOf }) || nothing;
  };
}

type ListedThing = string | PlanExtension | PlanOutput;

interface Words {
  readonly text: Text;
  readonly kindOf: (indicator: string) => string | undefined;
}

function listText(list: readonly ListedThing[], { text, kindOf }: Words): string {
  const { t, format } = text;
  const write = (one: ListedThing): string => {
    if (typeof one === 'string') return one;
    if ('document' in one) {
      const days = { deadline: format.date(one.deadline), from: format.date(one.from) };
      return t('planRevisions.extension', { ...days, document: one.document, reason: one.reason });
    }
    const share = (target: number) => shareText(text, kindOf(one.indicator), target);
    const own = one.provinces.map(({ province, target }) => `${province} ${share(target)}`);
    return `${one.indicator} ${share(one.target)}${own.length === 0 ? '' : ` (${own.join(', ')})`}`;
  };
  return list.map(write).join('; ');
}
