import { Button, SegmentedControl } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { changeQuery, useAddress } from '#renderer/ground/address.ts';
import { useApi } from '#renderer/ground/client/ApiProvider.tsx';
import { sourceOfWindow } from '#renderer/ground/client/source.ts';
import { useNames } from '#renderer/ground/names.tsx';
import { useText } from '#renderer/ground/text.tsx';
import { usePerson } from '#renderer/ground/use-person.ts';
import { AppLink } from '#renderer/ui/AppLink.tsx';
import { EmptyState } from '#renderer/ui/EmptyState.tsx';
import { QueryState } from '#renderer/ui/QueryState.tsx';
import { Toolbar } from '#renderer/ui/Toolbar.tsx';
import { WhoField } from '#renderer/ui/WhoField.tsx';
import type { EntryGridDto } from '#shared/contract/entry.ts';
import { DraftList } from './DraftList.tsx';
import { type Chosen, EntryChoice } from './EntryChoice.tsx';
import { EntryDesk, type EntrySheet } from './EntryDesk.tsx';
import classes from './EntryView.module.css';
import type { DraftOf } from './use-draft.ts';

/** Nhập liệu: the figures of one province or commune for one cut, typed in as into a spreadsheet. */
export function EntryView() {
  const { t } = useText();
  if (sourceOfWindow() !== null)
    return <EmptyState title={t('entry.readOnly')} hint={t('entry.readOnly.hint')} />;
  return <EntryScreen />;
}

function EntryScreen() {
  const { t } = useText();
  const { query } = useAddress();
  const person = usePerson();
  const [who, setWho] = useState<string | null>(null);
  const chosen: Chosen = { province: query.get('tinh'), commune: query.get('xa'), cut: query.get('ky') };
  const unit = chosen.commune ?? chosen.province;
  // Whoever is known on this machine begins at once, and stays whoever another window belongs to from now on.
  if (who === null && person.known !== '') setWho(person.known);
  const name = (who ?? person.known).trim();
  return (
    <div className={classes.screen}>
      <Toolbar>
        <EntryChoice {...chosen} />
        {name !== '' && (
          <div className={classes.who}>
            <span>{t('entry.who')}</span>
            <Button variant="default" onClick={() => setWho('')}>
              {name}
            </Button>
          </div>
        )}
      </Toolbar>
      {name === '' ? (
        <WhoForm
          begin={(given) => {
            person.setWho(given);
            setWho(given);
          }}
        />
      ) : unit === null || chosen.cut === null ? (
        <NothingChosen who={name} />
      ) : (
        <EntryOf of={{ who: name, unit, cut: chosen.cut }} />
      )}
    </div>
  );
}

function NothingChosen({ who }: { readonly who: string }) {
  const { t } = useText();
  return (
    <>
      <EmptyState title={t('entry.choose')} hint={t('entry.choose.hint')} />
      <DraftList who={who} />
    </>
  );
}

function WhoForm({ begin }: { readonly begin: (who: string) => void }) {
  const { t } = useText();
  const person = usePerson();
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (person.who.trim() === '') return;
    await person.remember();
    begin(person.who.trim());
  };
  return (
    <form className={classes.whoForm} aria-label={t('entry.who.title')} onSubmit={submit}>
      <strong>{t('entry.who.title')}</strong>
      <p>{t('entry.who.hint')}</p>
      <WhoField
        label={t('entry.who')}
        withAsterisk
        data-autofocus
        value={person.who}
        onChange={(event) => person.setWho(event.currentTarget.value)}
      />
      <Button type="submit" disabled={person.who.trim() === ''}>
        {t('entry.who.begin')}
      </Button>
    </form>
  );
}

function EntryOf({ of }: { readonly of: DraftOf }) {
  const { t, format } = useText();
  const names = useNames();
  const api = useApi();
  const { unit, cut } = of;
  const wanted: EntrySheet = useAddress().query.get('bang') === 'nhiem-vu' ? 'tasks' : 'figures';
  const planned = useQuery(api.calendar.overview.queryOptions({ input: { limit: 1 } })).data?.planned;
  const coming = planned?.find(({ id }) => id === cut);
  const grid = useQuery(api.entry.grid.queryOptions({ input: { unit, cut } }));
  if (coming !== undefined)
    return (
      <EmptyState
        title={t('entry.planned', { cut: names.cut(cut) })}
        hint={t('entry.planned.hint', { start: format.date(coming.start) })}
        action={<AppLink to="/ky-va-lich">{t('entry.toCalendar')}</AppLink>}
      />
    );
  if (grid.data === undefined) return <QueryState query={grid} />;
  const { rows, columns, before, tasks } = grid.data;
  const sheets = [
    ...(rows.length === 0 || columns.length === 0 ? [] : ['figures' as const]),
    ...(tasks === null || tasks.rows.length === 0 ? [] : ['tasks' as const]),
  ];
  const [first] = sheets;
  const sheet = sheets.find((one) => one === wanted) ?? first;
  if (sheet === undefined) return <EmptyState title={t('entry.noRows')} hint={t('entry.noRows.hint')} />;
  return (
    <>
      {sheets.length > 1 && <SheetChoice sheet={sheet} />}
      <p className={classes.lead}>
        {sheet === 'tasks' ? (
          <TasksLead grid={grid.data} />
        ) : (
          <>
            {t('entry.lead', {
              ...{ rows: rows.length, columns: columns.length },
              due: format.dateTime(grid.data.cut.dueAt),
            })}
            {' · '}
            {before === null ? t('entry.before.none') : t('entry.before', { cut: names.cut(before.id) })}
          </>
        )}
      </p>
      <EntryDesk key={`${of.who} ${unit} ${cut} ${sheet}`} of={of} grid={grid.data} sheet={sheet} />
    </>
  );
}

/** Figures or tasks: two sheets of one draft. */
function SheetChoice({ sheet }: { readonly sheet: EntrySheet }) {
  const { t } = useText();
  return (
    <SegmentedControl
      className={classes.sheets ?? ''}
      aria-label={t('entry.sheet')}
      size="xs"
      value={sheet}
      data={[
        { value: 'figures', label: t('entry.sheet.figures') },
        { value: 'tasks', label: t('entry.sheet.tasks') },
      ]}
      onChange={(value) => changeQuery({ bang: value === 'tasks' ? 'nhiem-vu' : null })}
    />
  );
}

function TasksLead({ grid: { tasks, cut } }: { readonly grid: EntryGridDto }) {
  const { t, format } = useText();
  if (tasks === null) return null;
  const values = { tasks: tasks.rows.length, due: format.dateTime(cut.dueAt) };
  return t(tasks.isOwed ? 'entry.tasks.lead' : 'entry.tasks.notOwed', values);
}
