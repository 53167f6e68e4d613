import type { ReactNode } from 'react';
import { useCut } from '#renderer/ground/cut.tsx';
import { useText } from '#renderer/ground/text.tsx';
import { AskedWords } from '#renderer/panels/why/AskedWords.tsx';
import { StatusGlyph } from '#renderer/ui/StatusGlyph.tsx';
import type { StatusReportDto } from '#shared/contract/status.ts';
import { REPORTED_STATUSES } from '#shared/domain/model.ts';
import { isColour } from '#shared/domain/ranking.ts';
import { coverageNote } from '#shared/text/coverage-text.ts';
import { knownText } from '#shared/text/known-text.ts';
import { titleWithMonth } from '#shared/text/reason-text.ts';
import { waitingShort } from '#shared/text/waiting-month.ts';
import classes from './FiguresScene.module.css';
import { FitLine } from './FitLine.tsx';

/** The country in six figures. */
export function FiguresScene({ report }: { readonly report: StatusReportDto }) {
  const text = useText();
  const { t, format } = text;
  const { national, tasks } = report;
  const { value: operating, bounds } = national.operatingCoverage;
  // Why there is an upper end is asked: eight metres away there is room for the end alone.
  const isOpen = operating !== null && bounds !== null && bounds.atMost > bounds.atLeast;
  return (
    <div className={classes.scene}>
      <div className={classes.hero}>
        <FitLine className={classes.huge}>
          <StatusGlyph status={national.coverage === null ? 'notReported' : 'green'} size="0.62em" />
          {knownText(text, national.coverage === null ? null : national.reported.green, national.state)}
          {national.coverage !== null && (
            <span className={classes.of}>{t('wall.of', { count: national.communes })}</span>
          )}
        </FitLine>
        <p className={classes.word}>
          <AskedWords words={t('wall.green')} about={{ what: 'count', count: 'green' }} cut={report.cut.id} />
        </p>
      </div>
      <Figure
        place="coverage"
        value={knownText(text, national.coverage, national.state, (share) => format.percent(share))}
        tone={national.coverage === null ? 'empty' : undefined}
        word={t('wall.coverage')}
        note={coverageNote(text, national)}
      />
      <Figure
        place="operating"
        value={operating === null ? t('status.noEvidence') : format.percent(operating)}
        tone={operating === null ? 'empty' : undefined}
        word={titleWithMonth(t('wall.operating'), report.outputs[0]?.cut, text)}
        note={[
          isOpen ? t('wall.atMost', { share: format.percent(bounds.atMost) }) : '',
          waitingShort(text, report.waitingMonth),
        ]
          .filter((part) => part !== '')
          .join('; ')}
      />
      <Figure
        place="progress"
        value={<Progress report={report} />}
        word={t('wall.progress', { count: national.provinces })}
      />
      <Figure
        place="overdue"
        value={knownText({ t, format }, tasks.overdue, tasks.state)}
        word={t('wall.overdue')}
        tone={tasks.overdue === null ? 'empty' : tasks.overdue > 0 ? 'red' : undefined}
      />
      <Figure
        place="silent"
        value={format.number(national.reported.notReported)}
        word={t('wall.notReported')}
        tone={national.reported.notReported > 0 ? 'empty' : undefined}
      />
    </div>
  );
}

/** What is asked of each figure. */
const PLACE_COUNTS = {
  coverage: 'coverage',
  operating: 'operating',
  progress: 'progress',
  overdue: 'overdue',
  silent: 'notReported',
} as const;

function Figure(props: {
  /** Its area of the grid. */
  readonly place: 'coverage' | 'operating' | 'progress' | 'overdue' | 'silent';
  readonly value: ReactNode;
  readonly word: string;
  /** What it leaves open. */
  readonly note?: string;
  readonly tone?: 'red' | 'empty' | undefined;
}) {
  const { id } = useCut();
  return (
    <div
      className={classes.figure}
      style={{ gridArea: props.place }}
      data-place={props.place}
      data-tone={props.tone}
    >
      <FitLine className={classes.value}>{props.value}</FitLine>
      <p className={classes.word}>
        <AskedWords words={props.word} about={{ what: 'count', count: PLACE_COUNTS[props.place] }} cut={id} />
        {props.note !== undefined && props.note !== '' && (
          <small className={classes.note}>({props.note})</small>
        )}
      </p>
    </div>
  );
}

/** Who has not reported, and who sent too little to be sure, is told where there is somebody. */
function statusesOf(progress: StatusReportDto['national']['progress']) {
  return REPORTED_STATUSES.filter((status) => isColour(status) || progress[status] > 0);
}

function Progress({ report }: { readonly report: StatusReportDto }) {
  const { t, format } = useText();
  const { progress } = report.national;
  return (
    <span className={classes.progress}>
      {statusesOf(progress).map((status) => (
        <span key={status}>
          <StatusGlyph status={status} size="0.8em" />
          <span className="visually-hidden">{t(`status.${status}`)}</span>
          {format.number(progress[status])}
        </span>
      ))}
    </span>
  );
}
