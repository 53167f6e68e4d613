import { Button } from '@mantine/core';
import { useSyncExternalStore } from 'react';
import { describeError } from '#renderer/ground/client/errors.ts';
import { useNames } from '#renderer/ground/names.tsx';
import { useText } from '#renderer/ground/text.tsx';
import type { EntryDraftDto, EntryGridDto } from '#shared/contract/entry.ts';
import classes from './EntryView.module.css';
import type { EntryState } from './entry-state.ts';
import { nextToLookAt } from './grid-acts.ts';
import type { Saving } from './use-draft.ts';

interface BarProps {
  readonly state: EntryState;
  /** Cells of the same draft that stand in the other grid. */
  readonly elsewhere: number;
  readonly saving: Saving;
  readonly onReview: () => void;
  readonly onDiscard: () => void;
}

/** What the draft holds, when it was saved, and what can be done with it. */
export function EntryBar({ state, elsewhere, saving, onReview, onDiscard }: BarProps) {
  useSyncExternalStore(state.subscribe, state.contentVersion);
  const text = useText();
  const { t, format } = text;
  const counts = state.counts();
  const all = counts.cells + elsewhere;
  const next = () => {
    const place = nextToLookAt(state);
    if (place !== null) state.move(place);
  };
  return (
    <div className={classes.bar}>
      <p className={classes.saved} role="status">
        {saving.error !== null && saving.error !== undefined ? (
          <>
            {t('entry.unsaved', { why: describeError(saving.error, text) })}{' '}
            <Button size="compact-xs" variant="default" onClick={() => void saving.flush()}>
              {t('entry.saveAgain')}
            </Button>
          </>
        ) : (
          <SavedText saving={saving} cells={all} time={format.time} />
        )}
      </p>
      {all > 0 && (
        <p className={classes.counts}>
          {t('entry.counts', counts)}
          {elsewhere > 0 && ` · ${t('entry.elsewhere', { cells: elsewhere })}`}
        </p>
      )}
      <Button
        size="compact-sm"
        variant="default"
        disabled={counts.errors + counts.questions === 0}
        onClick={next}
      >
        {t('entry.nextProblem')}
      </Button>
      <Button size="compact-sm" variant="default" disabled={all === 0} onClick={onDiscard}>
        {t('entry.discard')}
      </Button>
      <Button size="compact-sm" disabled={all === 0} onClick={onReview}>
        {t('entry.review', { cells: all })}
      </Button>
    </div>
  );
}

function SavedText(props: {
  readonly saving: Saving;
  readonly cells: number;
  readonly time: (instant: string) => string;
}) {
  const { t } = useText();
  const { savedAt, isBusy } = props.saving;
  if (isBusy) return t('entry.saving');
  if (savedAt === null || props.cells === 0) return t('entry.noDraft');
  return t('entry.saved', { time: props.time(savedAt) });
}

/** What somebody who types here has to know of the cut and of others. */
export function EntryNotices(props: {
  readonly state: EntryState;
  readonly grid: EntryGridDto;
  readonly draft: EntryDraftDto | undefined;
}) {
  const { state, grid, draft } = props;
  useSyncExternalStore(state.subscribe, state.contentVersion);
  const { t, format } = useText();
  const names = useNames();
  const { id, state: cutState, closedAt, closedBy } = grid.cut;
  const by =
    closedAt === null ? '' : t('entry.closed.by', { who: closedBy ?? '–', at: format.dateTime(closedAt) });
  const cut = capital(names.cut(id));
  return (
    <>
      {cutState === 'closed' && (
        <p className={classes.notice} role="status">
          {t(draft?.closedMeanwhile === true ? 'entry.closedMeanwhile' : 'entry.closed', { cut, by })}
        </p>
      )}
      {state.otherPeople().map(({ who, cells }) => (
        <p key={who} className={classes.notice} role="status">
          {t('entry.others', { who, cells })}
        </p>
      ))}
    </>
  );
}

const capital = (name: string): string => `${name.slice(0, 1).toLocaleUpperCase('vi')}${name.slice(1)}`;
