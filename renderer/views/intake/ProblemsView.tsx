import { Button, TextInput } from '@mantine/core';
import { IconAlertTriangleFilled, IconCircleXFilled, IconHelpCircleFilled } from '@tabler/icons-react';
import { type FormEvent, useMemo, useRef, useState } from 'react';
import { useText } from '#renderer/ground/text.tsx';
import { filterWords } from '#renderer/tables/filter-words.ts';
import { TableMenu } from '#renderer/tables/TableMenu.tsx';
import { EmptyState } from '#renderer/ui/EmptyState.tsx';
import { Panel } from '#renderer/ui/Panel.tsx';
import { useRowsInSight } from '#renderer/ui/use-rows-in-sight.ts';
import type { IntakePreviewDto, IntakeProblemDto } from '#shared/contract/intake.ts';
import { foldText } from '#shared/text/fold.ts';
import { problemPlace, problemSentence } from '#shared/text/intake-text.ts';
import classes from './DataView.module.css';
import inspector from './Inspector.module.css';
import { useInbox } from './inbox.tsx';
import type { InboxItem } from './inbox-item.ts';
import { ReturnFile } from './ReturnFile.tsx';
import { useProblemNames } from './use-problem-names.ts';

type Parts = { readonly item: InboxItem; readonly preview: IntakePreviewDto };

const ICONS = { error: IconCircleXFilled, warning: IconAlertTriangleFilled, question: IconHelpCircleFilled };

/** What is wrong, by kind, with the rows of each; a value can be mended in place, a row left out. */
export function ProblemsView({ item, preview }: Parts) {
  const text = useText();
  const { t } = text;
  const names = useProblemNames();
  const [kind, setKind] = useState<string | null>(null);
  const [words, setWords] = useState('');
  const lines = useMemo(() => {
    const wanted = foldText(words);
    return preview.problems
      .filter((one) => one.severity !== 'question' && (kind === null || kindOf(one) === kind))
      .map((problem) => ({
        problem,
        place: problemPlace(problem, text),
        sentence: problemSentence(problem, text, names),
      }))
      .filter((one) => wanted === '' || foldText(`${one.place} ${one.sentence}`).includes(wanted));
  }, [preview.problems, kind, words, text, names]);
  const count = preview.counts
    .filter((one) => one.severity !== 'question')
    .reduce((sum, one) => sum + one.count, 0);
  const shown = preview.problems.filter((one) => one.severity !== 'question').length;
  return (
    <Panel
      title={t('intake.pane.problems', { count })}
      flush
      actions={<Mended item={item} preview={preview} />}
    >
      {lines.length > 0 && <ProblemsFile lines={lines} file={item.file.name} search={words} />}
      {count === 0 ? (
        <EmptyState title={t('intake.problems.none')} hint={t('intake.problems.none.hint')} />
      ) : (
        <>
          <div className={inspector.toolbar}>
            <Kinds preview={preview} chosen={kind} onChoose={setKind} />
            <TextInput
              size="xs"
              aria-label={t('intake.problems.filter')}
              placeholder={t('intake.problems.filter')}
              value={words}
              onChange={(event) => setWords(event.currentTarget.value)}
            />
            {shown < count && (
              <span className={classes.soft}>{t('intake.problems.kept', { shown, count })}</span>
            )}
          </div>
          <ProblemList item={item} lines={lines} />
        </>
      )}
    </Panel>
  );
}

function ProblemsFile(props: {
  readonly lines: readonly Line[];
  readonly file: string;
  readonly search: string;
}) {
  const text = useText();
  const { t } = text;
  return (
    <TableMenu
      title={t('intake.problems.file', { file: props.file })}
      rows={() => props.lines}
      count={props.lines.length}
      filters={filterWords(text, [[t('intake.problems.filter'), props.search]])}
      columns={[
        {
          header: t('alerts.file.severity'),
          value: ({ problem }) => t(`intake.severity.${problem.severity}`),
        },
        { header: t('intake.changes.place'), value: ({ place }) => place },
        { header: t('intake.problems.list'), value: ({ sentence }) => sentence },
      ]}
    />
  );
}

function kindOf({ severity, code }: Pick<IntakeProblemDto, 'severity' | 'code'>): string {
  return `${severity}:${code}`;
}

function Kinds(props: {
  readonly preview: IntakePreviewDto;
  readonly chosen: string | null;
  readonly onChoose: (kind: string | null) => void;
}) {
  const { t, tryText, format } = useText();
  const kinds = props.preview.counts.filter(({ severity }) => severity !== 'question');
  const button = (kind: string | null, label: string) => (
    <Button
      key={kind}
      size="compact-xs"
      variant={props.chosen === kind ? 'filled' : 'default'}
      aria-pressed={props.chosen === kind}
      onClick={() => props.onChoose(kind)}
    >
      {label}
    </Button>
  );
  return (
    <span className={inspector.kinds}>
      {button(null, t('intake.problems.all'))}
      {kinds.map((one) => {
        const name = tryText(`intake.problemTitle.${one.code}`) ?? one.code;
        return button(
          kindOf(one),
          `${t(`intake.severity.${one.severity}`)}: ${name} (${format.number(one.count)})`,
        );
      })}
    </span>
  );
}

function Mended({ item, preview }: Parts) {
  const { t } = useText();
  const inbox = useInbox();
  const { fixes, excluded } = item.revision;
  const counts = { fixes: Object.keys(fixes).length, excluded: excluded.length };
  return (
    <>
      {counts.fixes + counts.excluded > 0 && (
        <>
          {t('intake.problems.done', counts)}
          <Button
            size="compact-sm"
            variant="default"
            onClick={() => inbox.revise(item.key, { fixes: {}, excluded: [] })}
          >
            {t('intake.problems.undoAll')}
          </Button>
        </>
      )}
      <ReturnFile preview={preview} />
    </>
  );
}

interface Line {
  readonly problem: IntakeProblemDto;
  readonly place: string;
  readonly sentence: string;
}

/** Only the lines in view are drawn: a file may bring a hundred thousand. */
function ProblemList({ item, lines }: { readonly item: InboxItem; readonly lines: readonly Line[] }) {
  const { t } = useText();
  const room = useRef<HTMLDivElement>(null);
  const rows = useRowsInSight({
    count: lines.length,
    getScrollElement: () => room.current,
    estimateSize: () => 44,
    overscan: 12,
  });
  return (
    <div ref={room} className={inspector.list}>
      <ul
        className={inspector.room}
        data-rows-in-sight
        aria-label={t('intake.problems.list')}
        style={{ height: rows.getTotalSize() }}
      >
        {rows.getVirtualItems().map(({ index, start }) => {
          const line = lines[index];
          if (line === undefined) return null;
          return (
            <li
              key={index}
              ref={rows.measureElement}
              data-index={index}
              className={inspector.problem}
              data-severity={line.problem.severity}
              style={{ transform: `translateY(${start}px)` }}
            >
              <ProblemLine item={item} line={line} />
            </li>
          );
        })}
      </ul>
    </div>
  );
}

function ProblemLine({ item, line }: { readonly item: InboxItem; readonly line: Line }) {
  const { t } = useText();
  const inbox = useInbox();
  const { problem, place, sentence } = line;
  const { sheet, row, severity } = problem;
  const Icon = ICONS[severity];
  const exclude = () => inbox.revise(item.key, { excluded: [...item.revision.excluded, `${sheet}!${row}`] });
  return (
    <>
      <Icon size="1rem" role="img" aria-label={t(`intake.severity.${severity}`)} />
      <span className={classes.soft}>{place}</span>
      <span>{sentence}</span>
      {severity === 'error' && sheet !== null && row !== null && item.state === 'read' && (
        <span className={inspector.fix}>
          <FixCell key={`${place} ${sentence}`} item={item} problem={problem} />
          <Button
            size="compact-xs"
            variant="default"
            aria-label={`${t('intake.problems.exclude')}: ${place}`}
            onClick={exclude}
          >
            {t('intake.problems.exclude')}
          </Button>
        </span>
      )}
    </>
  );
}

function FixCell({ item, problem }: { readonly item: InboxItem; readonly problem: IntakeProblemDto }) {
  const { t } = useText();
  const inbox = useInbox();
  const { sheet, row, column, values } = problem;
  const [value, setValue] = useState(String(values.value ?? ''));
  if (column === null) return null;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    inbox.revise(item.key, { fixes: { ...item.revision.fixes, [`${sheet}!${column}${row}`]: value } });
  };
  return (
    <form onSubmit={submit}>
      <TextInput
        size="xs"
        w="8rem"
        aria-label={t('intake.problems.fix', { cell: `${column}${row}` })}
        maxLength={2000}
        value={value}
        onChange={(event) => setValue(event.currentTarget.value)}
      />
      <Button type="submit" size="compact-sm" variant="default">
        {t('intake.problems.fix.apply')}
      </Button>
    </form>
  );
}
