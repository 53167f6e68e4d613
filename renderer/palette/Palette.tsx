import { Modal } from '@mantine/core';
import { useText } from '#renderer/app/text.tsx';
import classes from './Palette.module.css';
import { PaletteSearch } from './PaletteSearch.tsx';
import { usePaletteEntries } from './use-palette-entries.ts';

/** Ctrl+K: one field that finds units, tasks, screens and commands. */
export function Palette(props: {
  readonly isOpen: boolean;
  readonly onClose: () => void;
  readonly onHelp: () => void;
}) {
  const { t } = useText();
  const entries = usePaletteEntries(props.onHelp);
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
