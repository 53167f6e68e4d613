import type { ReactNode } from 'react';
import { useText } from '#renderer/app/text.tsx';
import { StatusGlyph } from '#renderer/ui/StatusGlyph.tsx';
import { operatingShare } from '#renderer/views/overview/national-change.ts';
import type { StatusReportDto } from '#shared/contract/status.ts';
import classes from './FiguresScene.module.css';

/** The country in six figures. */
export function FiguresScene({ report }: { readonly report: StatusReportDto }) {
  const { t, format } = useText();
  const { national, tasks } = report;
  return (
    <div className={classes.scene}>
      <div className={classes.top}>
        <div className={classes.hero}>
          <p className={classes.huge}>
            <StatusGlyph status="green" size="0.62em" />
            {format.number(national.reported.green)}
            <span className={classes.of}>{t('wall.of', { count: national.communes })}</span>
          </p>
          <p className={classes.word}>{t('wall.green')}</p>
        </div>
        <Figure value={format.percent(national.coverage)} word={t('wall.coverage')} />
      </div>
      <div className={classes.bottom}>
        <Figure value={format.percent(operatingShare(national.operating))} word={t('wall.operating')} />
        <Figure
          value={<Progress report={report} />}
          word={t('wall.progress', { count: national.provinces })}
        />
        <Figure
          value={format.number(tasks.overdue)}
          word={t('wall.overdue')}
          tone={tasks.overdue > 0 ? 'red' : undefined}
        />
        <Figure
          value={format.number(national.reported.notReported)}
          word={t('wall.notReported')}
          tone={national.reported.notReported > 0 ? 'empty' : undefined}
        />
      </div>
    </div>
  );
}

function Figure(props: {
  readonly value: ReactNode;
  readonly word: string;
  readonly tone?: 'red' | 'empty' | undefined;
}) {
  return (
    <div className={classes.figure} data-tone={props.tone}>
      <div className={classes.value}>{props.value}</div>
      <p className={classes.word}>{props.word}</p>
    </div>
  );
}

function Progress({ report }: { readonly report: StatusReportDto }) {
  const { t, format } = useText();
  const { progress } = report.national;
  return (
    <span className={classes.progress}>
      {(['green', 'yellow', 'red'] as const).map((colour) => (
        <span key={colour}>
          <StatusGlyph status={colour} size="0.8em" />
          <span className="visually-hidden">{t(`status.${colour}`)}</span>
          {format.number(progress[colour])}
        </span>
      ))}
    </span>
  );
}
