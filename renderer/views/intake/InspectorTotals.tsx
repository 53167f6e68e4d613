import { useText } from '#renderer/ground/text.tsx';
import type { IntakePreviewDto } from '#shared/contract/intake.ts';
import { previewCounts } from '#shared/contract/preview-counts.ts';
import classes from './Inspector.module.css';

/** The file in figures: rows, how many are good, what would be new, change or stay. */
export function InspectorTotals({ preview }: { readonly preview: IntakePreviewDto }) {
  const { t, format } = useText();
  const { rows, accepted } = preview;
  const totals = previewCounts(preview);
  const missing = preview.missing.reduce((sum, { communes }) => sum + communes.length, 0);
  const facts = [
    [t('intake.inspect.rows'), rows],
    [t('intake.inspect.accepted'), accepted],
    [t('intake.inspect.rejected'), rows - accepted],
    [t('intake.inbox.new'), totals.new],
    [t('intake.inbox.changed'), totals.changed],
    [t('intake.inbox.same'), totals.same],
    [t('intake.inspect.missing'), missing],
  ] as const;
  return (
    <dl className={classes.totals} aria-label={t('intake.inspect.totals')}>
      {facts.map(([name, count]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{format.number(count)}</dd>
        </div>
      ))}
    </dl>
  );
}
