import { useText } from '#renderer/ground/text.tsx';
import type { IntakePreviewDto } from '#shared/contract/intake.ts';
import classes from './Inspector.module.css';

/** The file in figures: rows, how many are good, what would be new, change or stay. */
export function InspectorTotals({ preview }: { readonly preview: IntakePreviewDto }) {
  const { t, format } = useText();
  const { rows, accepted, totals } = preview;
  const missing = preview.missing.reduce((sum, { communes }) => sum + communes.length, 0);
  const facts = [
    [t('data.inspect.rows'), rows],
    [t('data.inspect.accepted'), accepted],
    [t('data.inspect.rejected'), rows - accepted],
    [t('data.inbox.new'), totals.new],
    [t('data.inbox.changed'), totals.changed],
    [t('data.inbox.same'), totals.same],
    [t('data.inspect.missing'), missing],
  ] as const;
  return (
    <dl className={classes.totals} aria-label={t('data.inspect.totals')}>
      {facts.map(([name, count]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{format.number(count)}</dd>
        </div>
      ))}
    </dl>
  );
}
