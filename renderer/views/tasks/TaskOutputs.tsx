import { useNames } from '#renderer/app/names.tsx';
import { useText } from '#renderer/app/text.tsx';
import { StatusBadge } from '#renderer/ui/StatusBadge.tsx';
import classes from './TaskView.module.css';
import type { TaskDetail } from './task-detail.ts';

/** Each output indicator of the task: target beside what was measured. */
export function TaskOutputs({ outputs }: { readonly outputs: TaskDetail['outputs'] }) {
  const { t, pick, format } = useText();
  const names = useNames();
  const write = (code: string, value: number | null) =>
    names.indicator(code)?.kind === 'count' ? format.number(value, 1) : format.percent(value, 2);
  return (
    <table className={classes.outputs}>
      <caption className="visually-hidden">{t('task.outputs')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('unit.outputs.indicator')}</th>
          <th scope="col" data-numeric>
            {t('task.outputs.target')}
          </th>
          <th scope="col" data-numeric>
            {t('task.outputs.actual')}
          </th>
          <th scope="col">{t('unit.outputs.status')}</th>
        </tr>
      </thead>
      <tbody>
        {outputs.map((output) => (
          <tr key={output.code}>
            <th scope="row">{pick(output)}</th>
            <td data-numeric>{write(output.code, output.target)}</td>
            <td data-numeric>
              <strong>
                {output.value === null ? t('empty.notReported') : write(output.code, output.value)}
              </strong>
            </td>
            <td>
              <StatusBadge status={output.status} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
