import { Button, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useApi } from '#renderer/ground/client/ApiProvider.tsx';
import { useNames } from '#renderer/ground/names.tsx';
import { useText } from '#renderer/ground/text.tsx';
import { useInbox } from '../inbox.tsx';
import type { InboxItem } from '../inbox-item.ts';
import { ColumnRole } from './ColumnRole.tsx';
import { cellText } from './cell-text.ts';
import type { Act } from './keys.ts';
import { lettersOf, roleOf } from './overlay.ts';
import { RowActs } from './RowActs.tsx';
import classes from './Sheet.module.css';
import { SpotProblems } from './SpotProblems.tsx';
import type { SpotProps } from './spot.ts';

/** The cell with the keyboard: what it holds, what is wrong there, and all that can be said of it, its row and its column. */
export function SpotPanel(props: SpotProps & { readonly onAct: (act: Act) => void }) {
  const { item, preview, view, spot, onAct, onLeave } = props;
  const { t } = useText();
  const letters = lettersOf(spot.column);
  const cell = `${letters}${spot.row}`;
  return (
    <aside
      data-spot-panel
      className={classes.spot}
      aria-label={t('intake.sheet.spot', { cell })}
      onKeyDown={(event) => {
        if (event.key !== 'F6') return;
        event.preventDefault();
        onLeave();
      }}
    >
      <CellPart key={cell} {...props} />
      <SpotProblems {...{ item, preview, view, spot, onLeave }} />
      <RowActs {...{ item, view, spot }} onAct={onAct} onLeave={onLeave} />
      <ColumnRole {...{ item, view, spot, onLeave }} />
    </aside>
  );
}

function CellPart({ item, preview, view, spot, onLeave }: SpotProps) {
  const { t, format } = useText();
  const names = useNames();
  const inbox = useInbox();
  const letters = lettersOf(spot.column);
  const cell = `${letters}${spot.row}`;
  const key = `${view.sheet}!${cell}`;
  const { data } = useQuery(
    useApi().intake.sheet.queryOptions({
      input: {
        id: preview.id ?? '',
        sheet: view.sheet,
        rows: { from: spot.row, to: spot.row },
        columns: { from: spot.column, to: spot.column + 1 },
      },
      queryKey: ['sheetCell', preview.id, key, preview.problems],
      placeholderData: (before) => before,
      gcTime: 0,
    }),
  );
  const [here] = data?.rows ?? [];
  const own = here?.row === spot.row ? cellText(here.texts[0], here.kinds[0], format) : '';
  const fix = item.revision.fixes[key];
  const role = roleOf(view, spot.row, here?.mark ?? null);
  const unfix = () => {
    const { [key]: _, ...fixes } = item.revision.fixes;
    inbox.revise(item.key, { fixes });
    onLeave();
  };
  return (
    <section className={classes.part}>
      <h3>{t('intake.sheet.spot', { cell })}</h3>
      <p className={classes.value}>{own === '' ? t('intake.sheet.empty') : own}</p>
      {/[A-Z]/.test(here?.kinds[0] ?? '') && <p className={classes.soft}>{t('intake.sheet.formula')}</p>}
      <p className={classes.soft}>
        {role === null ? t('intake.sheet.role.none') : t(`intake.sheet.role.${role}`)}
        {here?.unit != null && `: ${names.fullName(here.unit)}`}
      </p>
      {role !== 'title' && role !== 'head' && (
        <FixForm key={fix ?? own} cell={cell} text={fix ?? own} item={item} place={key} onLeave={onLeave} />
      )}
      {fix !== undefined && (
        <Button size="compact-xs" variant="default" disabled={item.state !== 'read'} onClick={unfix}>
          {t('intake.sheet.unfix', { text: own })}
        </Button>
      )}
    </section>
  );
}

function FixForm(props: {
  readonly cell: string;
  readonly text: string;
  readonly item: InboxItem;
  readonly place: string;
  readonly onLeave: () => void;
}) {
  const { item, place } = props;
  const { t } = useText();
  const inbox = useInbox();
  const [text, setText] = useState(props.text);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    inbox.revise(item.key, { fixes: { ...item.revision.fixes, [place]: text } });
    props.onLeave();
  };
  return (
    <form onSubmit={submit} className={classes.fix}>
      <TextInput
        size="xs"
        aria-label={t('intake.sheet.fix', { cell: props.cell })}
        maxLength={2000}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      <Button
        type="submit"
        size="compact-sm"
        variant="default"
        disabled={item.state !== 'read' || text === props.text}
      >
        {t('intake.problems.fix.apply')}
      </Button>
    </form>
  );
}
