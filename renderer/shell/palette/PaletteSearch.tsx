import {
  IconAppWindow,
  IconBuildingCommunity,
  IconChecklist,
  IconCommand,
  IconSearch,
} from '@tabler/icons-react';
import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react';
import { useText } from '#renderer/ground/text.tsx';
import { EmptyState } from '#renderer/ui/EmptyState.tsx';
import classes from './Palette.module.css';
import type { Hits as FoundHits, SearchEntry } from './search-index.ts';
import { useFormerEntries } from './use-former-entries.ts';
import type { PaletteEntries } from './use-palette-entries.ts';

/** More do not fit a glance; typing on narrows better than scrolling. */
const LIMIT = 40;

const ICONS = {
  units: IconBuildingCommunity,
  former: IconBuildingCommunity,
  tasks: IconChecklist,
  screens: IconAppWindow,
  commands: IconCommand,
} as const;

/** The field and its list of hits (WAI-ARIA combobox with a listbox; the focus stays in the field). */
export function PaletteSearch(props: { readonly entries: PaletteEntries; readonly onDone: () => void }) {
  const { t } = useText();
  const { entries, onDone } = props;
  const listId = useId();
  const [query, setQuery] = useState('');
  const [active, setActive] = useState(0);
  const { hits, total } = useHits(entries, query);
  const choose = (entry: SearchEntry | undefined) => {
    if (entry === undefined) return;
    onDone();
    entries.run(entry);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const next = nextActive(event.key, active, hits.length);
    if (next !== null) setActive(next);
    else if (event.key === 'Enter') choose(hits[active]);
    else return;
    event.preventDefault();
  };
  return (
    <div className={classes.search}>
      <label className={classes.field}>
        <IconSearch size="1.25rem" aria-hidden="true" />
        <span className="visually-hidden">{t('search.open')}</span>
        <input
          data-autofocus
          role="combobox"
          aria-expanded="true"
          aria-controls={listId}
          aria-activedescendant={hits.length > 0 ? `${listId}-${active}` : undefined}
          autoComplete="off"
          spellCheck={false}
          placeholder={t('search.placeholder')}
          value={query}
          onKeyDown={onKeyDown}
          onChange={(event) => {
            setQuery(event.currentTarget.value);
            setActive(0);
          }}
        />
      </label>
      <p className="visually-hidden" role="status">
        {query.trim() === '' ? '' : t('search.count', { count: total })}
      </p>
      <Hits id={listId} hits={hits} active={active} onActive={setActive} onChoose={choose} />
      {hits.length === 0 && (
        <EmptyState
          title={entries.isReady ? t('search.none', { query }) : t('search.loading')}
          hint={t('search.none.hint')}
        />
      )}
      <p className={classes.foot}>
        <span>
          {total > hits.length ? t('search.more', { count: total - hits.length }) : t('search.start')}
        </span>
        <span>{t('search.keys')}</span>
      </p>
    </div>
  );
}

/**
 * Units of old stand behind those of today that bear the name: they come a moment later, and what is chosen does not
 * move. What has only the words comes after both.
 */
function useHits(entries: PaletteEntries, query: string): Pick<FoundHits, 'hits' | 'total'> {
  const former = useFormerEntries(query);
  if (query.trim() === '') return { hits: entries.initial, total: entries.initial.length };
  const { hits, total, named } = entries.index.search(query, LIMIT);
  return {
    hits: [...hits.slice(0, named), ...former.hits, ...hits.slice(named)],
    total: total + former.total,
  };
}

function nextActive(key: string, active: number, count: number): number | null {
  if (count === 0) return null;
  if (key === 'ArrowDown') return (active + 1) % count;
  if (key === 'ArrowUp') return (active - 1 + count) % count;
  if (key === 'PageDown') return Math.min(active + 8, count - 1);
  if (key === 'PageUp') return Math.max(active - 8, 0);
  return null;
}

function Hits(props: {
  readonly id: string;
  readonly hits: readonly SearchEntry[];
  readonly active: number;
  readonly onActive: (position: number) => void;
  readonly onChoose: (entry: SearchEntry) => void;
}) {
  const { t } = useText();
  return (
    <div id={props.id} role="listbox" aria-label={t('search.title')} className={classes.hits}>
      {props.hits.map((entry, position) => (
        <Hit
          key={`${entry.section}-${entry.id}`}
          id={`${props.id}-${position}`}
          entry={entry}
          isFirstOfSection={props.hits[position - 1]?.section !== entry.section}
          isActive={position === props.active}
          onActive={() => props.onActive(position)}
          onChoose={() => props.onChoose(entry)}
        />
      ))}
    </div>
  );
}

function Hit(props: {
  readonly id: string;
  readonly entry: SearchEntry;
  readonly isFirstOfSection: boolean;
  readonly isActive: boolean;
  readonly onActive: () => void;
  readonly onChoose: () => void;
}) {
  const { t } = useText();
  const { entry, isActive } = props;
  const element = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (isActive) element.current?.scrollIntoView({ block: 'nearest' });
  }, [isActive]);
  const Icon = ICONS[entry.section];
  return (
    <>
      {props.isFirstOfSection && (
        <p className={classes.section} role="presentation">
          {t(`search.${entry.section}`)}
        </p>
      )}
      {/* The keyboard drives the list from the field above (aria-activedescendant). */}
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: keys are handled by the combobox field */}
      <div
        ref={element}
        id={props.id}
        role="option"
        tabIndex={-1}
        aria-selected={isActive}
        className={classes.hit}
        onMouseMove={props.onActive}
        onClick={props.onChoose}
      >
        <Icon size="1.125rem" stroke={1.6} aria-hidden="true" />
        <span className={classes.hitTitle}>{entry.title}</span>
        <span className={classes.hitDetail}>{entry.detail}</span>
      </div>
    </>
  );
}
