import { IconCheck, IconQuestionMark, IconX } from '@tabler/icons-react';
import { Sparkline } from '#renderer/charts/Sparkline.tsx';
import { type Text, useText } from '#renderer/ground/text.tsx';
import { TableMenu } from '#renderer/tables/TableMenu.tsx';
import type { FileColumn } from '#renderer/tables/table-file.ts';
import { AppLink } from '#renderer/ui/AppLink.tsx';
import type { TaskOutputDto } from '#shared/contract/plan.ts';
import { figureWriter } from '#shared/text/figure-writer.ts';
import { knownText } from '#shared/text/known-text.ts';
import classes from './TaskView.module.css';

/** Why nothing was measured: the state of the output itself says whether it works. */
const emptyOf = ({ actualState }: TaskOutputDto) => actualState;

const STATE_ICONS = {
  working: IconCheck,
  notWorking: IconX,
  undetermined: IconQuestionMark,
  noEvidence: IconQuestionMark,
} as const;

/** Each output of the task: target beside what was measured, month by month, and whether it is reached. */
export function TaskOutputs(props: {
  readonly outputs: readonly TaskOutputDto[];
  /** The cut of the actual values. */
  readonly month: string | null;
}) {
  const { outputs, month } = props;
  const text = useText();
  const { t, format } = text;
  const targets = outputs.map(({ kind, target }) => ({ kind, value: target, thresholds: [target] }));
  const actuals = outputs.map(({ kind, actual, target }) => ({ kind, value: actual, thresholds: [target] }));
  const writeTarget = figureWriter(targets, format);
  const writeActual = figureWriter(actuals, format);
  return (
    <>
      <TableMenu
        title={t('indicators.task.outputs')}
        rows={() => outputs}
        count={outputs.length}
        cut={month ?? undefined}
        columns={fileColumns(text)}
      />
      <table className={classes.outputs}>
        <caption className="visually-hidden">{t('indicators.task.outputs')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('units.outputs.indicator')}</th>
            <th scope="col" data-numeric>
              {t('indicators.task.target')}
            </th>
            <th scope="col" data-numeric>
              {t('indicators.task.actual')}
            </th>
            <th scope="col">{t('indicators.task.trend')}</th>
            <th scope="col">{t('indicators.task.state')}</th>
          </tr>
        </thead>
        <tbody>
          {outputs.map((output) => (
            <OutputRow
              key={output.code}
              output={output}
              target={writeTarget({ ...output, value: output.target })}
              actual={knownText({ t, format }, output.actual, emptyOf(output), (value) =>
                writeActual({ ...output, value }),
              )}
            />
          ))}
        </tbody>
      </table>
    </>
  );
}

function fileColumns({ t, pick }: Text): FileColumn<TaskOutputDto>[] {
  return [
    { header: t('units.outputs.indicator'), value: pick },
    { header: t('tableExport.code'), value: (output) => output.code },
    { header: t('indicators.task.target'), value: (output) => output.target, format: 'decimal' },
    {
      header: t('indicators.task.actual'),
      value: (output) => output.actual,
      format: 'decimal',
      empty: emptyOf,
    },
    { header: t('indicators.task.state'), value: (output) => t(`indicators.task.${output.state}`) },
  ];
}

function OutputRow(props: {
  readonly output: TaskOutputDto;
  readonly target: string;
  readonly actual: string;
}) {
  const { output } = props;
  const { t, pick, format } = useText();
  const Icon = STATE_ICONS[output.state];
  const write = figureWriter(
    output.trend.map(({ value }) => ({ kind: output.kind, value, thresholds: [output.target] })),
    format,
  );
  const trend = output.trend.map(
    ({ cut, value }) => `${format.month(cut.replace('month-', ''))}: ${write({ ...output, value })}`,
  );
  return (
    <tr>
      <th scope="row">
        <AppLink to={`/chi-tieu/${output.code}`}>{pick(output)}</AppLink>
      </th>
      <td data-numeric>{props.target}</td>
      <td data-numeric>
        <strong>{props.actual}</strong>
      </td>
      <td title={trend.join('\n')}>
        <Sparkline
          values={output.trend.map((point) => point.value)}
          label={`${t('indicators.task.trend')}: ${trend.join(', ')}`}
          {...(output.kind === 'ratio' ? { max: 1 } : {})}
        />
      </td>
      <td>
        <span className={classes.outputState} data-state={output.state}>
          <Icon size="1rem" aria-hidden="true" />
          {t(`indicators.task.${output.state}`)}
        </span>
      </td>
    </tr>
  );
}
