import { Checkbox, MultiSelect, NumberInput, Select, TagsInput, Textarea, TextInput } from '@mantine/core';
import { useText } from '#renderer/ground/text.tsx';
import { DayInput } from '#renderer/ui/DayInput.tsx';
import { fieldText } from '#shared/text/plan-text.ts';
import { valueAt } from './draft-plan.ts';
import type { FieldSpec } from './fields.ts';
import classes from './PlanForm.module.css';
import { usePlanEditor } from './plan-editor.tsx';
import { isCount, nameOf, planWord } from './use-field-text.ts';

interface FieldProps {
  readonly spec: FieldSpec;
  /** Of the value: `tasks.3.deadline`. */
  readonly path: string;
  readonly label?: string;
  /** Said below the field. */
  readonly hint?: string | undefined;
  readonly isFixed?: boolean;
}

interface InputProps {
  readonly spec: FieldSpec;
  readonly path: string;
  readonly value: unknown;
  readonly common: Common;
  readonly set: (value: unknown) => void;
}

interface Common {
  readonly label: string;
  readonly description?: string | undefined;
  readonly error: string | null;
  readonly withAsterisk: boolean;
  readonly disabled: boolean;
}

/** One value of the plan under its name, with what is wrong with it. */
export function PlanField(props: FieldProps) {
  const text = useText();
  const { plan, problems, set } = usePlanEditor();
  const { spec, path, isFixed = false } = props;
  const sentences = problems.get(path) ?? [];
  const Input = INPUTS[spec.type];
  return (
    <div
      className={classes.field}
      data-wide={WIDE.has(spec.type) || undefined}
      data-beside={spec.type === 'flag' || undefined}
      data-path={path}
    >
      <Input
        spec={spec}
        path={path}
        value={valueAt(plan, path)}
        set={(value) => set(path, value)}
        common={{
          label: props.label ?? fieldText(spec.field, text),
          description: props.hint,
          error: sentences.length === 0 ? null : sentences.join(' '),
          withAsterisk: spec.isRequired === true,
          disabled: isFixed,
        }}
      />
    </div>
  );
}

const WIDE: ReadonlySet<string> = new Set(['long', 'words', 'many']);

const INPUTS: Readonly<Record<FieldSpec['type'], (props: InputProps) => React.ReactNode>> = {
  text: TextField,
  long: LongField,
  day: DayField,
  threshold: NumberField,
  number: NumberField,
  flag: FlagField,
  words: WordsField,
  choice: ChoiceField,
  one: OneField,
  many: ManyField,
};

const written = (value: unknown): string => (typeof value === 'string' ? value : '');
const listed = (value: unknown): string[] => (Array.isArray(value) ? value.map(String) : []);
/** What may be left out is nothing where it is emptied. */
const emptied = (next: string, before: unknown): string | null =>
  next === '' && before === null ? null : next;

function TextField({ common, value, set }: InputProps) {
  const change = (next: string) => set(emptied(next, value));
  return (
    <TextInput
      {...common}
      maxLength={4000}
      value={written(value)}
      onChange={({ currentTarget }) => change(currentTarget.value)}
    />
  );
}

function LongField({ common, value, set }: InputProps) {
  const change = (next: string) => set(emptied(next, value));
  return (
    <Textarea
      {...common}
      autosize
      minRows={1}
      maxRows={6}
      maxLength={4000}
      value={written(value)}
      onChange={({ currentTarget }) => change(currentTarget.value)}
    />
  );
}

function DayField({ spec, common, value, set }: InputProps) {
  const change = (day: string) => set(day === '' && spec.isRequired !== true ? null : day);
  return <DayInput {...common} width="100%" value={written(value)} onChange={change} />;
}

/** Shares are typed in percent and kept as fractions. */
function NumberField({ spec, path, common, value, set }: InputProps) {
  const { locale } = useText();
  const { plan } = usePlanEditor();
  const isShare = spec.type === 'threshold' && !isCount(plan, path);
  const number = typeof value === 'number' ? value : Number.NaN;
  const change = (next: number | string) =>
    set(next === '' ? Number.NaN : isShare ? Number((Number(next) / 100).toFixed(6)) : Number(next));
  return (
    <NumberInput
      {...common}
      value={Number.isNaN(number) ? '' : isShare ? Number((number * 100).toFixed(4)) : number}
      onChange={change}
      decimalSeparator={locale === 'vi' ? ',' : '.'}
      decimalScale={spec.field === 'minDenominator' ? 0 : 2}
      suffix={isShare ? '%' : ''}
      allowNegative={false}
    />
  );
}

function FlagField({ common, value, set }: InputProps) {
  const { withAsterisk: _, ...rest } = common;
  return (
    <Checkbox
      {...rest}
      checked={value === true}
      onChange={({ currentTarget }) => set(currentTarget.checked)}
    />
  );
}

function ChoiceField({ spec, common, value, set }: InputProps) {
  const text = useText();
  return (
    <Select
      {...common}
      data={(spec.choices ?? []).map((word) => ({ value: word, label: planWord(text, word) }))}
      value={typeof value === 'string' ? value : null}
      onChange={set}
      allowDeselect={spec.isRequired !== true}
      clearable={spec.isRequired !== true}
      clearButtonProps={{ 'aria-label': text.t('planRevisions.clear', { field: common.label }) }}
    />
  );
}

/** What a code of another part of the plan can be. */
function useChoices({ of }: FieldSpec): { value: string; label: string }[] {
  const { pick } = useText();
  const { plan } = usePlanEditor();
  if (of === undefined) return [];
  // A code that stands twice is told at its place; a list of choices cannot hold it twice.
  const names = new Map(plan[of].map((one) => [one.code, nameOf(of, one.code, pick(one))]));
  return [...names].map(([value, label]) => ({ value, label }));
}

function OneField({ spec, common, value, set }: InputProps) {
  const { t } = useText();
  return (
    <Select
      {...common}
      searchable
      data={useChoices(spec)}
      value={typeof value === 'string' ? value : null}
      onChange={set}
      clearable={spec.isRequired !== true}
      clearButtonProps={{ 'aria-label': t('planRevisions.clear', { field: common.label }) }}
      nothingFoundMessage={t('planRevisions.noneFound')}
    />
  );
}

function ManyField({ spec, common, value, set }: InputProps) {
  const { t } = useText();
  return (
    <MultiSelect
      {...common}
      searchable
      data={useChoices(spec)}
      value={listed(value)}
      onChange={set}
      nothingFoundMessage={t('planRevisions.noneFound')}
    />
  );
}

function WordsField({ common, value, set }: InputProps) {
  return <TagsInput {...common} splitChars={[';']} value={listed(value)} onChange={set} />;
}
