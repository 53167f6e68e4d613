import { Button } from '@mantine/core';
import { useText } from '#renderer/ground/text.tsx';
import { Panel } from '#renderer/ui/Panel.tsx';
import { fieldText } from '#shared/text/plan-text.ts';
import { valueAt } from './draft-plan.ts';
import { ExtensionsForm } from './ExtensionsForm.tsx';
import { type FieldSpec, PLAN_FIELDS, type PlanItem, type PlanPart } from './fields.ts';
import { NotAskedForm } from './NotAskedForm.tsx';
import { OutputsForm } from './OutputsForm.tsx';
import { PlanField } from './PlanField.tsx';
import classes from './PlanForm.module.css';
import { usePlanEditor } from './plan-editor.tsx';
import { useFieldText } from './use-field-text.ts';
import { goToPart } from './use-plan-address.ts';

/** One thing of the plan: read, or in a draft changed. */
export function ItemForm({ part, at }: { readonly part: PlanPart; readonly at: number }) {
  const { pick } = useText();
  const { plan, isReadOnly } = usePlanEditor();
  const item = plan[part][at];
  if (item === undefined) return null;
  const path = `${part}.${at}`;
  return (
    <Panel
      title={`${item.code} · ${pick(item)}`}
      actions={isReadOnly ? undefined : <ItemActs part={part} at={at} />}
    >
      <div className={classes.form}>
        <Fields specs={specsOf(part, item)} path={path} part={part} />
        {part === 'indicators' && <NotAskedForm code={item.code} />}
        {part === 'tasks' && <ExtensionsForm path={path} />}
        {part === 'tasks' && <OutputsForm path={path} />}
      </div>
    </Panel>
  );
}

/** Weight, least denominator and decisive say something of outputs only. */
function specsOf(part: PlanPart, item: PlanItem): readonly FieldSpec[] {
  const isCriterion = 'kind' in item && item.kind === 'criterion';
  return isCriterion ? PLAN_FIELDS[part].filter(({ field }) => !OF_OUTPUTS.has(field)) : PLAN_FIELDS[part];
}

const OF_OUTPUTS: ReadonlySet<string> = new Set(['weight', 'minDenominator', 'decisive']);

/** The names of the plan itself. */
export function PlanNames() {
  const { t } = useText();
  return (
    <Panel title={t('planFile.sheet.plan')}>
      <Fields specs={PLAN_FIELDS.plan} path="" part={null} />
    </Panel>
  );
}

interface FieldsProps {
  readonly specs: readonly FieldSpec[];
  readonly path: string;
  readonly part: PlanPart | null;
}

function Fields(props: FieldsProps) {
  const { isReadOnly } = usePlanEditor();
  return isReadOnly ? <Facts {...props} /> : <Inputs {...props} />;
}

const below = (path: string, field: string): string => (path === '' ? field : `${path}.${field}`);

function Facts({ specs, path }: FieldsProps) {
  const text = useText();
  const { plan } = usePlanEditor();
  const write = useFieldText(plan);
  const said = specs.flatMap((spec) => {
    const value = write(spec, below(path, spec.field));
    return value === null ? [] : [{ spec, value }];
  });
  return (
    <dl className={classes.facts}>
      {said.map(({ spec, value }) => (
        <div key={spec.field} data-wide={spec.type === 'long' || spec.type === 'many' || undefined}>
          <dt>{fieldText(spec.field, text)}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

function Inputs({ specs, path, part }: FieldsProps) {
  const { t } = useText();
  const { plan, isOld, isUsed, decidesNothing } = usePlanEditor();
  const code = String(valueAt(plan, below(path, 'code')));
  const isDecisive = valueAt(plan, below(path, 'decisive')) === true;
  const isFixed = ({ field }: FieldSpec): boolean =>
    part !== null &&
    ((FIXED_ONCE_USED.has(`${part}.${field}`) && isUsed(part, code)) ||
      (`${part}.${field}` === 'tasks.deadline' && isOld(part, code)));
  const hintOf = (spec: FieldSpec): string | undefined => {
    if (isFixed(spec))
      return t(spec.field === 'deadline' ? 'planRevisions.fixed.deadline' : 'planRevisions.fixed.used');
    if (spec.field === 'decisive' && isDecisive && decidesNothing(code))
      return t('rules.indicator.decidesNothing');
    return spec.field === 'nameEn' ? t('planRevisions.english') : undefined;
  };
  return (
    <div className={classes.fields}>
      {specs.map((spec) => (
        <PlanField
          key={spec.field}
          spec={spec}
          path={below(path, spec.field)}
          isFixed={isFixed(spec)}
          hint={hintOf(spec)}
        />
      ))}
    </div>
  );
}

/** What was sent rests on it. */
const FIXED_ONCE_USED: ReadonlySet<string> = new Set([
  'indicators.kind',
  'indicators.direction',
  'tasks.scope',
]);

/** Takes something new back, retires something old from the day of the draft on, or takes that back. */
function ItemActs({ part, at }: { readonly part: PlanPart; readonly at: number }) {
  const { t, format } = useText();
  const { plan, from, isOld, set, remove } = usePlanEditor();
  const item = plan[part][at];
  if (item === undefined) return null;
  const isHeld = part === 'tasks' || part === 'indicators';
  if (!isHeld || !isOld(part, item.code)) {
    const drop = () => {
      goToPart(part);
      remove(`${part}.${at}`);
    };
    return (
      <Button size="compact-sm" variant="default" onClick={drop}>
        {t('planRevisions.remove')}
      </Button>
    );
  }
  const until = valueAt(plan, `${part}.${at}.until`);
  return (
    <Button
      size="compact-sm"
      variant="default"
      onClick={() => set(`${part}.${at}.until`, until === null ? from : null)}
    >
      {until === null ? t('planRevisions.retire', { day: format.date(from) }) : t('planRevisions.keep')}
    </Button>
  );
}
