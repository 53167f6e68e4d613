import { Button, Group, Modal } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useMemo, useRef, useState } from 'react';
import { useApi } from '#renderer/ground/client/ApiProvider.tsx';
import { useNames } from '#renderer/ground/names.tsx';
import { useText } from '#renderer/ground/text.tsx';
import { useSay } from '#renderer/ground/use-say.ts';
import type { EntryGridDto } from '#shared/contract/entry.ts';
import { CommitDialog } from './CommitDialog.tsx';
import { EntryBar, EntryNotices } from './EntryBar.tsx';
import { EntryGrid } from './EntryGrid.tsx';
import classes from './EntryView.module.css';
import { FocusPanel } from './FocusPanel.tsx';
import type { LeftCell } from './grid-acts.ts';
import { createModel } from './grid-model.ts';
import { RestPanel } from './RestPanel.tsx';
import { createTaskModel } from './task-model.ts';
import { type DraftOf, useDraft } from './use-draft.ts';
import { useGridNames } from './use-grid-names.ts';

/** What is typed into: the figures of units, or what a body says of its tasks. Both are one draft. */
export type EntrySheet = 'figures' | 'tasks';

interface DeskProps {
  readonly of: DraftOf;
  readonly grid: EntryGridDto;
  readonly sheet: EntrySheet;
}

/** One grid under one name: typed into, saved, looked through, committed or thrown away. */
export function EntryDesk({ of, grid, sheet }: DeskProps) {
  const { t } = useText();
  const names = useNames();
  const say = useSay();
  const gridNames = useGridNames(grid, sheet === 'tasks');
  const { state, draft, saving } = useDraft(of, useModel(grid, sheet));
  const elsewhere =
    draft.data === undefined ? 0 : draft.data.cells.length - state.model.fromWire(draft.data).cells.length;
  const [left, setLeft] = useState<readonly LeftCell[]>([]);
  const [task, setTask] = useState<'commit' | 'discard' | null>(null);
  const panel = useRef<HTMLElement>(null);
  const review = async () => {
    state.commit();
    // What is shown is what is kept: nothing that is still on its way.
    if (await saving.flush()) setTask('commit');
  };
  return (
    <>
      <EntryNotices state={state} grid={grid} draft={draft.data} />
      <EntryBar
        state={state}
        elsewhere={elsewhere}
        saving={saving}
        onReview={() => void review()}
        onDiscard={() => setTask('discard')}
      />
      <RestPanel left={left} names={gridNames} onClose={() => setLeft([])} />
      <EntryGrid
        state={state}
        names={gridNames}
        label={t('entry.grid', { unit: names.fullName(of.unit), cut: names.cut(of.cut) })}
        onPasted={(pasted) => {
          setLeft(pasted.left);
          say.done(t('entry.pasted', { cells: pasted.cells }));
        }}
        onCopied={(rows, columns) => say.done(t('entry.copied', { rows, columns }))}
        onStaying={(cells) => say.failed(t('entry.refused.inForce', { cells }))}
        onLocked={() => say.done(t('entry.refused.notAsked'))}
        leave={() => panel.current?.focus()}
      />
      <FocusPanel ref={panel} state={state} grid={grid} names={gridNames} who={of.who} />
      <CommitDialog
        of={of}
        names={gridNames}
        isOpen={task === 'commit'}
        onClose={() => setTask(null)}
        onCommitted={() => state.forgetSteps()}
      />
      <DiscardDialog
        of={of}
        cells={state.counts().cells + elsewhere}
        isOpen={task === 'discard'}
        onClose={() => setTask(null)}
        before={saving.flush}
        onDone={() => state.forgetSteps()}
      />
    </>
  );
}

function useModel(grid: EntryGridDto, sheet: EntrySheet) {
  const { t } = useText();
  return useMemo(
    () =>
      sheet === 'tasks' && grid.tasks !== null
        ? createTaskModel(grid, grid.tasks, (one) => [t(`taskState.${one}`)])
        : createModel(grid),
    [grid, sheet, t],
  );
}

function DiscardDialog(props: {
  readonly of: DraftOf;
  readonly cells: number;
  readonly isOpen: boolean;
  readonly onClose: () => void;
  readonly before: () => Promise<boolean>;
  readonly onDone: () => void;
}) {
  const { t } = useText();
  const api = useApi();
  const queries = useQueryClient();
  const say = useSay();
  const discard = async () => {
    try {
      await props.before();
      const { cells } = await api.entry.discard.call({ ...props.of });
      await queries.invalidateQueries({ queryKey: api.entry.draft.key() });
      props.onDone();
      say.done(t('entry.discarded', { cells }));
      props.onClose();
    } catch (error) {
      say.error(error);
    }
  };
  return (
    <Modal
      opened={props.isOpen}
      onClose={props.onClose}
      title={t('entry.discard.title')}
      closeButtonProps={{ 'aria-label': t('frame.close') }}
    >
      <p className={classes.facts}>{t('entry.discard.note', { cells: props.cells, who: props.of.who })}</p>
      <Group justify="flex-end" gap="xs" mt="md">
        <Button variant="default" onClick={props.onClose} data-autofocus>
          {t('entry.cancel')}
        </Button>
        <Button onClick={() => void discard()}>{t('entry.discard.yes')}</Button>
      </Group>
    </Modal>
  );
}
