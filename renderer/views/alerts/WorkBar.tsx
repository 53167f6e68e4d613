import { Button, Checkbox } from '@mantine/core';
import { changeQuery } from '#renderer/ground/address.ts';
import { useCut } from '#renderer/ground/cut.tsx';
import { usePreferences } from '#renderer/ground/preferences.tsx';
import { useText } from '#renderer/ground/text.tsx';
import { ActBar } from './ActBar.tsx';
import type { ActName } from './use-acts.ts';
import type { Selection } from './use-selection.ts';
import classes from './WorkBar.module.css';

/** Above the list: select everything, how many are selected, and what can be done with them. */
export function WorkBar(props: {
  /** Of the whole list, also of what has not been read yet. */
  readonly total: number;
  readonly selection: Selection;
  readonly onSelectAll: () => void;
  readonly onAct: (act: ActName) => void;
}) {
  const { t } = useText();
  const { isHome } = useCut();
  const { hasLetterKeys } = usePreferences();
  const { total, selection } = props;
  const count = selection.ids.size;
  const isAll = count > 0 && count === total;
  return (
    <div className={classes.bar}>
      <Checkbox
        size="xs"
        label={count > 0 ? t('alerts.selected', { count }) : t('alerts.select.all', { count: total })}
        checked={isAll}
        indeterminate={count > 0 && !isAll}
        disabled={total === 0}
        onChange={() => (isAll ? selection.clear() : props.onSelectAll())}
      />
      {count > 0 && (
        <>
          <ActBar isDisabled={!isHome} onAct={props.onAct} />
          <Button size="compact-sm" variant="subtle" color="gray" onClick={selection.clear}>
            {t('alerts.select.none')}
          </Button>
        </>
      )}
      {count === 0 && isHome && hasLetterKeys && (
        <span className={classes.keys} data-control>
          {t('alerts.keys')}
        </span>
      )}
      {!isHome && (
        <span className={classes.old}>
          {t('alerts.oldCut')}{' '}
          <Button
            size="compact-xs"
            variant="default"
            onClick={() => changeQuery({ cut: null }, { push: true })}
          >
            {t('alerts.oldCut.go')}
          </Button>
        </span>
      )}
    </div>
  );
}
