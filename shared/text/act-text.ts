import type { ActKind } from '#shared/domain/acts.ts';
import type { MessageKey } from './catalogue.ts';
import type { Formatter } from './format.ts';
import type { Translator } from './translator.ts';

/** An act as the journal answers it. */
interface Act {
  readonly kind: ActKind;
  readonly subject: string | null;
  readonly before: string | null;
  readonly count: number | null;
}

interface Speaker {
  readonly t: Translator['t'];
  readonly format: Formatter;
}

/** What is counted by the acts that count something. */
const COUNTED: Readonly<Partial<Record<ActKind, MessageKey>>> = {
  import: 'journal.count.figures',
  correction: 'journal.count.figures',
  snapshotImport: 'journal.count.figures',
  undo: 'journal.count.figures',
  cutClosed: 'journal.count.provinces',
  alertAcknowledged: 'journal.count.alerts',
  alertSnoozed: 'journal.count.alerts',
  alertWoken: 'journal.count.alerts',
  alertNoted: 'journal.count.alerts',
  snapshotMade: 'journal.count.cuts',
  tableExported: 'journal.count.rows',
  provincesExported: 'journal.count.files',
  unitsChanged: 'journal.count.units',
  unitsUndone: 'journal.count.units',
};

/** Their subject is the number of a version. */
const REVISED: ReadonlySet<ActKind> = new Set([
  'rules',
  'plan',
  'rulesActivated',
  'calendar',
  'cutJudgedAnew',
]);

/** What an act was done with and how much of it: '14 cảnh báo', 'phiên bản 3', 'bao-cao.pptx'. */
export function actText({ kind, subject, before, count }: Act, speaker: Speaker): string {
  const said = subjectText(kind, subject, speaker);
  const from = subjectText(kind, before, speaker);
  const counted = COUNTED[kind];
  const much = counted === undefined || count === null ? '' : speaker.t(counted, { count });
  const what = from === '' ? said : `${from} → ${said === '' ? '–' : said}`;
  return [what, much].filter((part) => part !== '').join(' · ');
}

function subjectText(kind: ActKind, subject: string | null, { t, format }: Speaker): string {
  if (subject === null) return '';
  if (kind === 'cutDueMoved') return format.dateTime(subject);
  if (kind === 'cutStartMoved') return format.date(subject);
  if (REVISED.has(kind)) return t('journal.version', { version: subject });
  return subject;
}
