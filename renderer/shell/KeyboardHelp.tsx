import { Modal, Switch } from '@mantine/core';
import { usePreferences } from '#renderer/ground/preferences.tsx';
import { useText } from '#renderer/ground/text.tsx';
import type { MessageKey } from '#shared/text/catalogue.ts';
import classes from './KeyboardHelp.module.css';

const KEYS: readonly (readonly [MessageKey, readonly string[]])[] = [
  ['help.search', ['Ctrl K']],
  ['help.screens', ['Alt 1', '…', 'Alt 9']],
  ['help.older', ['Alt ,', 'Alt .']],
  ['help.back', ['Alt ←', 'Alt →']],
  ['help.rail', ['Ctrl B']],
  ['help.wall', ['Alt W']],
  ['help.tab', ['Tab', 'Shift Tab']],
  ['help.escape', ['Esc']],
  ['alerts.help.move', ['J', 'K', 'X', 'Enter']],
  ['alerts.help.act', ['A', 'S', 'W', 'N']],
  ['help.wall.pause', ['Space']],
  ['help.wall.step', ['←', '→']],
  ['help.help', ['?', 'F1']],
];

/** The list of keyboard shortcuts. */
export function KeyboardHelp(props: { readonly isOpen: boolean; readonly onClose: () => void }) {
  const { t } = useText();
  const { hasLetterKeys, setLetterKeys } = usePreferences();
  return (
    <Modal
      opened={props.isOpen}
      onClose={props.onClose}
      title={t('help.title')}
      closeButtonProps={{ 'aria-label': t('frame.close') }}
      size="34rem"
    >
      <dl className={classes.list}>
        {KEYS.map(([key, keys]) => (
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
