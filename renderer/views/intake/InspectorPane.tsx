import { Button, Progress } from '@mantine/core';
import { IconArrowLeft } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { describeError } from '#renderer/ground/client/errors.ts';
import { useText } from '#renderer/ground/text.tsx';
import { AppLink } from '#renderer/ui/AppLink.tsx';
import { EmptyState } from '#renderer/ui/EmptyState.tsx';
import type { IntakePreviewDto } from '#shared/contract/intake.ts';
import { previewCounts } from '#shared/contract/preview-counts.ts';
import { problemSentence } from '#shared/text/intake-text.ts';
import { ChangesView } from './ChangesView.tsx';
import { ColoursPanel } from './ColoursPanel.tsx';
import { ColumnsView } from './ColumnsView.tsx';
import { CommitBar } from './CommitBar.tsx';
import classes from './DataView.module.css';
import { FileSettings } from './FileSettings.tsx';
import inspector from './Inspector.module.css';
import { InspectorTotals } from './InspectorTotals.tsx';
import { ItemBadge } from './ItemBadge.tsx';
import { useInbox, useInboxItems } from './inbox.tsx';
import type { InboxItem } from './inbox-item.ts';
import { MissingView } from './MissingView.tsx';
import { ProblemsView } from './ProblemsView.tsx';
import { ProofPanel } from './ProofPanel.tsx';
import { QuestionsView } from './QuestionsView.tsx';
import { hasSheets, SheetPane } from './sheet/SheetPane.tsx';
import { WordsView } from './WordsView.tsx';

const PANES = ['sheet', 'questions', 'problems', 'changes', 'missing', 'columns'] as const;
type PaneName = (typeof PANES)[number];

/** Kiểm tra: one file, what it would change, what is wrong with it, and the ways to put it right. */
export function InspectorPane({ itemKey }: { readonly itemKey: string }) {
  const { t } = useText();
  const item = useInboxItems().find(({ key }) => key === itemKey);
  return (
    <>
      {item === undefined ? (
        <>
          <Back />
          <EmptyState title={t('intake.inspect.gone')} />
        </>
      ) : (
        <Inspector key={item.key} item={item} />
      )}
    </>
  );
}

function Back() {
  const { t } = useText();
  return (
    <AppLink to="/so-lieu" className={inspector.back ?? ''}>
      <IconArrowLeft size="1rem" aria-hidden="true" />
      {t('intake.inspect.back')}
    </AppLink>
  );
}

function Inspector({ item }: { readonly item: InboxItem }) {
  const inbox = useInbox();
  const { preview } = item;
  const isToRead = !item.isWhole && item.state === 'read';
  useEffect(() => {
    if (isToRead) inbox.open(item.key);
  }, [inbox, isToRead, item.key]);
  return (
    <>
      <Head item={item} />
      <Trouble item={item} />
      {preview !== null && preview.id !== null && item.isWhole && (
        <>
          <Panes item={item} preview={preview} />
          <InspectorTotals preview={preview} />
          {preview.proof !== null && <ProofPanel proof={preview.proof} />}
          {preview.outcome === 'ready' && item.state === 'read' && <ColoursPanel id={preview.id} />}
          <CommitBar item={item} preview={preview} />
        </>
      )}
    </>
  );
}

function Head({ item }: { readonly item: InboxItem }) {
  const { t, format } = useText();
  const inbox = useInbox();
  const { preview, file } = item;
  const isBusy = ['waiting', 'reading', 'committing'].includes(item.state);
  const facts = {
    size: `${format.number(file.size / 1024, 1)} KB`,
    format: preview?.format?.toUpperCase() ?? '–',
    hash: preview?.sha256?.slice(0, 16) ?? '–',
  };
  return (
    <div className={inspector.head}>
      <Back />
      <h2>{file.name}</h2>
      <span aria-live="polite">
        <ItemBadge item={item} />
      </span>
      <span className={classes.soft}>{t('intake.inspect.facts', facts)}</span>
      {isBusy && (
        <>
          <Progress
            className={inspector.progress ?? ''}
            value={item.progress === null ? 100 : item.progress.share * 100}
            animated
            aria-label={t(
              item.progress === null ? 'intake.state.reading' : `intake.commit.stage.${item.progress.stage}`,
            )}
          />
          <Button size="compact-sm" variant="default" onClick={() => inbox.stop(item.key)}>
            {t('intake.inbox.stop')}
          </Button>
        </>
      )}
    </div>
  );
}

function Trouble({ item }: { readonly item: InboxItem }) {
  const text = useText();
  const { preview, error } = item;
  const refused = preview?.id === null ? preview.problems[0] : undefined;
  return (
    <>
      {error !== null && (
        <p role="alert" className={classes.error}>
          {describeError(error, text)}
        </p>
      )}
      {refused !== undefined && (
        <p role="alert" className={classes.error}>
          {problemSentence(refused, text)}
        </p>
      )}
      {preview?.seen != null && item.state !== 'committed' && (
        <p className={classes.notice}>
          {text.t(preview.outcome === 'unchanged' ? 'intake.inspect.unchanged' : 'intake.inspect.seen', {
            at: text.format.dateTime(preview.seen.at),
          })}
        </p>
      )}
    </>
  );
}

function countsOf(preview: IntakePreviewDto): Readonly<Record<PaneName, number>> {
  const counts = previewCounts(preview);
  return {
    sheet: preview.sheets.length,
    questions: preview.questions.length,
    problems: preview.counts
      .filter(({ severity }) => severity !== 'question')
      .reduce((sum, { count }) => sum + count, 0),
    changes: counts.new + counts.changed,
    missing: preview.missing.reduce((sum, { communes }) => sum + communes.length, 0),
    columns: preview.sheets.reduce((sum, { columns }) => sum + columns.length, 0),
  };
}

function firstPane(preview: IntakePreviewDto, { state }: InboxItem): PaneName {
  const hasErrors = preview.counts.some(({ severity }) => severity === 'error');
  // What is to be put right stands where it is in the sheet; a file that is no sheet has its lists.
  if (hasSheets(preview) && (hasErrors || preview.questions.length > 0) && state !== 'committed')
    return 'sheet';
  if (preview.questions.length > 0) return 'questions';
  return hasErrors || state === 'committed' ? 'problems' : 'changes';
}

/** A file that was taken in is no more kept: neither its rows nor what it would change can be read again. */
function isThere(name: PaneName, preview: IntakePreviewDto, { state }: InboxItem): boolean {
  if (name === 'sheet') return hasSheets(preview) && state !== 'committed';
  return name !== 'changes' || state !== 'committed';
}

function Panes({ item, preview }: { readonly item: InboxItem; readonly preview: IntakePreviewDto }) {
  const { t } = useText();
  const counts = countsOf(preview);
  // Who works in the sheet stays in it, also when nothing is wrong any more.
  const [chosen, setChosen] = useState<PaneName | null>(() =>
    firstPane(preview, item) === 'sheet' ? 'sheet' : null,
  );
  // What is to be done first stands first, until a person has chosen for themselves.
  const pane = chosen ?? firstPane(preview, item);
  useEffect(
    () => setChosen((before) => (before === 'questions' && counts.questions === 0 ? null : before)),
    [counts.questions],
  );
  return (
    <>
      <div className={inspector.top}>
        {item.state !== 'committed' && <FileSettings item={item} preview={preview} />}
        <fieldset className={inspector.panes}>
          <legend className="visually-hidden">{t('intake.inspect.pane')}</legend>
          {PANES.filter((name) => isThere(name, preview, item)).map((name) => (
            <button key={name} type="button" aria-pressed={name === pane} onClick={() => setChosen(name)}>
              {t(`intake.pane.${name}`, { count: counts[name] })}
            </button>
          ))}
        </fieldset>
      </div>
      {pane === 'sheet' && <SheetPane item={item} preview={preview} />}
      {pane === 'questions' && <QuestionsView item={item} preview={preview} />}
      {pane === 'problems' && <ProblemsView item={item} preview={preview} />}
      {pane === 'changes' && item.state !== 'committed' && (
        <>
          <WordsView preview={preview} />
          {(preview.figures > 0 || preview.reports.length === 0) && <ChangesView preview={preview} />}
        </>
      )}
      {pane === 'missing' && <MissingView preview={preview} />}
      {pane === 'columns' && <ColumnsView item={item} preview={preview} />}
    </>
  );
}
