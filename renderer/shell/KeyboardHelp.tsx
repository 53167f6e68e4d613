import { Modal, Switch } from '@mantine/core';
import { usePreferences } from '#renderer/ground/preferences.tsx';
import { useText } from '#renderer/ground/text.tsx';
import { ACT_KEYS, MOVE_KEYS } from '#renderer/views/alerts/use-work-keys.ts';
import { PAUSE_KEYS, STEP_KEYS } from '#renderer/views/wall/use-wall-keys.ts';
import type { MessageKey } from '#shared/text/catalogue.ts';
import classes from './KeyboardHelp.module.css';
import type { Commands } from './use-commands.ts';

type Row = readonly [MessageKey, readonly string[]];

/** Keys that belong to no single command of the frame. */
const OTHER_ROWS: readonly Row[] = [
  ['help.screens', ['Alt 1', '…', 'Alt 9']],
  ['help.back', ['Alt ←', 'Alt →']],
  ['help.tab', ['Tab', 'Shift Tab']],
  ['help.escape', ['Esc']],
  ['alerts.help.move', [...MOVE_KEYS, 'Enter']],
  ['alerts.help.act', Object.keys(ACT_KEYS)],
  ['help.wall.pause', PAUSE_KEYS],
  ['help.wall.step', STEP_KEYS],
];

/** The list of keyboard shortcuts. */
export function KeyboardHelp(props: {
  readonly isOpen: boolean;
  readonly onClose: () => void;
  readonly commands: Commands;
}) {
  const { t } = useText();
  const { hasLetterKeys, setLetterKeys } = usePreferences();
  const rows = Object.entries(props.commands).flatMap(([name, { label, keys }]): Row[] =>
    keys.length === 0 || name.startsWith('/') ? [] : [[label, keys]],
  );
  return (
    <Modal
      opened={props.isOpen}
      onClose={props.onClose}
      title={t('help.title')}
      closeButtonProps={{ 'aria-label': t('frame.close') }}
      size="34rem"
    >
      <dl className={classes.list}>
        {[...rows, ...OTHER_ROWS].map(([key, keys]) => (
          <div key={key} className={classes.row}>
            <dt>{t(key)}</dt>
            <dd>
              {keys.map((name) => (
                <kbd key={name}>{name}</kbd>
              ))}
            </dd>
          </div>
        ))}
      </dl>
      <Switch
        className={classes.letters ?? ''}
        label={t('help.letters')}
        checked={hasLetterKeys}
        onChange={(event) => setLetterKeys(event.currentTarget.checked)}
      />
    </Modal>
  );
}
