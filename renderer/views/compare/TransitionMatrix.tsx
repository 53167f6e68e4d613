import { useText } from '#renderer/ground/text.tsx';
import { TableMenu } from '#renderer/tables/TableMenu.tsx';
import { statusKey } from '#renderer/ui/StatusBadge.tsx';
import { StatusGlyph } from '#renderer/ui/StatusGlyph.tsx';
import type { ComparisonDto } from '#shared/contract/compare.ts';
import { changeOf } from '#shared/domain/change.ts';
import type { PaletteStatus } from '#shared/domain/colours.ts';
import { OPERATING_STATUSES, REPORTED_STATUSES } from '#shared/domain/model.ts';
import classes from './TransitionMatrix.module.css';

/** From which status to which the units moved: the diagonal stayed, one side improved, the other regressed. */
export function TransitionMatrix(props: {
  readonly transitions: ComparisonDto['transitions'];
  readonly side: ComparisonDto['side'];
  /** The later cut. */
  readonly cut: string;
}) {
  const { t, format } = useText();
  const statuses: readonly PaletteStatus[] =
    props.side === 'reported' ? REPORTED_STATUSES : OPERATING_STATUSES;
  const count = (before: string, after: string) => props.transitions[before]?.[after] ?? 0;
  const total = (pick: (status: string) => number) =>
    statuses.reduce<number>((sum, status) => sum + pick(status), 0);
  return (
    <>
      <TableMenu
        title={t('compare.matrix')}
        rows={() => statuses}
        count={statuses.length}
        cut={props.cut}
        columns={[
          { header: t('compare.matrix.rows'), value: (before) => t(statusKey(before)) },
          ...statuses.map((after) => ({
            header: t(statusKey(after)),
            value: (before: PaletteStatus) => count(before, after),
            format: 'integer' as const,
          })),
          {
            header: t('compare.matrix.total'),
            value: (before) => total((after) => count(before, after)),
            format: 'integer',
          },
        ]}
      />
      <table className={classes.matrix}>
        <caption className="visually-hidden">{t('compare.matrix.caption')}</caption>
        <thead>
          <tr>
            <td className={classes.corner}>{t('compare.matrix.rows')}</td>
            {statuses.map((after) => (
              <th key={after} scope="col">
                <StatusGlyph status={after} /> {t(statusKey(after))}
              </th>
            ))}
            <th scope="col">{t('compare.matrix.total')}</th>
          </tr>
        </thead>
        <tbody>
          {statuses.map((before) => (
            <tr key={before}>
              <th scope="row">
                <StatusGlyph status={before} /> {t(statusKey(before))}
              </th>
              {statuses.map((after) => (
                <td
                  key={after}
                  className={classes.cell}
                  data-change={count(before, after) === 0 ? 'none' : changeOf(before, after)}
                  title={t('compare.matrix.cell', {
                    before: t(statusKey(before)),
                    after: t(statusKey(after)),
                    count: count(before, after),
                  })}
                >
                  {format.number(count(before, after))}
                </td>
              ))}
              <td className={classes.total}>{format.number(total((after) => count(before, after)))}</td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{t('compare.matrix.total')}</th>
            {statuses.map((after) => (
              <td key={after} className={classes.total}>
                {format.number(total((before) => count(before, after)))}
              </td>
            ))}
            <td className={classes.total}>
              {format.number(total((before) => total((after) => count(before, after))))}
            </td>
          </tr>
        </tfoot>
      </table>
    </>
  );
}
