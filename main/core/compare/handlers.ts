import { listOpenAlerts } from '#main/core/alerts/store.ts';
import { type CutView, requireCut } from '#main/core/cuts/lookup.ts';
import { cutDto } from '#main/core/cuts/store.ts';
import { procedure } from '#main/core/procedure.ts';
import { listStatuses, type StatusRow } from '#main/core/status/store.ts';
import { unitNames } from '#main/core/units/names.ts';
import type { ReadDatabase } from '#main/db/open.ts';
import type { ComparisonDto } from '#shared/contract/compare.ts';
import { compareKeys, compareStatuses, difference } from '#shared/domain/change.ts';
import { vietnamDay } from '#shared/domain/periods.ts';

export const compare = {
  cuts: procedure.compare.cuts.handler(({ context, input }) => {
    const from = requireCut(context.read, input.from);
    const to = requireCut(context.read, input.to);
    return compareViews(context.read, from, to, input.level, input.side);
  }),
};

type Level = ComparisonDto['level'];
type Side = ComparisonDto['side'];

function compareViews(
  database: ReadDatabase,
  from: CutView,
  to: CutView,
  level: Level,
  side: Side,
): ComparisonDto {
  const before = statusesOf(database, from, level, side);
  const after = statusesOf(database, to, level, side);
  const change = compareStatuses(before, after);
  const namesBefore = unitNames(database, vietnamDay(from.statusCut.asOf));
  const names = unitNames(database, vietnamDay(to.statusCut.asOf));
  const parents = parentsOf(database, to, level);
  const changed = (codes: readonly string[]) =>
    codes.map((code) => ({
      ...names.of(code),
      province: parents.get(code) ?? null,
      before: before.get(code) ?? '',
      after: after.get(code) ?? '',
    }));
  return {
    from: cutDto(from.cut),
    to: cutDto(to.cut),
    level,
    side,
    transitions: change.transitions as ComparisonDto['transitions'],
    common: change.common,
    unchanged: change.unchanged,
    improved: changed(change.improved),
    regressed: changed(change.regressed),
    startedReporting: changed(change.startedReporting),
    stoppedReporting: changed(change.stoppedReporting),
    joined: change.joined.map((code) => names.of(code)),
    left: change.left.map((code) => namesBefore.of(code)),
    alerts: compareAlerts(database, from, to),
    provinces: compareProvinces(database, from, to),
  };
}

function statusesOf(database: ReadDatabase, view: CutView, level: Level, side: Side): Map<string, string> {
  return new Map(listStatuses(database, view.statusCut.id, level).map((row) => [row.code, row[side]]));
}

function parentsOf(database: ReadDatabase, view: CutView, level: Level): Map<string, string | null> {
  if (level === 'province') return new Map();
  return new Map(listStatuses(database, view.statusCut.id, level).map((row) => [row.code, row.parent]));
}

function compareAlerts(database: ReadDatabase, from: CutView, to: CutView): ComparisonDto['alerts'] {
  const keys = (view: CutView) => new Set(listOpenAlerts(database, view.statusCut).map((alert) => alert.id));
  const { opened, closed, lasting } = compareKeys(keys(from), keys(to));
  return { opened: opened.length, closed: closed.length, lasting: lasting.length };
}

function compareProvinces(database: ReadDatabase, from: CutView, to: CutView): ComparisonDto['provinces'] {
  const before = new Map(listStatuses(database, from.statusCut.id, 'province').map((row) => [row.code, row]));
  const names = unitNames(database, vietnamDay(to.statusCut.asOf));
  return listStatuses(database, to.statusCut.id, 'province').map((row) => {
    const earlier = before.get(row.code);
    const coverageBefore = earlier === undefined ? null : coverageOf(earlier);
    const coverageAfter = coverageOf(row);
    return {
      ...names.of(row.code),
      greenBefore: earlier?.green ?? 0,
      greenAfter: row.green ?? 0,
      communes: row.communes ?? 0,
      coverageBefore,
      coverageAfter,
      coverageChange: difference(coverageBefore, coverageAfter),
    };
  });
}

/** Share of GREEN communes; null when none of them reported. */
function coverageOf({ communes, green, notReported }: StatusRow): number | null {
  return communes === null || communes === 0 || communes === notReported ? null : (green ?? 0) / communes;
}
