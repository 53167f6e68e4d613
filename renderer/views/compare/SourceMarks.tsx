import { useText } from '#renderer/ground/text.tsx';
import { VerdictBadge } from '#renderer/ui/VerdictBadge.tsx';
import { sourceName } from './SidePicker.tsx';
import classes from './SourceMarks.module.css';
import type { ComparisonChoice, ComparisonSide } from './use-comparison.ts';

/** Where each side comes from and how far it can be trusted; nothing while both are what the window shows. */
export function SourceMarks({ choice }: { readonly choice: ComparisonChoice }) {
  const { from, to } = choice;
  if (from.source === null || to.source === null) return null;
  if (from.source.isCurrent && to.source.isCurrent) return null;
  return (
    <dl className={classes.marks}>
      <Mark name="from" side={from} />
      <Mark name="to" side={to} />
    </dl>
  );
}

function Mark(props: { readonly name: 'from' | 'to'; readonly side: ComparisonSide }) {
  const text = useText();
  const { source } = props.side;
  if (source === null) return null;
  return (
    <div data-verdict={source.file?.verdict}>
      <dt>{text.t(`compare.source.${props.name}`)}</dt>
      <dd>
        {sourceName(source, text)}
        {source.file !== null && <VerdictBadge verdict={source.file.verdict} />}
        {source.file?.isJudgedAnew === true && ` ${text.t('snapshots.judgedAnew')}`}
      </dd>
    </div>
  );
}
