import { Button, Checkbox, Group, Modal, Stack, Textarea } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useApi } from '#renderer/ground/client/ApiProvider.tsx';
import { describeError } from '#renderer/ground/client/errors.ts';
import { useNames } from '#renderer/ground/names.tsx';
import { useText } from '#renderer/ground/text.tsx';
import { useFigureText } from '#renderer/ground/use-figure-text.ts';
import { useSay } from '#renderer/ground/use-say.ts';
import { QueryState } from '#renderer/ui/QueryState.tsx';
import type { EntryPreviewDto } from '#shared/contract/entry.ts';
import { outcomeOf } from '#shared/contract/outcome.ts';
import { type EnteredReport, isReportPart } from '#shared/domain/entry.ts';
import { TASK_STATES } from '#shared/domain/model.ts';
import classes from './EntryView.module.css';
import type { DraftOf } from './use-draft.ts';
import type { GridNames } from './use-grid-names.ts';
import { useVerdictText } from './use-verdict-text.ts';

interface DialogProps {
  readonly of: DraftOf;
  readonly names: GridNames;
  readonly onClose: () => void;
  readonly onCommitted: () => void;
}

/** Shows what committing the draft would change, asks what has to be asked, and does it. */
export function CommitDialog(props: DialogProps & { readonly isOpen: boolean }) {
  const { t } = useText();
  return (
    <Modal
      opened={props.isOpen}
      onClose={props.onClose}
      title={t('entry.commit.title')}
      closeButtonProps={{ 'aria-label': t('frame.close') }}
      size="52rem"
    >
      {props.isOpen && <Preview {...props} />}
    </Modal>
  );
}

function Preview(props: DialogProps) {
  const preview = useQuery(
    useApi().entry.preview.queryOptions({ input: { ...props.of }, gcTime: 0, staleTime: 0 }),
  );
  if (preview.data === undefined || preview.isFetching) return <QueryState query={preview} />;
  return <CommitForm key={preview.data.revision} {...props} preview={preview.data} again={preview.refetch} />;
}

function CommitForm(
  props: DialogProps & { readonly preview: EntryPreviewDto; readonly again: () => unknown },
) {
  const { of, preview } = props;
  const text = useText();
  const { t } = text;
  const commit = useCommit(props);
  const [isConfirmed, setConfirmed] = useState(false);
  const [acceptValid, setAcceptValid] = useState(false);
  const [reason, setReason] = useState('');
  const [isTried, setTried] = useState(false);
  const asked = preview.questions.length + preview.moved.length + preview.movedReports.length;
  const isReady = (asked === 0 || isConfirmed) && (preview.errors === 0 || acceptValid);
  const lacksReason = preview.needsReason && reason.trim() === '';
  const figures = countOf(preview);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (!isReady || lacksReason || figures === 0) return;
    void commit.run({
      confirmed: isConfirmed,
      acceptValid,
      ...(lacksReason || reason.trim() === '' ? {} : { reason: reason.trim() }),
    });
  };
  return (
    <form onSubmit={submit}>
      <Stack gap="sm">
        {preview.changes.length > 0 && <p>{t('entry.commit.totals', preview.totals)}</p>}
        {sumOf(preview.reportTotals) > 0 && <p>{t('entry.commit.reportTotals', preview.reportTotals)}</p>}
        <Changes preview={preview} names={props.names} />
        <Questions preview={preview} names={props.names} />
        <CommitChoices {...{ preview, asked, isConfirmed, setConfirmed, acceptValid, setAcceptValid }} />
        {preview.needsReason && (
          <CommitReason cut={of.cut} value={reason} isMissing={isTried && lacksReason} onChange={setReason} />
        )}
        {commit.error !== null && <p role="alert">{describeError(commit.error, text)}</p>}
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={props.onClose}>
            {t('entry.cancel')}
          </Button>
          <Button type="submit" loading={commit.isBusy} disabled={!isReady || figures === 0}>
            {t('entry.commit.submit', { count: figures })}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

/** What a person has to have looked at, and whether what is wrong is left out. */
function CommitChoices(props: {
  readonly preview: EntryPreviewDto;
  readonly asked: number;
  readonly isConfirmed: boolean;
  readonly setConfirmed: (is: boolean) => void;
  readonly acceptValid: boolean;
  readonly setAcceptValid: (is: boolean) => void;
}) {
  const { t } = useText();
  const { preview, asked } = props;
  const figures = countOf(preview);
  return (
    <>
      {asked > 0 && (
        <Checkbox
          label={t('entry.commit.confirm', { count: asked })}
          checked={props.isConfirmed}
          onChange={(event) => props.setConfirmed(event.currentTarget.checked)}
        />
      )}
      {preview.errors > 0 && (
        <p className={classes.notice}>{t('entry.commit.errors', { count: preview.errors })}</p>
      )}
      {preview.errors > 0 && figures > 0 && (
        <Checkbox
          label={t('entry.commit.acceptValid', { figures })}
          checked={props.acceptValid}
          onChange={(event) => props.setAcceptValid(event.currentTarget.checked)}
        />
      )}
    </>
  );
}

function CommitReason(props: {
  readonly cut: string;
  readonly value: string;
  readonly isMissing: boolean;
  readonly onChange: (reason: string) => void;
}) {
  const { t } = useText();
  const names = useNames();
  return (
    <Textarea
      label={t('entry.commit.reason')}
      description={t('entry.commit.reason.hint', { cut: names.cut(props.cut) })}
      withAsterisk
      autosize
      minRows={2}
      maxRows={6}
      maxLength={2000}
      value={props.value}
      error={props.isMissing ? t('entry.commit.reason.required') : null}
      onChange={(event) => props.onChange(event.currentTarget.value)}
    />
  );
}

interface Choice {
  readonly confirmed: boolean;
  readonly acceptValid: boolean;
  readonly reason?: string;
}

function useCommit({ of, preview, again, onClose, onCommitted }: Parameters<typeof CommitForm>[0]) {
  const api = useApi();
  const say = useSay();
  const names = useNames();
  const { t } = useText();
  const [isBusy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const run = async (choice: Choice): Promise<void> => {
    setBusy(true);
    setError(null);
    try {
      const input = { ...of, revision: preview.revision, ...choice };
      const { result } = await outcomeOf(await api.entry.commit.call(input));
      const { added, changed, same } = result;
      say.done(t('entry.committed', { unit: names.fullName(of.unit), added, changed, same }));
      onCommitted();
      onClose();
    } catch (problem) {
      setError(problem);
      setBusy(false);
      // What was shown is no longer so: what is so now is asked for, and the sentence stays.
      await again();
    }
  };
  return { run, isBusy, error };
}

const CHANGES_SHOWN = 200;

interface PreviewProps {
  readonly preview: EntryPreviewDto;
  readonly names: GridNames;
}

const sumOf = ({ new: added, changed, same }: EntryPreviewDto['totals']): number => added + changed + same;
/** Figures and reports that committing takes in. */
const countOf = ({ changes, reportTotals }: EntryPreviewDto): number => changes.length + sumOf(reportTotals);

/** A report as the preview gives it, by the names of its columns in the table. */
function reportOf(body: EntryPreviewDto['reports'][number]['now']): EnteredReport {
  const text = (value: string | number | null | undefined) => (value == null ? null : String(value));
  const state = TASK_STATES.find((one) => one === body.state) ?? 'notStarted';
  const doneOn = text(body.done_on);
  return { state, progress: Number(body.progress), doneOn, cause: text(body.cause), note: text(body.note) };
}

function Changes({ preview, names: gridNames }: PreviewProps) {
  const { t } = useText();
  const names = useNames();
  const write = useFigureText();
  const indicator = useIndicatorName();
  if (preview.changes.length + preview.reports.length === 0) return null;
  const line = ({ unit, indicator: code, state, now, before }: EntryPreviewDto['changes'][number]) => {
    const values = { unit: names.fullName(unit), indicator: indicator(code), now: write(code, now) };
    if (state === 'changed' && before !== null)
      return t('entry.commit.change', { ...values, before: write(code, before) });
    return t(state === 'same' ? 'entry.commit.same' : 'entry.commit.new', values);
  };
  const reportLine = ({ now, before }: EntryPreviewDto['reports'][number]) => {
    const values = { task: gridNames.task(String(now.task)), now: gridNames.report(reportOf(now)) };
    return before === null
      ? t('entry.commit.newReport', values)
      : t('entry.commit.changedReport', { ...values, before: gridNames.report(reportOf(before)) });
  };
  return (
    <section aria-label={t('entry.commit.changes')}>
      <strong>{t('entry.commit.changes')}</strong>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a list that scrolls is reached by the keyboard. */}
      <ul className={classes.list} tabIndex={0}>
        {preview.reports.map((change) => (
          <li key={`task ${change.now.task}`}>{reportLine(change)}</li>
        ))}
        {preview.changes.slice(0, CHANGES_SHOWN).map((change) => (
          <li key={`${change.unit} ${change.indicator}`}>{line(change)}</li>
        ))}
        {preview.changes.length > CHANGES_SHOWN && (
          <li>{t('entry.commit.more', { count: preview.changes.length - CHANGES_SHOWN })}</li>
        )}
      </ul>
    </section>
  );
}

function Questions({ preview, names: gridNames }: PreviewProps) {
  const { t, format } = useText();
  const names = useNames();
  const write = useFigureText();
  const indicator = useIndicatorName();
  const say = useVerdictText();
  const { questions, moved, movedReports } = preview;
  if (questions.length + moved.length + movedReports.length === 0) return null;
  const line = (unit: string, code: string, sentence: string) =>
    unit === ''
      ? sentence
      : t('entry.commit.question', { unit: names.fullName(unit), indicator: indicator(code), sentence });
  return (
    <section aria-label={t('entry.commit.questions')}>
      <strong>{t('entry.commit.questions')}</strong>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a list that scrolls is reached by the keyboard. */}
      <ul className={classes.list} tabIndex={0}>
        {moved.map((one) => (
          <li key={`moved ${one.unit} ${one.indicator}`}>
            {line(
              one.unit,
              one.indicator,
              t('entry.focus.moved', {
                was: one.was === null ? t('entry.cell.empty') : write(one.indicator, one.was),
                now: one.now === null ? t('entry.cell.empty') : write(one.indicator, one.now),
                who: one.who,
                at: one.at === '' ? '–' : format.dateTime(one.at),
              }),
            )}
          </li>
        ))}
        {movedReports.map((one) => (
          <li key={`moved task ${one.indicator}`}>
            {t('entry.commit.taskQuestion', {
              task: gridNames.task(one.indicator),
              sentence: t('entry.focus.moved', {
                was: one.was === null ? t('entry.cell.empty') : gridNames.report(one.was),
                now: one.now === null ? t('entry.cell.empty') : gridNames.report(one.now),
                who: one.who,
                at: one.at === '' ? '–' : format.dateTime(one.at),
              }),
            })}
          </li>
        ))}
        {questions.map((one) => (
          <li key={`${one.code} ${one.unit} ${one.indicator} ${one.part}`}>
            {one.part !== null && isReportPart(one.part)
              ? t('entry.commit.taskQuestion', { task: gridNames.task(one.indicator), sentence: say(one) })
              : line(one.unit, one.indicator, say(one))}
          </li>
        ))}
      </ul>
    </section>
  );
}

function useIndicatorName(): (code: string) => string {
  const names = useNames();
  const { pick } = useText();
  return (code) => {
    const found = names.indicator(code);
    return found === undefined ? code : pick({ name: found.shortName, nameEn: found.shortNameEn });
  };
}
