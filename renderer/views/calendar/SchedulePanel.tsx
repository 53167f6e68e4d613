import { Button, TextInput } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useApi } from '#renderer/ground/client/ApiProvider.tsx';
import { useText } from '#renderer/ground/text.tsx';
import { usePerson } from '#renderer/ground/use-person.ts';
import { useSay } from '#renderer/ground/use-say.ts';
import { Panel } from '#renderer/ui/Panel.tsx';
import { WhoField } from '#renderer/ui/WhoField.tsx';
import type { CalendarRevisionDto, PlannedCutDto } from '#shared/contract/calendar.ts';
import { vietnamDay } from '#shared/domain/periods.ts';
import { cutNameInside } from '#shared/text/reason-text.ts';
import classes from './CalendarView.module.css';
import { MomentFields } from './MomentFields.tsx';
import { MonthlyFields } from './MonthlyFields.tsx';
import { WeeklyFields } from './WeeklyFields.tsx';

type Schedule = CalendarRevisionDto['schedule'];
const USUAL: Schedule = { weekly: null, monthly: null, moments: [] };

/** The calendar in force, and a change of it with what it would do, before it is written. */
export function SchedulePanel({ revision }: { readonly revision: CalendarRevisionDto | null }) {
  const { t, format } = useText();
  const person = usePerson();
  const api = useApi();
  const [schedule, setSchedule] = useState<Schedule>(revision?.schedule ?? USUAL);
  const [note, setNote] = useState('');
  const change = {
    from: vietnamDay(new Date().toISOString()),
    schedule: { ...schedule, moments: schedule.moments.filter(({ day }) => day !== '') },
  };
  const preview = useQuery(api.calendar.preview.queryOptions({ input: change }));
  const say = useSay();
  const save = useMutation(
    api.calendar.change.mutationOptions({ onSuccess: () => person.remember(), onError: say.error }),
  );
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
      <ScheduleFields value={schedule} onChange={setSchedule} />
      <div className={classes.form}>
        <TextInput
          label={t('calendar.note')}
          value={note}
          onChange={(event) => setNote(event.currentTarget.value)}
        />
        <WhoField
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
      {preview.data !== undefined && <Outlook {...preview.data} />}
    </Panel>
  );
}

interface Preview {
  readonly added: readonly unknown[];
  readonly removed: readonly unknown[];
  readonly changed: readonly unknown[];
  readonly opensNow: number;
  readonly overlapping: readonly PlannedCutDto[];
}

/** What the calendar would come to. */
function Outlook({ added, removed, changed, opensNow, overlapping }: Preview) {
  const text = useText();
  const { t } = text;
  const counts = { added: added.length, removed: removed.length, changed: changed.length, opens: opensNow };
  const cuts = overlapping.map((cut) => cutNameInside(cut, text)).join(', ');
  return (
    <div role="status">
      <p>{t('calendar.preview.text', counts)}</p>
      {overlapping.length > 0 && <p className={classes.warning}>{t('calendar.preview.overlap', { cuts })}</p>}
    </div>
  );
}

function ScheduleFields(props: { readonly value: Schedule; readonly onChange: (value: Schedule) => void }) {
  const { value, onChange } = props;
  return (
    <>
      <WeeklyFields value={value.weekly} onChange={(weekly) => onChange({ ...value, weekly })} />
      <MonthlyFields value={value.monthly} onChange={(monthly) => onChange({ ...value, monthly })} />
      <MomentFields value={value.moments} onChange={(moments) => onChange({ ...value, moments })} />
    </>
  );
}
