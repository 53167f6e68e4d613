import { SegmentedControl } from '@mantine/core';
import { useQueries } from '@tanstack/react-query';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useRef, useState } from 'react';
import { useApi } from '#renderer/ground/client/ApiProvider.tsx';
import { useNames } from '#renderer/ground/names.tsx';
import { useOnPaper } from '#renderer/ground/paper.ts';
import { useText } from '#renderer/ground/text.tsx';
import { useFigureText } from '#renderer/ground/use-figure-text.ts';
import { EmptyState } from '#renderer/ui/EmptyState.tsx';
import { Panel } from '#renderer/ui/Panel.tsx';
import type { IntakePreviewDto } from '#shared/contract/intake.ts';
import inspector from './Inspector.module.css';
import { useProblemNames } from './use-problem-names.ts';

const STATES = ['changed', 'new', 'same'] as const;
type State = (typeof STATES)[number];
const PAGE = 200;
const ROW_REM = 2;

/** Every figure of the file beside the current one; pages are fetched as they come into view. */
export function ChangesView({ preview }: { readonly preview: IntakePreviewDto }) {
  const { t, format } = useText();
  const [chosen, setChosen] = useState<State | null>(null);
  const state = chosen ?? STATES.find((one) => preview.totals[one] > 0) ?? 'changed';
  const total = preview.totals[state];
  return (
    <Panel
      title={t('intake.changes.list')}
      flush
      actions={
        <SegmentedControl
          size="xs"
          aria-label={t('intake.changes.state')}
          value={state}
          onChange={(value) => setChosen(STATES.find((one) => one === value) ?? null)}
          data={STATES.map((one) => ({
            value: one,
            label: `${t(`intake.inbox.${one}`)} ${format.number(preview.totals[one])}`,
          }))}
        />
      }
    >
      {total === 0 ? (
        <EmptyState title={t('intake.changes.none')} />
      ) : (
        <ChangeList key={state} preview={preview} state={state} total={total} />
      )}
    </Panel>
  );
}

function ChangeList(props: {
  readonly preview: IntakePreviewDto;
  readonly state: State;
  readonly total: number;
}) {
  const { t } = useText();
  const isOnPaper = useOnPaper();
  const room = useRef<HTMLDivElement>(null);
  const rem = Number.parseFloat(getComputedStyle(document.documentElement).fontSize);
  const rows = useVirtualizer({
    count: props.total,
    getScrollElement: () => room.current,
    estimateSize: () => ROW_REM * rem,
    overscan: 10,
  });
  const inView = rows.getVirtualItems();
  const figureAt = useFigures(props, inView[0]?.index ?? 0, inView.at(-1)?.index ?? 0);
  return (
    <div ref={room} className={inspector.list}>
      <div className={inspector.changeHead} aria-hidden="true">
        {(['state', 'unit', 'indicator', 'cut', 'before', 'now', 'place'] as const).map((key) => (
          <span key={key}>{t(`intake.changes.${key}`)}</span>
        ))}
      </div>
      <ul
        className={inspector.room}
        data-rows-in-sight
        aria-label={t('intake.changes.list')}
        style={{ height: rows.getTotalSize() }}
      >
        {inView.map(({ index, start }) => (
          <li key={index} className={inspector.change} style={{ transform: `translateY(${start}px)` }}>
            <ChangeCells figure={figureAt(index)} />
          </li>
        ))}
      </ul>
      {isOnPaper && inView.length < props.total && (
        <p>{t('table.showing', { shown: inView.length, total: props.total })}</p>
      )}
    </div>
  );
}

type Parts = Parameters<typeof ChangeList>[0];

/** The figures between two places of the list, fetched page by page and kept. */
function useFigures({ preview, state }: Parts, first: number, last: number) {
  const api = useApi();
  const pages: number[] = [];
  for (let page = Math.floor(first / PAGE); page <= Math.floor(last / PAGE); page += 1) pages.push(page);
  const results = useQueries({
    queries: pages.map((page) =>
      api.intake.changes.queryOptions({
        input: { id: preview.id ?? '', states: [state], offset: page * PAGE, limit: PAGE },
        // A revised preview keeps its id, so what it held before must not be shown for it.
        queryKey: ['changes', preview.id, preview.figures, preview.totals, state, page],
        gcTime: 0,
      }),
    ),
  });
  return (index: number) => results[Math.floor(index / PAGE) - (pages[0] ?? 0)]?.data?.figures[index % PAGE];
}

type Figure = NonNullable<ReturnType<ReturnType<typeof useFigures>>>;

function ChangeCells({ figure }: { readonly figure: Figure | undefined }) {
  const { t } = useText();
  const names = useNames();
  const problemNames = useProblemNames();
  const write = useFigureText();
  if (figure === undefined) return <span>…</span>;
  const before = figure.before === null ? t('intake.figure.empty') : write(figure.indicator, figure.before);
  const cells = [
    t(`intake.inbox.${figure.state}`),
    names.fullName(figure.unit),
    problemNames.indicator(figure.indicator),
    names.cut(figure.cut),
    before,
    write(figure.indicator, figure.now),
    t('intake.changes.row', { row: figure.row }),
  ];
  return cells.map((words, place) => (
    // The columns never change their order.
    <span key={`${place} ${words}`} title={words}>
      {words}
    </span>
  ));
}
