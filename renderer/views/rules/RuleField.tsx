import { NumberInput } from '@mantine/core';
import { useNames } from '#renderer/ground/names.tsx';
import { useText } from '#renderer/ground/text.tsx';
import { valueAt } from './draft-rules.ts';
import classes from './RuleField.module.css';
import { useRuleEditor } from './rule-editor.tsx';

export type FieldKind = 'percent' | 'whole' | 'count';

/** One number of the rule set under its name, with what is wrong with it. Percent fields hold fractions. */
export function RuleField(props: {
  readonly path: string;
  readonly label: string;
  readonly kind: FieldKind;
  /** The label stands elsewhere (a table's head): it is only read out. */
  readonly isBare?: boolean;
  /** The value alone may be good and still clash with its neighbour: marked, the sentence stands beside. */
  readonly isMarked?: boolean;
}) {
  const { t, locale } = useText();
  const names = useNames();
  const { draft, problems, changed, set } = useRuleEditor();
  const { path, label, kind } = props;
  const value = Number(valueAt(draft, path));
  const sentences = problems
    .filter((problem) => problem.path === path)
    .map((problem) => names.reason(problem.reason));
  const error = Number.isNaN(value) ? t('rules.field.empty') : sentences.join(' ');
  return (
    <NumberInput
      size="sm"
      className={classes.field ?? ''}
      data-changed={changed.has(path) || undefined}
      {...(props.isBare === true ? { 'aria-label': label } : { label })}
      value={Number.isNaN(value) ? '' : shown(value, kind)}
      onChange={(next) => set(path, next === '' ? Number.NaN : stored(Number(next), kind))}
      error={error === '' ? props.isMarked === true : error}
      decimalSeparator={locale === 'vi' ? ',' : '.'}
      decimalScale={kind === 'whole' ? 0 : 2}
      suffix={kind === 'percent' ? '%' : ''}
      step={1}
      hideControls={props.isBare === true}
      allowNegative={false}
      data-path={path}
    />
  );
}

// Percent to the hundredth: 0.1 + 0.2 must not come back as 30.000000000000004.
function shown(value: number, kind: FieldKind): number {
  return kind === 'percent' ? Number((value * 100).toFixed(4)) : value;
}

function stored(value: number, kind: FieldKind): number {
  return kind === 'percent' ? Number((value / 100).toFixed(6)) : value;
}

/** What is wrong with a group of values as a whole (thresholds that overlap). */
export function GroupProblems({ path }: { readonly path: string }) {
  const names = useNames();
  const { problems } = useRuleEditor();
  const own = problems.filter((problem) => problem.path === path);
  if (own.length === 0) return null;
  return (
    <p className={classes.problem} role="alert">
      {own.map((problem) => names.reason(problem.reason)).join(' ')}
    </p>
  );
}

/** True when the group itself has a problem, so that its fields are marked. */
export function useHasProblem(path: string): boolean {
  return useRuleEditor().problems.some((problem) => problem.path === path);
}
