import { useQuery } from '@tanstack/react-query';
import { useApi } from '#renderer/ground/client/ApiProvider.tsx';
import { useCut } from '#renderer/ground/cut.tsx';
import { useNames } from '#renderer/ground/names.tsx';
import { type Text, useText } from '#renderer/ground/text.tsx';
import { usePicture } from '#renderer/panels/picture/use-picture.ts';
import type { MessageKey } from '#shared/text/catalogue.ts';
import { cutName } from '#shared/text/reason-text.ts';

export interface FirstStep {
  readonly name: 'people' | 'calendar' | 'templates' | 'file' | 'safety';
  readonly isDone: boolean;
  /** What the data say of it. */
  readonly fact: string;
  readonly ways: readonly { readonly to: string; readonly label: MessageKey }[];
}

/** The five steps of the first hour as the data tell them: nobody ticks them off. Null while the data are on their way. */
export function useFirstSteps(): readonly FirstStep[] | null {
  const known = useKnown();
  const text = useText();
  return known === null ? null : STEPS.map((step) => step(known, text));
}

/** What the steps are read from. */
function useKnown() {
  const api = useApi();
  const { cut } = useCut();
  const picture = usePicture();
  const { units } = useNames();
  const settings = useQuery(api.settings.get.queryOptions()).data;
  const indicators = useQuery(api.plan.indicators.queryOptions()).data;
  const watch = useQuery(api.watch.state.queryOptions({ input: { files: 0 } })).data;
  const inbox = useQuery(api.intake.inbox.queryOptions()).data;
  const runs = useQuery(api.intake.runs.queryOptions({ input: { limit: 1 } })).data;
  const backups = useQuery(api.backups.list.queryOptions()).data?.backups;
  if (!settings || !indicators || !watch || !inbox || !runs || !backups || !picture) return null;
  if (units.length === 0) return null;
  const { personName } = settings;
  // A week before a month: it is what is collected first.
  const collecting = [...picture.statuses.collecting, ...picture.months.collecting][0] ?? null;
  return {
    cut,
    collecting,
    units,
    personName,
    indicators,
    watched: watch.settings,
    inbox,
    run: runs[0],
    backups,
  };
}
type Known = NonNullable<ReturnType<typeof useKnown>>;

function people({ units, indicators, personName }: Known, { t }: Text): FirstStep {
  const count = (level: string) => units.filter((unit) => unit.level === level).length;
  const plan = {
    provinces: count('province'),
    communes: count('commune'),
    indicators: indicators.length,
    who: personName ?? '',
  };
  return {
    name: 'people',
    isDone: personName !== null,
    fact: t(personName === null ? 'firstHour.people.open' : 'firstHour.people.done', plan),
    ways: [
      { to: '/cai-dat', label: 'settings.title' },
      { to: '/chi-tieu', label: 'indicators.title' },
    ],
  };
}

/** A cut is open once it is collected, before anything of it has come. */
function calendar({ cut, collecting }: Known, text: Text): FirstStep {
  return {
    name: 'calendar',
    isDone: cut !== null || collecting !== null,
    fact: calendarFact(cut, collecting, text),
    ways: [{ to: '/ky-va-lich', label: 'frame.calendar' }],
  };
}

function calendarFact(cut: Known['cut'], collecting: Known['collecting'], text: Text): string {
  const { t, format } = text;
  if (cut !== null)
    return t('firstHour.calendar.done', { cut: cutName(cut, text), time: format.dateTime(cut.asOf) });
  if (collecting === null) return t('firstHour.calendar.open');
  const due = format.dateTime(collecting.dueAt);
  return t('firstHour.calendar.begun', { cut: cutName(collecting.cut, text), due });
}

function templates({ watched, inbox, run }: Known, { t }: Text): FirstStep {
  return {
    name: 'templates',
    isDone: watched !== null || inbox.length > 0 || run !== undefined,
    fact:
      watched === null
        ? t('firstHour.templates.open')
        : t('firstHour.templates.folder', { folder: watched.folder }),
    ways: [
      { to: '/so-lieu/bieu-mau', label: 'intake.tab.templates' },
      { to: '/so-lieu/thu-muc', label: 'intake.tab.watch' },
    ],
  };
}

function firstFile({ inbox, run }: Known, { t, format }: Text): FirstStep {
  return {
    name: 'file',
    isDone: run !== undefined,
    fact:
      run === undefined
        ? t('firstHour.file.open', { waiting: inbox.length })
        : t('firstHour.file.done', { file: run.file, time: format.dateTime(run.at) }),
    ways: [{ to: '/so-lieu', label: 'intake.title' }],
  };
}

function safety({ backups }: Known, { t, format }: Text): FirstStep {
  const [newest] = backups;
  return {
    name: 'safety',
    isDone: newest !== undefined,
    fact:
      newest === undefined
        ? t('firstHour.safety.open')
        : t('firstHour.safety.done', { count: backups.length, time: format.dateTime(newest.madeAt) }),
    ways: [{ to: '/cai-dat', label: 'backups.title' }],
  };
}

const STEPS = [people, calendar, templates, firstFile, safety] as const;
