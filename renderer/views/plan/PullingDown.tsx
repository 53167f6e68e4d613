import { useNames } from '#renderer/ground/names.tsx';
import { useText } from '#renderer/ground/text.tsx';
import { AppLink } from '#renderer/ui/AppLink.tsx';
import { Panel } from '#renderer/ui/Panel.tsx';
import type { TaskOutputDto } from '#shared/contract/plan.ts';
import { figureWriter } from '#shared/text/figure-writer.ts';
import { monthName } from '#shared/text/reason-text.ts';
import classes from './PullingDown.module.css';
import type { TaskDetail } from './task-detail.ts';

type Pulling = TaskDetail['pullingDown'][number];

/** For each output of the task the provinces furthest from its target, by name. */
export function PullingDown({ detail }: { readonly detail: TaskDetail }) {
  const text = useText();
  if (detail.pullingDown.length === 0) return null;
  return (
    <Panel title={text.t('indicators.task.pulling')} note={monthName(detail.figuresCut, text) ?? ''}>
      <div className={classes.outputs}>
        {detail.pullingDown.map((pulling) => {
          const output = detail.outputs.find((one) => one.code === pulling.indicator);
          return output && <Output key={output.code} output={output} pulling={pulling} />;
        })}
      </div>
    </Panel>
  );
}

function Output(props: { readonly output: TaskOutputDto; readonly pulling: Pulling }) {
  const text = useText();
  const names = useNames();
  const { t, pick } = text;
  const { output, pulling } = props;
  const { kind, target } = output;
  const write = figureWriter(
    pulling.provinces.map(({ value }) => ({ kind, value, thresholds: [target] })),
    text.format,
  );
  if (pulling.reported === 0 || pulling.provinces.length === 0) {
    const key = pulling.reported === 0 ? 'indicators.task.pulling.noFigures' : 'indicators.task.pulling.none';
    return (
      <section>
        <h3 className={classes.name}>{pick(output)}</h3>
        <p className={classes.note}>{t(key)}</p>
      </section>
    );
  }
  return (
    <section>
      <h3 className={classes.name}>{pick(output)}</h3>
      <p className={classes.note}>
        {t('indicators.task.pulling.note', { missing: pulling.missing, reported: pulling.reported })}
      </p>
      <ol className={classes.list}>
        {pulling.provinces.map((place) => (
          <li key={place.code}>
            <AppLink to={`/don-vi/${place.code}`}>{names.shortName(place.code)}</AppLink>
            <strong>{write({ kind, value: place.value })}</strong>
            <span className={classes.note}>
              {t('indicators.task.short', { short: writeShort(output, place.short, text) })}
            </span>
          </li>
        ))}
      </ol>
    </section>
  );
}

// The distance of two percentages is in points, not in percent.
function writeShort(output: TaskOutputDto, short: number, { t, format }: ReturnType<typeof useText>): string {
  if (output.kind === 'count') return format.number(short, 1);
  return t('compare.points', { points: format.number(short * 100, 2) });
}
