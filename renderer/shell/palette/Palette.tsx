import { Modal } from '@mantine/core';
import { useEffect } from 'react';
import { useText } from '#renderer/ground/text.tsx';
import type { Commands } from '#renderer/shell/use-commands.ts';
import classes from './Palette.module.css';
import { PaletteSearch } from './PaletteSearch.tsx';
import type { SearchIndex } from './search-index.ts';
import { usePaletteEntries } from './use-palette-entries.ts';

/** Ctrl+K: one field that finds units, tasks, screens and commands. */
export function Palette(props: {
  readonly isOpen: boolean;
  readonly onClose: () => void;
  readonly commands: Commands;
}) {
  const { t } = useText();
  const entries = usePaletteEntries(props.commands);
  usePrepared(entries.index);
  return (
    <Modal
      opened={props.isOpen}
      onClose={props.onClose}
      withCloseButton={false}
      title={t('search.title')}
      classNames={{ header: 'visually-hidden', body: classes.body ?? '' }}
      size="40rem"
      yOffset="10vh"
      padding={0}
      transitionProps={{ duration: 0 }}
    >
      <PaletteSearch entries={entries} onDone={props.onClose} />
    </Modal>
  );
}

/** The first screen comes first. */
const PREPARE_AFTER_MS = 2000;
/** Milliseconds of an idle moment that are left to others. */
const SPARE_MS = 2;

/** Folds the names while the window has nothing else to do, so that the first letter typed waits for nothing. */
function usePrepared(index: SearchIndex): void {
  useEffect(() => {
    let request = 0;
    function step(deadline: IdleDeadline): void {
      if (!index.prepare(() => deadline.timeRemaining() > SPARE_MS)) request = requestIdleCallback(step);
    }
    const timer = setTimeout(() => {
      request = requestIdleCallback(step);
    }, PREPARE_AFTER_MS);
    return () => {
      clearTimeout(timer);
      cancelIdleCallback(request);
    };
  }, [index]);
}
