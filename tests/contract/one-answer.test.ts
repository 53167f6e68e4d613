import { afterAll, describe, expect, it } from 'vitest';
import { type Application, createApp } from '#main/core/app.ts';
import { contract } from '#shared/contract/contract.ts';
import { vietnamDay } from '#shared/domain/periods.ts';
import { type Claims, contradictions, heardBeside, saidBy } from '#tests/fixtures/answers/claims.ts';
import { makeHistory } from '#tests/fixtures/answers/history.ts';
import { pencilClaims } from '#tests/fixtures/answers/pencil.ts';
import { type Asked, COMMANDS, SPEAKERS } from '#tests/fixtures/answers/speakers.ts';
import { filledFolder, freshFolder } from '#tests/setup/data-folder.ts';
import { listProcedures } from '#tests/setup/procedures.ts';

/** Procedures that say no figure and no colour of a unit: they speak of files, people, settings, rows as they were sent. */
const SILENT: Readonly<Record<string, string>> = {
  alerts: 'acknowledge handover handoverLines note removeFilter saveFilter savedFilters snooze wake',
  application: 'events info',
  backups: 'list look make restore',
  briefing: `brand download drawMap inspectDeck picture provinces removeTemplate renewDeck saveTemplate setBrand table
    templates`,
  calendar: 'add change label moveDue overview preview remove',
  compare: 'sources',
  cuts: 'list origins',
  difficulties: 'documents',
  // The rows of a draft, as they were typed.
  entry: 'check commit discard draft drafts grid preview save',
  // What colours a file would change is told of a try that is undone: tests/integration/colours-changed.
  intake: `changes close colours commit cuts discard history inbox inspect punctuality receipt rejected reminder reopen revise runs sheet sheetSearch
    submissions template templates undo`,
  picture: 'back get wait',
  // The preview of a plan counts the colours at the newest cut, as that of rules does: tests/integration/plan-revisions.
  plan: 'diff export get indicators judgeAnew preview read revisions save',
  recipes: 'export import list remove rename save versions',
  rules: 'activate get list save',
  journal: 'list',
  staff: 'list put remove',
  settings: 'get set',
  // What an opened file answers is what the workspace answers: tests/integration/snapshots.
  snapshots: `close create current download import keys.distrust keys.export keys.list keys.make keys.trust list open
    opened preview verify`,
  units: 'acts boundaries former formerNamed list readActs takeActs template undoActs',
  uploads: 'hand receive withdraw',
  watch: 'change choose forget once state',
  workspace: 'copy create info list open readPlan',
};
const silent = Object.entries(SILENT).flatMap(([feature, names]) =>
  names.split(/\s+/).map((name) => `${feature}.${name}`),
);

const applications: Application[] = [];
afterAll(async () => {
  for (const application of applications) await application.close();
});

it('every procedure is heard here, or known to say no figure', () => {
  expect([...Object.keys(SPEAKERS), ...silent].toSorted()).toEqual(
    listProcedures(contract)
      .map(({ name }) => name)
      .toSorted(),
  );
});

describe('one figure has one value, one state and one colour, whoever is asked', () => {
  // Everybody is asked of every cut: on a machine that is busy with other things that takes its time.
  it.each([1, 2, 3])('in history %i', { timeout: 300_000 }, async (seed) => {
    const dataFolder = filledFolder();
    makeHistory(dataFolder, seed);
    const application = await createApp({ dataFolder });
    applications.push(application);
    const { client } = application;
    const claims: Claims = new Map();
    const { rules } = await client.rules.get({});
    await saidBy('pencil', () => pencilClaims(application.context.read, rules, claims));
    const cuts = (await client.cuts.list()).toReversed();
    const months = application.context.read
      .prepare(`SELECT code AS id, as_of AS asOf FROM cut WHERE kind = 'month'`)
      .all() as { id: string; asOf: string }[];
    const indicators = await client.plan.indicators();
    for (const cut of [...cuts, ...months]) {
      // A month speaks by the last statuses before its end, and by its own outputs.
      const known = cuts.filter(({ id, asOf }) => id !== cut.id && asOf <= cut.asOf);
      const day = vietnamDay(cuts.some(({ id }) => id === cut.id) ? cut.asOf : (known.at(-1)?.asOf ?? ''));
      const { units } = await client.units.list({ date: day });
      const upTo = [...known, cut];
      const asked: Asked = {
        ...{ client, claims, cut: cut.id, cuts: upTo, units, indicators, dataFolder },
        statusCut: cuts.some(({ id }) => id === cut.id) ? cut.id : (known.at(-1)?.id ?? ''),
        folder: freshFolder(),
      };
      for (const [name, ask] of Object.entries(SPEAKERS)) await saidBy(name, () => ask(asked));
    }
    const last = cuts.at(-1)?.id ?? '';
    const asked = {
      client,
      claims,
      cut: last,
      statusCut: last,
      cuts,
      units: [],
      indicators,
      dataFolder,
      folder: '',
    };
    for (const [name, ask] of Object.entries(COMMANDS)) await saidBy(name, () => ask(asked));
    expect(contradictions(claims)).toEqual([]);
    // Who says nothing contradicts nobody: each was heard on facts that somebody else spoke of as well.
    expect(heardBeside(claims)).toEqual(
      [...Object.keys(SPEAKERS), ...Object.keys(COMMANDS), 'pencil'].toSorted(),
    );
  });
});
