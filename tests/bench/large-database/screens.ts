import { alertPageInput } from '#renderer/views/alerts/alert-pages.ts';
import type { Client } from '#shared/contract/contract.ts';

/** What a screen is asked about: a status cut and the one before it. */
export interface Asked {
  readonly cut: string;
  readonly before: string;
}

export type Screen = (client: Client, asked: Asked) => Promise<unknown>;

/** A page of the alerts screen: by default it lists what waits for somebody, from the most severe on. */
const alertPage = (client: Client, { cut }: Asked, offset: number, isGrouped = false) =>
  client.alerts.list(alertPageInput({ states: ['firing'] }, cut, { offset, isGrouped }));

/** The question behind each screen, with the very input the screen sends. */
export const SCREENS: Readonly<Record<string, Screen>> = {
  'overview: status.get': (client, { cut }) => client.status.get({ cut }),
  'overview: status.history': (client) => client.status.history({}),
  'overview, rail, wall: alerts.list (top)': (client, { cut }) =>
    client.alerts.list({ cut, states: ['firing'], limit: 24 }),
  'every screen: units.list': (client) => client.units.list({}),
  'every screen: cuts.list': (client) => client.cuts.list(),
  'map: map.statuses (communes)': (client, { cut }) => client.map.statuses({ cut, level: 'commune' }),
  'map: map.statuses (provinces)': (client, { cut }) => client.map.statuses({ cut, level: 'province' }),
  'map: map.indicator (communes)': (client, { cut }) =>
    client.map.indicator({ cut, level: 'commune', code: 'documents_signed' }),
  'tasks: plan.groups': (client, { cut }) => client.plan.groups({ cut }),
  'tasks: plan.tasks': (client, { cut }) => client.plan.tasks({ cut }),
  'task page: plan.task': async (client, { cut }) =>
    client.plan.task({ cut, code: await taskWithOutputs(client) }),
  'unit: units.profile (country)': (client, { cut }) => client.units.profile({ code: 'VN', cut }),
  'unit: units.profile (province)': (client, { cut }) => client.units.profile({ code: '31', cut }),
  'unit: units.profile (commune)': (client, { cut }) => client.units.profile({ code: '11446', cut }),
  'indicators: indicators.get (output)': (client, { cut }) =>
    client.indicators.get({ cut, code: 'documents_signed' }),
  'indicators: indicators.get (criterion)': (client, { cut }) =>
    client.indicators.get({ cut, code: 'signature_specialised' }),
  'alerts: alerts.list (first page, 200 rows)': (client, asked) => alertPage(client, asked, 0),
  'alerts: alerts.list (a further page, 300 rows)': (client, asked) => alertPage(client, asked, 1800),
  'alerts: alerts.list (first page, by province)': (client, asked) => alertPage(client, asked, 0, true),
  'alerts: alerts.list (first page, by name)': (client, { cut }) =>
    client.alerts.list(
      alertPageInput({ states: ['firing'], text: 'hai phong' }, cut, { offset: 0, isGrouped: false }),
    ),
  'gap: gap.get (communes)': (client, { cut }) => client.gap.get({ cut }),
  'gap: gap.get (provinces)': (client, { cut }) => client.gap.get({ cut, level: 'province' }),
  'difficulties: difficulties.list': (client, { cut }) => client.difficulties.list({ cut }),
  'difficulties: difficulties.documents': (client, { cut }) => client.difficulties.documents({ cut }),
  'compare: compare.cuts': (client, { cut, before }) => client.compare.cuts({ from: before, to: cut }),
  'forecast: forecast.get': (client, { cut }) => client.forecast.get({ cut }),
  'forecast: forecast.course': (client, { cut }) => client.forecast.course({ cut, code: '31' }),
  'data: intake.submissions': (client, { cut }) => client.intake.submissions({ cut }),
  'data: intake.punctuality': (client, { cut }) => client.intake.punctuality({ cut }),
  'data: intake.cuts': (client) => client.intake.cuts(),
  'data: intake.runs': (client) => client.intake.runs({ limit: 1000 }),
};

let knownTask: string | null = null;

/** The first task whose page has outputs to show: looked up once, outside what is measured. */
async function taskWithOutputs(client: Client): Promise<string> {
  if (knownTask !== null) return knownTask;
  for (const { code } of (await client.plan.tasks({})).tasks) {
    if ((await client.plan.task({ code })).outputs.length > 1) {
      knownTask = code;
      return code;
    }
  }
  throw new Error('No task has outputs');
}
