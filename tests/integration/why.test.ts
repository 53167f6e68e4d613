import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { type Application, createApp } from '#main/core/app.ts';
import { WHY_COUNTS, type WhyFigureDto } from '#shared/contract/why.ts';
import { filledFolder } from '#tests/setup/data-folder.ts';

const CUT = 'week-2025-12-29';
let application: Application;

beforeAll(async () => {
  application = await createApp({ dataFolder: filledFolder() });
});
afterAll(() => application.close());

const ask = (about: Parameters<Application['client']['why']['get']>[0]['about']) =>
  application.client.why.get({ cut: CUT, about });

/** GREEN 1, YELLOW 0.5, RED 0 by weight, what did not come once as RED and once as GREEN: as the sentences say. */
function scoreOf(figures: readonly WhyFigureDto[], unknown: 0 | 1): number {
  const points = { green: 1, yellow: 0.5, red: 0, undetermined: Number.NaN, noEvidence: unknown };
  const counted = figures.filter(({ thresholds }) => thresholds !== null);
  const weigh = (worth: (figure: WhyFigureDto) => number) =>
    counted.reduce((sum, figure) => sum + (figure.thresholds?.weight ?? 0) * worth(figure), 0);
  return weigh(({ status }) => points[status]) / weigh(() => 1);
}

describe("the answer to 'why?'", () => {
  it('holds what both ends of the operating score of a commune can be worked out from', async () => {
    const { codes } = await application.client.map.statuses({ cut: CUT, level: 'commune' });
    let asked = 0;
    for (const code of codes.filter((_, at) => at % 60 === 0)) {
      const { figures, reasons } = await ask({ what: 'unit', unit: code });
      const told = reasons.find((one) => one.code === 'reason.operating.weighted')?.values;
      if (told === undefined || figures.some(({ few }) => few)) continue;
      asked += 1;
      const near = [scoreOf(figures, 0), scoreOf(figures, 1)].map((score) => expect.closeTo(score, 6));
      expect([code, told.scoreLow, told.scoreHigh]).toEqual([code, ...near]);
    }
    expect(asked).toBeGreaterThan(40);
  });

  it("names file, sheet and row of a commune's figure", async () => {
    const { figures, sources } = await ask({ what: 'figure', unit: '11674', indicator: 'results_online' });
    expect(figures.map(({ code, unit, units }) => [code, unit, units])).toEqual([
      ['results_online', '11674', 1],
    ]);
    const profile = await application.client.units.profile({ code: '11674', cut: CUT });
    const own = profile.outputs.find(({ code }) => code === 'results_online')?.provenance;
    expect(sources).toEqual([{ ...own, indicator: 'results_online', figures: 1 }]);
  });

  it('counts the figures of every file behind a total, and names no row of many', async () => {
    const { sources, figures } = await ask({ what: 'figure', unit: '31', indicator: 'results_online' });
    const known = sources.reduce((sum, source) => sum + source.figures, 0);
    expect(known).toBe((figures[0]?.reportedUnits ?? 0) + (figures[0]?.notApplicable ?? 0));
    expect(sources.filter((source) => source.figures > 1 && source.row !== null)).toEqual([]);
  });

  it('names every figure of a commune, each in its place', async () => {
    const { sources, otherSources } = await ask({ what: 'unit', unit: '11674' });
    const { criteria, outputs } = await application.client.units.profile({ code: '11674', cut: CUT });
    const known = [...criteria, ...outputs].filter(({ provenance }) => provenance !== null);
    expect(known.length).toBeGreaterThan(12);
    expect(sources.map(({ indicator }) => indicator).toSorted()).toEqual(
      known.map(({ code }) => code).toSorted(),
    );
    expect(otherSources).toBe(0);
  });

  it.each(WHY_COUNTS)('says a rule for %s', async (count) => {
    expect((await ask({ what: 'count', count })).reasons.length).toBeGreaterThan(0);
  });

  it('says of a cut without task reports that nobody knows', async () => {
    // A folder of its own: the other questions are about tasks that were reported.
    const silent = await createApp({ dataFolder: filledFolder() });
    onTestFinished(() => silent.close());
    const { client, context } = silent;
    await context.write((database) => {
      database.exec(`DELETE FROM task_status WHERE cut_id = (SELECT id FROM cut WHERE code = '${CUT}')`);
    });
    const { reasons } = await client.why.get({ cut: CUT, about: { what: 'count', count: 'overdue' } });
    expect(reasons.map(({ code }) => code)).toEqual(['reason.why.tasks.unknown']);
    const { tasks } = await client.status.get({ cut: CUT });
    expect([tasks.overdue, tasks.done, tasks.overdueUnattributed, tasks.state]).toEqual([
      null,
      null,
      null,
      'notReported',
    ]);
  });

  it('refuses what it does not know by name', async () => {
    await expect(ask({ what: 'figure', unit: 'VN', indicator: 'nothing' })).rejects.toMatchObject({
      code: 'INDICATOR_UNKNOWN',
    });
    await expect(ask({ what: 'unit', unit: '99999' })).rejects.toMatchObject({ code: 'UNIT_UNKNOWN' });
    await expect(ask({ what: 'group', group: 'nothing' })).rejects.toMatchObject({ code: 'INPUT_INVALID' });
  });
});

describe('asked of tasks, cells, changes and forecasts', () => {
  it('names every overdue task with its deadline, progress and where it stands', async () => {
    const cut = '2025-07-31';
    const about = { what: 'count', count: 'overdue' } as const;
    const { tasks, otherTasks } = await application.client.why.get({ cut, about });
    const { tasks: all } = await application.client.plan.tasks({ cut });
    const overdue = all.filter(({ schedule }) => schedule === 'overdue');
    expect(tasks.length + otherTasks).toBe(overdue.length);
    expect(tasks.length).toBeGreaterThan(0);
    for (const task of tasks) expect(overdue).toContainEqual(expect.objectContaining(task));
  });

  it('names the tasks of a group, those that need somebody first, and of one task the reports behind it', async () => {
    const { tasks } = await ask({ what: 'group', group: '1' });
    const order = ['overdue', 'notReported', 'dueSoon', 'onTime', 'done'];
    const places = tasks.map(({ schedule }) => order.indexOf(schedule));
    expect(places).toEqual(places.toSorted((left, right) => left - right));
    const [first] = tasks;
    const one = await ask({ what: 'task', task: first?.code ?? '' });
    expect(one.tasks).toEqual([first]);
    expect(one.reasons).toEqual(
      (await application.client.plan.task({ code: first?.code ?? '', cut: CUT })).reasons,
    );
    expect(one.sources).not.toEqual([]);
    await expect(ask({ what: 'task', task: '9.99' })).rejects.toMatchObject({ code: 'TASK_UNKNOWN' });
  });

  it('counts the provinces behind the progress of the 34', async () => {
    const { reasons } = await ask({ what: 'count', count: 'progress' });
    const { progress, provinces } = (await application.client.status.get({ cut: CUT })).national;
    expect(reasons[0]).toEqual({ code: 'reason.why.progress.counts', values: { ...progress, provinces } });
  });

  it('counts a cell of the matrix, or each that is a gap, in the country and in a province', async () => {
    const { gap } = (await application.client.status.get({ cut: CUT })).national;
    const counts = async (about: Parameters<typeof ask>[0]) =>
      (await ask(about)).reasons.flatMap(({ code, values }) =>
        code === 'reason.why.cell' ? [values.count] : [],
      );
    expect(await counts({ what: 'cell', level: 'commune', reported: 'yellow', operating: 'yellow' })).toEqual(
      [gap.yellow.yellow],
    );
    expect(await counts({ what: 'cell', level: 'commune' })).toEqual([
      gap.green.red,
      gap.green.yellow,
      gap.yellow.red,
    ]);
    const own = await application.client.gap.get({ cut: CUT, province: '31' });
    expect(await counts({ what: 'cell', level: 'commune', province: '31' })).toEqual([
      own.matrix.green.red,
      own.matrix.green.yellow,
      own.matrix.yellow.red,
    ]);
  });

  it('says of an outlook what the forecast says, with the figures of its coverage or its tasks behind', async () => {
    const { provinces, groups } = await application.client.forecast.get({ cut: CUT });
    const [province, group] = [provinces[0], groups[0]];
    const ofPlace = await ask({ what: 'forecast', code: province?.code ?? '' });
    expect(ofPlace.reasons).toEqual([
      ...(province?.reasons ?? []),
      { code: 'reason.forecast.share.communes', values: {} },
    ]);
    expect(ofPlace.figures.map(({ kind }) => kind)).toContain('criterion');
    const ofGroup = await ask({ what: 'forecast', code: group?.code ?? '' });
    expect(ofGroup.reasons.slice(0, group?.reasons.length)).toEqual(group?.reasons);
    // The share of a group can be worked out again, and who has no factor says so.
    const { tasks } = await application.client.plan.tasks({ cut: CUT, group: group?.code });
    expect(ofGroup.tasks.length + ofGroup.otherTasks).toBe(tasks.length);
    const mean = tasks.reduce((sum, { progress }) => sum + (progress ?? 0), 0) / tasks.length;
    expect(group?.share).toBeCloseTo(mean, 6);
    for (const one of groups) {
      const { reasons } = await ask({ what: 'forecast', code: one.code });
      const [share, method] = reasons.slice(-2).map(({ code }) => code);
      expect(share).toBe('reason.forecast.share.progress');
      expect(method === 'reason.forecast.method.none').toBe(one.tested === null);
    }
    await expect(ask({ what: 'forecast', code: '99' })).rejects.toMatchObject({ code: 'UNIT_UNKNOWN' });
  });

  it.each(['province', 'commune'] as const)('tells the rule behind a change of %s', async (level) => {
    for (const side of ['reported', 'operating'] as const) {
      const { reasons, sources } = await ask({ what: 'change', level, side });
      expect(reasons.map(({ code }) => code)).toEqual([
        'reason.why.change',
        ...(side === 'operating' ? ['reason.operating.month'] : []),
        side === 'operating'
          ? 'reason.why.rollUp'
          : level === 'commune'
            ? 'reason.why.commune'
            : 'reason.why.progress',
      ]);
      expect(sources).not.toEqual([]);
    }
  });
});
