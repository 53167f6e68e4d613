import type { ReactNode } from 'react';
import { useCut } from '#renderer/ground/cut.tsx';
import { useNames } from '#renderer/ground/names.tsx';
import { type Text, useText } from '#renderer/ground/text.tsx';
import { changesSince, type HistoryPoint, pairOf } from '#renderer/panels/status/national-change.ts';
import { WhyButton } from '#renderer/panels/why/WhyButton.tsx';
import { Delta } from '#renderer/ui/Delta.tsx';
import { StatusGlyph } from '#renderer/ui/StatusGlyph.tsx';
import type { ChangedCoverage } from '#shared/contract/compare.ts';
import type { StatusReportDto } from '#shared/contract/status.ts';
import type { WhySubject } from '#shared/contract/why.ts';
import { REPORTED_STATUSES } from '#shared/domain/model.ts';
import { isColour } from '#shared/domain/ranking.ts';
import { coverageNote, operatingNote } from '#shared/text/coverage-text.ts';
import { knownText } from '#shared/text/known-text.ts';
import { waitingBrief, waitingText } from '#shared/text/waiting-month.ts';
import { gapWords } from './gap-words.ts';
import classes from './KeyFigures.module.css';

/** The national figures in one strip, each with its change since the previous cut. */
export function KeyFigures(props: {
  readonly report: StatusReportDto;
  readonly history: readonly HistoryPoint[] | undefined;
  readonly cut: string | undefined;
  /** Beside the cut before. */
  readonly compared: ChangedCoverage | undefined;
}) {
  const { t, format } = useText();
  const { national, tasks } = props.report;
  const { hasBefore, ...change } = changesSince(props.history, props.cut, props.compared);
  const where = useNames().onlyProvince === null ? '' : '.province';
  const delta = (value: number | null, text: string, good: 'up' | 'down') =>
    isAwaited(props) ? <span>{'\u00a0'}</span> : <Delta {...{ hasBefore, change: value, text, good }} />;
  return (
    <section className={classes.strip} aria-label={t(`overview.figures${where}`)}>
      <Figure
        name={t('overview.green')}
        why="green"
        value={knownText({ t, format }, certainGreen(national), national.state)}
        isUnknown={national.coverage === null}
        note={t('overview.green.of', { communes: national.communes })}
      >
        {delta(change.green, format.signed(change.green), 'up')}
      </Figure>
      <Figure
        name={t(`overview.coverage${where}`)}
        why="coverage"
        value={knownText({ t, format }, national.coverage, national.state, (share) => format.percent(share))}
        isUnknown={national.coverage === null}
        note={national.coverage === null ? '' : coverageWords({ t, format }, national)}
      >
        {delta(change.coverage, t('overview.points', { points: format.signedPoints(change.coverage) }), 'up')}
      </Figure>
      <GapFigure report={props.report} />
      <Progress report={props.report} />
      <Figure
        name={t('overview.notReported')}
        why="notReported"
        value={format.number(national.reported.notReported)}
        note={t('overview.notReported.share', {
          share: format.percent(national.reported.notReported / national.communes),
        })}
        isHatched={national.reported.notReported > 0}
      >
        {delta(change.notReported, format.signed(change.notReported), 'down')}
      </Figure>
      <Figure
        name={t('overview.overdue')}
        why="overdue"
        value={knownText({ t, format }, tasks.overdue, tasks.state)}
        note={tasks.state === 'value' ? t('overview.overdue.of', tasksOf(tasks)) : ''}
        isAlarming={(tasks.overdue ?? 0) > 0}
        isUnknown={tasks.overdue === null}
      >
        {delta(change.overdue, format.signed(change.overdue), 'down')}
      </Figure>
    </section>
  );
}

/** 'No cut before' is said of the first cut, not while the comparison is under way. */
function isAwaited({ history, cut, compared }: Omit<Parameters<typeof KeyFigures>[0], 'report'>): boolean {
  return pairOf(history, cut) !== null && compared === undefined;
}

/** How many are GREEN for certain; not known while nobody has reported. */
function certainGreen({ coverage, reported }: StatusReportDto['national']): number | null {
  return coverage === null ? null : reported.green;
}

function coverageWords(text: Pick<Text, 't' | 'format'>, national: StatusReportDto['national']): string {
  const notes = [coverageNote(text, national), text.t('overview.coverage.bands', { ...national.bands })];
  return notes.filter((note) => note !== '').join('; ');
}

type WhyCount = Extract<WhySubject, { what: 'count' }>['count'];

function Why({ name, count }: { readonly name: string; readonly count: WhyCount }) {
  return <WhyButton name={name} about={{ what: 'count', count }} cut={useCut().id} />;
}

/** What the sentence under the overdue tasks says. */
function tasksOf({ total, reported, done, older }: StatusReportDto['tasks']) {
  return { total, reported, done, older, isPartial: reported < total ? 'yes' : 'no' };
}

function Figure(props: {
  readonly name: string;
  readonly why: WhyCount;
  readonly value: string;
  readonly note: string;
  readonly children?: ReactNode;
  readonly isAlarming?: boolean;
  readonly isHatched?: boolean;
  readonly isUnknown?: boolean;
}) {
  return (
    <div className={classes.figure}>
      <h2 className={classes.name}>{props.name}</h2>
      <div className={classes.line}>
        <p
          className={classes.value}
          data-alarming={props.isAlarming === true || undefined}
          data-unknown={props.isUnknown === true || undefined}
          data-hatched={props.isHatched === true || undefined}
        >
          {props.value}
        </p>
        <Why name={props.name} count={props.why} />
      </div>
      <p className={classes.note}>{props.note}</p>
      {props.children}
    </div>
  );
}

function Progress({ report }: { readonly report: StatusReportDto }) {
  const { t, format } = useText();
  const { progress, provinces } = report.national;
  const name = t('overview.progress', { provinces });
  return (
    <div className={classes.figure}>
      <h2 className={classes.name}>{name}</h2>
      <ul className={classes.counts}>
        {REPORTED_STATUSES.filter((status) => isColour(status) || progress[status] > 0).map((status) => (
          <li key={status} title={t(`status.${status}`)}>
            <StatusGlyph status={status} size="1.125rem" />
            <span className="visually-hidden">{t(`status.${status}`)}: </span>
            {format.number(progress[status])}
          </li>
        ))}
      </ul>
      <div className={classes.line}>
        <p className={classes.note}>{t('overview.progress.hint')}</p>
        <Why name={name} count="progress" />
      </div>
    </div>
  );
}

/** Reported GREEN over operating GREEN on one scale: the difference is the gap. */
function GapFigure({ report }: { readonly report: StatusReportDto }) {
  const text = useText();
  const { t, format } = text;
  const { coverage: reported, operatingCoverage } = report.national;
  const operating = operatingCoverage.value;
  const write = format.percents([reported, operating]);
  return (
    <div className={classes.figure}>
      <h2 className={classes.name}>{t('overview.gap')}</h2>
      <GapBar
        side={t('overview.gap.reported')}
        share={reported}
        text={reported === null ? t('empty.notReported') : write(reported)}
        tone="reported"
      />
      <GapBar
        side={t('overview.gap.operating')}
        share={operating}
        text={operating === null ? t('status.noEvidence') : write(operating)}
        tone="operating"
      />
      <div className={classes.line}>
        <p className={classes.gap}>{gapWords(text, report.national)}</p>
        <Why name={t('overview.gap')} count="gap" />
      </div>
      <OperatingMost coverage={operatingCoverage} />
      {report.waitingMonth !== null && (
        <p className={classes.note} title={waitingText(text, report.waitingMonth)}>
          {waitingBrief(text, report.waitingMonth)}
        </p>
      )}
    </div>
  );
}

/** The upper end of operating coverage in short; what it speaks of stands behind it and in 'Why?'. */
function OperatingMost({
  coverage,
}: {
  readonly coverage: StatusReportDto['national']['operatingCoverage'];
}) {
  const text = useText();
  const note = operatingNote(text, coverage);
  if (note === '' || coverage.bounds === null) return null;
  return (
    <p className={classes.note} title={note}>
      {text.t('overview.gap.most', { share: text.format.percent(coverage.bounds.atMost) })}
    </p>
  );
}

function GapBar(props: {
  readonly side: string;
  readonly share: number | null;
  readonly text: string;
  readonly tone: 'reported' | 'operating';
}) {
  const { t } = useText();
  const { side, share, text, tone } = props;
  const label = t('overview.gap.bar', { side, share: text });
  return (
    <div className={classes.pair} role="img" aria-label={label}>
      <span>{side}</span>
      <span className={classes.track}>
        <span className={classes.fill} data-tone={tone} style={{ width: `${(share ?? 0) * 100}%` }} />
      </span>
      <strong>{text}</strong>
    </div>
  );
}
