import { Button, Group, Modal } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
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
import { RestPanel } from './RestPanel.tsx';
import { type DraftOf, useDraft } from './use-draft.ts';

/** One grid under one name: typed into, saved, looked through, committed or thrown away. */
export function EntryDesk({ of, grid }: { readonly of: DraftOf; readonly grid: EntryGridDto }) {
  const { t } = useText();
  const names = useNames();
  const say = useSay();
  const { state, draft, saving } = useDraft(of, grid);
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
        saving={saving}
        onReview={() => void review()}
        onDiscard={() => setTask('discard')}
      />
      <RestPanel left={left} onClose={() => setLeft([])} />
      <EntryGrid
        state={state}
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
      <FocusPanel ref={panel} state={state} grid={grid} who={of.who} />
      <CommitDialog
        of={of}
        isOpen={task === 'commit'}
        onClose={() => setTask(null)}
        onCommitted={() => state.forgetSteps()}
      />
      <DiscardDialog
        of={of}
        cells={state.counts().cells}
        isOpen={task === 'discard'}
        onClose={() => setTask(null)}
        before={saving.flush}
        onDone={() => state.forgetSteps()}
      />
    </>
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
