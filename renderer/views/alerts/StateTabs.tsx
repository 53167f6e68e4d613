import { useText } from '#renderer/ground/text.tsx';
import type { AlertListDto } from '#shared/contract/alerts.ts';
import { OPEN_ALERT_STATES } from '#shared/domain/model.ts';
import classes from './StateTabs.module.css';
import { type AlertFilter, STATE_TABS, type StateTab } from './use-alert-filter.ts';

type Counts = AlertListDto['byState'];

/** What is to be done first, then what others have taken; each with its count. */
export function StateTabs(props: { readonly filter: AlertFilter; readonly counts: Counts }) {
  const { t, format } = useText();
  const { filter, counts } = props;
  return (
    <fieldset className={classes.tabs}>
      <legend className="visually-hidden">{t('alerts.list')}</legend>
      {STATE_TABS.map((tab) => (
        <button key={tab} type="button" aria-pressed={filter.tab === tab} onClick={() => filter.set({ tab })}>
          {t(`alerts.tab.${tab}`)} <strong>{format.number(countOf(counts, tab))}</strong>
        </button>
      ))}
    </fieldset>
  );
}

function countOf(counts: Counts, tab: StateTab): number {
  if (tab !== 'open') return counts[tab];
  return OPEN_ALERT_STATES.reduce((sum, state) => sum + counts[state], 0);
}
