import { useComputedColorScheme } from '@mantine/core';
import { useText } from '#renderer/ground/text.tsx';
import { TableMenu } from '#renderer/tables/TableMenu.tsx';
import { statusKey } from '#renderer/ui/StatusBadge.tsx';
import { StatusGlyph } from '#renderer/ui/StatusGlyph.tsx';
import { bivariateFill, inkOn } from '#shared/domain/colours.ts';
import type { GapMatrix as Matrix } from '#shared/domain/gap.ts';
import { OPERATING_STATUSES, REPORTED_STATUSES } from '#shared/domain/model.ts';
import { isColour } from '#shared/domain/ranking.ts';
import classes from './GapMatrix.module.css';
import type { GapCell } from './use-gap-choice.ts';

/** Reported x operating with the count of units in each cell; a cell filters the list. */
export function GapMatrix(props: {
  readonly matrix: Matrix;
  readonly chosen: GapCell | null;
  readonly onChoose: (cell: GapCell | null) => void;
}) {
  const { t, format } = useText();
  const { matrix } = props;
  const columnTotal = (operating: (typeof OPERATING_STATUSES)[number]) =>
    REPORTED_STATUSES.reduce((sum, reported) => sum + matrix[reported][operating], 0);
  const rowTotal = (reported: (typeof REPORTED_STATUSES)[number]) =>
    OPERATING_STATUSES.reduce((sum, operating) => sum + matrix[reported][operating], 0);
  return (
    <>
      <TableMenu
        title={t('gap.matrix')}
        rows={() => REPORTED_STATUSES}
        count={REPORTED_STATUSES.length}
        columns={[
          { header: t('gap.matrix.rows'), value: (reported) => t(statusKey(reported)) },
          ...OPERATING_STATUSES.map((operating) => ({
            header: t(statusKey(operating)),
            value: (reported: (typeof REPORTED_STATUSES)[number]) => matrix[reported][operating],
            format: 'integer' as const,
          })),
          { header: t('gap.matrix.total'), value: rowTotal, format: 'integer' },
        ]}
      />
      <table className={classes.matrix}>
        <caption className="visually-hidden">{t('gap.matrix.caption')}</caption>
        <thead>
          <tr>
            <td className={classes.corner}>{t('gap.matrix.rows')}</td>
            {OPERATING_STATUSES.map((operating) => (
              <th key={operating} scope="col">
                <StatusGlyph status={operating} /> {t(statusKey(operating))}
              </th>
            ))}
            <th scope="col">{t('gap.matrix.total')}</th>
          </tr>
        </thead>
        <tbody>
          {REPORTED_STATUSES.map((reported) => (
            <tr key={reported}>
              <th scope="row">
                <StatusGlyph status={reported} /> {t(statusKey(reported))}
              </th>
              {OPERATING_STATUSES.map((operating) => (
                <td key={operating}>
                  <Cell
                    cell={{ reported, operating }}
                    count={matrix[reported][operating]}
                    isChosen={props.chosen?.reported === reported && props.chosen.operating === operating}
                    onChoose={props.onChoose}
                  />
                </td>
              ))}
              <td className={classes.total}>{format.number(rowTotal(reported))}</td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{t('gap.matrix.total')}</th>
            {OPERATING_STATUSES.map((operating) => (
              <td key={operating} className={classes.total}>
                {format.number(columnTotal(operating))}
              </td>
            ))}
            <td className={classes.total}>
              <strong>
                {format.number(REPORTED_STATUSES.reduce((sum, status) => sum + rowTotal(status), 0))}
              </strong>
            </td>
          </tr>
        </tfoot>
      </table>
    </>
  );
}

function Cell(props: {
  readonly cell: GapCell;
  readonly count: number;
  readonly isChosen: boolean;
  readonly onChoose: (cell: GapCell | null) => void;
}) {
  const { t, format } = useText();
  const theme = useComputedColorScheme('light');
  const { cell, count, isChosen } = props;
  const { reported, operating } = cell;
  const isUnknown = !isColour(reported) || !isColour(operating);
  const isEmpty = reported === 'notReported' || operating === 'noEvidence';
  const marks = isEmpty ? 'hatched' : isUnknown ? classes.open : '';
  const fill = bivariateFill(reported, operating, theme);
  const words = { reported: t(statusKey(reported)), operating: t(statusKey(operating)), count };
  return (
    <button
      type="button"
      className={`${classes.cell} ${marks}`}
      style={isUnknown ? undefined : { background: fill, color: inkOn(fill) }}
      data-empty={count === 0 || undefined}
      aria-pressed={isChosen}
      aria-label={t('gap.cell', words)}
      title={t('gap.cell', words)}
      onClick={() => props.onChoose(isChosen ? null : cell)}
    >
      <span className={isUnknown ? classes.plate : undefined}>{format.number(count)}</span>
    </button>
  );
}
