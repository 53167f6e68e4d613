import { Button } from '@mantine/core';
import { type Ref, useSyncExternalStore } from 'react';
import { useNames } from '#renderer/ground/names.tsx';
import { useText } from '#renderer/ground/text.tsx';
import { useFigureText } from '#renderer/ground/use-figure-text.ts';
import type { EntryGridDto } from '#shared/contract/entry.ts';
import classes from './EntryView.module.css';
import type { EntryState } from './entry-state.ts';
import { FocusChoices, FocusTask } from './FocusTask.tsx';
import type { GridColumn, MovedItem } from './grid-model.ts';
import type { GridNames } from './use-grid-names.ts';
import { useVerdictText } from './use-verdict-text.ts';

interface FocusProps {
  readonly state: EntryState;
  readonly grid: EntryGridDto;
  readonly names: GridNames;
  readonly who: string;
  readonly ref: Ref<HTMLElement>;
}

/** All that is known of the cell with the keyboard: how it is read, what is wrong, what was before, what others wrote. */
export function FocusPanel({ state, grid, names, who, ref }: FocusProps) {
  useSyncExternalStore(state.subscribe, state.version);
  const { t } = useText();
  const { row, column: index } = state.selection.active;
  const unit = state.unitAt(row);
  const column = state.columnAt(index);
  return (
    <section ref={ref} tabIndex={-1} className={classes.focus} aria-label={t('entry.focus')}>
      <FocusName names={names} unit={unit} column={column} />
      <FocusVerdicts state={state} unit={unit} column={column} />
      <FocusConflict state={state} names={names} unit={unit} column={column} who={who} />
      {column.kind === 'task' && grid.tasks !== null ? (
        <>
          <FocusChoices {...{ state, tasks: grid.tasks, task: unit, part: column.part }} />
          <FocusTask {...{ state, grid, names, tasks: grid.tasks, task: unit }} />
        </>
      ) : (
        <FocusFacts state={state} grid={grid} unit={unit} column={column} />
      )}
    </section>
  );
}

interface CellProps {
  readonly state: EntryState;
  readonly unit: string;
  readonly column: GridColumn;
}

function FocusName({
  names,
  unit,
  column,
}: Pick<CellProps, 'unit' | 'column'> & { readonly names: GridNames }) {
  const { t, pick } = useText();
  const found = useNames().indicator(column.indicator);
  const isPart = found !== undefined && column.kind !== 'task' && column.part !== 'value';
  return (
    <strong>
      {names.row(unit)} · {found === undefined ? names.column(column) : pick(found)}
      {isPart ? ` · ${t(`entry.part.${column.part}`)}` : ''}
    </strong>
  );
}

function FocusVerdicts({ state, unit, column }: CellProps) {
  const say = useVerdictText();
  const verdicts = state.live ?? state.verdicts(unit, column);
  return (
    <ul aria-live="polite" className={classes.verdicts}>
      {verdicts.map((verdict) => (
        <li key={`${verdict.code} ${verdict.part}`} data-severity={verdict.severity}>
          {say(verdict)}
        </li>
      ))}
    </ul>
  );
}

function FocusConflict(props: CellProps & { readonly names: GridNames; readonly who: string }) {
  const { state, names, unit, column, who } = props;
  const { t, format } = useText();
  const { shown: show } = names;
  const write = useFigureText();
  const cell = state.cell(unit, column);
  const moved = state.moved(unit, column.indicator);
  const said = (one: MovedItem['now']) => {
    if (one === null) return t('entry.cell.empty');
    return 'state' in one ? names.report(one) : write(column.indicator, one);
  };
  return (
    <>
      {cell?.aside != null && (
        <p className={classes.notice}>
          {t('entry.focus.aside', { who, text: show(column, cell.aside) })}{' '}
          <Button size="compact-xs" variant="default" onClick={() => state.settle(unit, column, cell.text)}>
            {t('entry.focus.keep', { text: show(column, cell.text) })}
          </Button>{' '}
          <Button
            size="compact-xs"
            variant="default"
            onClick={() => state.settle(unit, column, cell.aside ?? '')}
          >
            {t('entry.focus.take', { text: show(column, cell.aside) })}
          </Button>
        </p>
      )}
      {moved !== undefined && (
        <p className={classes.notice}>
          {t('entry.focus.moved', {
            ...{ was: said(moved.was), now: said(moved.now), who: moved.who },
            at: moved.at === '' ? '–' : format.dateTime(moved.at),
          })}
        </p>
      )}
      {state.others(unit, column).map((other) => (
        <p key={`${other.who} ${other.at}`} className={classes.notice}>
          {t('entry.focus.other', {
            ...{ who: other.who, text: show(column, other.text) },
            at: format.dateTime(other.at),
          })}
        </p>
      ))}
    </>
  );
}

function FocusFacts({ state, grid, unit, column }: CellProps & { readonly grid: EntryGridDto }) {
  const { t, pick, format } = useText();
  const names = useNames();
  const write = useFigureText();
  const { indicator } = column;
  const reading = state.reading(unit, indicator);
  const past = state.model.figures?.past(unit, indicator);
  const now = state.model.figures?.inForce(unit, indicator);
  const run = now === undefined ? undefined : grid.runs[now.run];
  const beforeCut = grid.before === null ? null : names.cut(grid.before.id);
  return (
    <p className={classes.facts}>
      {reading !== undefined && <span>{t('entry.focus.readAs', { text: write(indicator, reading) })}</span>}
      {beforeCut !== null && (
        <span>
          {past === undefined
            ? t('entry.focus.beforeNone', { cut: beforeCut })
            : t('entry.focus.before', { cut: beforeCut, text: write(indicator, past) })}
        </span>
      )}
      <span>
        {now === undefined || run === undefined
          ? t('entry.focus.nothing')
          : t('entry.focus.inForce', {
              ...{
                text: write(indicator, now),
                source: pick({ name: run.source, nameEn: run.sourceEn }),
                who: run.who,
              },
              at: format.dateTime(run.at),
            })}
      </span>
    </p>
  );
}
