import { Button, TextInput } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useApi } from '#renderer/ground/client/ApiProvider.tsx';
import { useText } from '#renderer/ground/text.tsx';
import { usePerson } from '#renderer/ground/use-person.ts';
import { Panel } from '#renderer/ui/Panel.tsx';
import type { CalendarRevisionDto } from '#shared/contract/calendar.ts';
import { vietnamDay } from '#shared/domain/periods.ts';
import classes from './CalendarView.module.css';
import { WeeklyFields } from './WeeklyFields.tsx';

const USUAL = {
  weekday: 1,
  hour: 16,
  minute: 0,
  dueAfterHours: 0,
  owes: ['criteria' as const],
  asks: 'all' as const,
};

/** The calendar in force, and a change of its weeks with what it would do, before it is written. */
export function SchedulePanel({ revision }: { readonly revision: CalendarRevisionDto | null }) {
  const { t, format } = useText();
  const person = usePerson();
  const api = useApi();
  const before = revision?.schedule.weekly ?? USUAL;
  const [weekly, setWeekly] = useState(before);
  const [note, setNote] = useState('');
  const { monthly = null, moments = [] } = revision?.schedule ?? {};
  const change = {
    from: vietnamDay(new Date().toISOString()),
    schedule: { weekly, monthly: monthly ?? MONTHLY, moments },
  };
  const preview = useQuery(api.calendar.preview.queryOptions({ input: change }));
  const save = useMutation(api.calendar.change.mutationOptions({ onSuccess: () => person.remember() }));
  const counts = preview.data;
  return (
    <Panel title={t('calendar.schedule')}>
      <p>
        {revision === null
          ? t('calendar.schedule.none')
          : t('calendar.schedule.now', {
              from: format.date(revision.from),
              who: revision.who,
              note: revision.note,
            })}{' '}
        {revision?.until != null && t('calendar.schedule.until', { until: format.date(revision.until) })}
      </p>
      <div className={classes.form}>
        <WeeklyFields value={weekly} onChange={setWeekly} />
        <TextInput
          label={t('calendar.note')}
          value={note}
          onChange={(event) => setNote(event.currentTarget.value)}
        />
        <TextInput
          label={t('calendar.who')}
          value={person.who}
          onChange={(event) => person.setWho(event.currentTarget.value)}
        />
        <Button
          disabled={note.trim() === '' || person.who.trim() === ''}
          loading={save.isPending}
          onClick={() => save.mutate({ ...change, who: person.who, note })}
        >
          {t('calendar.save')}
        </Button>
      </div>
      {counts !== undefined && (
        <p role="status">
          {t('calendar.preview.text', {
            added: counts.added.length,
            removed: counts.removed.length,
            changed: counts.changed.length,
            opens: counts.opensNow,
          })}
        </p>
      )}
    </Panel>
  );
}

const MONTHLY = { dueDay: 5, dueHour: 17, owes: ['outputs' as const], asks: 'all' as const };
