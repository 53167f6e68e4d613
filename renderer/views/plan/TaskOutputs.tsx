import { IconCheck, IconQuestionMark, IconX } from '@tabler/icons-react';
import { Sparkline } from '#renderer/charts/Sparkline.tsx';
import { type Text, useText } from '#renderer/ground/text.tsx';
import { TableMenu } from '#renderer/tables/TableMenu.tsx';
import { AppLink } from '#renderer/ui/AppLink.tsx';
import type { TaskOutputDto } from '#shared/contract/plan.ts';
import classes from './TaskView.module.css';

const STATE_ICONS = { working: IconCheck, notWorking: IconX, noEvidence: IconQuestionMark } as const;

/** Each output of the task: target beside what was measured, month by month, and whether it is reached. */
export function TaskOutputs({ outputs }: { readonly outputs: readonly TaskOutputDto[] }) {
  const { t, pick } = useText();
  return (
    <>
      <TableMenu
        title={t('indicators.task.outputs')}
        rows={() => outputs}
        count={outputs.length}
        columns={[
          { header: t('units.outputs.indicator'), value: pick },
          { header: t('tableExport.code'), value: (output) => output.code },
          { header: t('indicators.task.target'), value: (output) => output.target, format: 'decimal' },
          { header: t('indicators.task.actual'), value: (output) => output.actual, format: 'decimal' },
          { header: t('indicators.task.state'), value: (output) => t(`indicators.task.${output.state}`) },
        ]}
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
            <OutputRow key={output.code} output={output} />
          ))}
        </tbody>
      </table>
    </>
  );
}

function OutputRow({ output }: { readonly output: TaskOutputDto }) {
  const text = useText();
  const { t, pick, format } = text;
  const Icon = STATE_ICONS[output.state];
  const trend = output.trend.map(
    (point) => `${format.month(point.cut.replace('month-', ''))}: ${writeOutput(output, point.value, text)}`,
  );
  return (
    <tr>
      <th scope="row">
        <AppLink to={`/chi-tieu/${output.code}`}>{pick(output)}</AppLink>
      </th>
      <td data-numeric>{writeOutput(output, output.target, text)}</td>
      <td data-numeric>
        <strong>
          {output.actual === null ? t('empty.notReported') : writeOutput(output, output.actual, text)}
        </strong>
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

/** A value of an output in the screen's language; counts are per commune and month, as their targets are. */
export function writeOutput(
  output: Pick<TaskOutputDto, 'kind'>,
  value: number | null,
  { format }: Pick<Text, 'format'>,
): string {
  return output.kind === 'count' ? format.number(value, 1) : format.percent(value, 2);
}
