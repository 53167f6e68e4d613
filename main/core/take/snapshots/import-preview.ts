import { setImmediate as nextTurn } from 'node:timers/promises';
import { knownCuts } from '#main/core/ground/calendar/planned.ts';
import type { Context } from '#main/core/ground/context.ts';
import type { FigureTable } from '#main/core/take/intake/check/figure-table.ts';
import { type Diff, diffFigures, FIGURE_STATES } from '#main/core/take/intake/diff.ts';
import { findSeen } from '#main/core/take/intake/offers.ts';
import { changesOf, countsOf, diffReports } from '#main/core/take/intake/reports/diff.ts';
import type { SnapshotChangeDto, SnapshotPreviewDto } from '#shared/contract/snapshots.ts';
import type { CutState } from '#shared/domain/model.ts';
import { bringFigures, bringReports } from './import-content.ts';
import { type ImportChoice, openForImport } from './import-file.ts';

/** So many of each kind are shown; the counts say how many there are. */
const SHOWN = 100;

/**
 * What an import of an open snapshot would do; nothing is written. Compares cut by cut, so that others get their
 * turn. Errors as of `importFile`.
 */
export async function previewImport(
  context: Context,
  choice: ImportChoice,
  signal: AbortSignal | undefined,
): Promise<SnapshotPreviewDto> {
  const { bringing, cuts } = openForImport(context, choice);
  const figures = { added: 0, changed: 0, same: 0 };
  const changes: SnapshotChangeDto[] = [];
  let leftOut = 0;
  for (const cut of cuts) {
    const { figures: brought, leftOut: left } = bringFigures(bringing, cut);
    leftOut += left;
    const diff = diffFigures(context.read, brought);
    figures.added += diff.totals.new;
    figures.changed += diff.totals.changed;
    figures.same += diff.totals.same;
    changes.push(...figureChanges(brought, diff, SHOWN - changes.length));
    await nextTurn();
    signal?.throwIfAborted();
  }
  const words = bringReports(bringing, cuts);
  const reports = diffReports(context.read, words.reports);
  const seen = findSeen(context.read, bringing.report.sha256 ?? '');
  return {
    cuts: cutStates(context, cuts),
    figures,
    reports: reports.map(countsOf),
    leftOut: leftOut + words.leftOut,
    // Few words would be lost behind many figures.
    changes: [...reports.flatMap((one) => changesOf(one).slice(0, SHOWN)), ...changes],
    seen: seen === null ? null : { run: seen.run, at: seen.at, who: seen.who },
  };
}

function cutStates(context: Context, codes: readonly string[]): SnapshotPreviewDto['cuts'] {
  const { opened, planned } = knownCuts(context.read, context.clock().toISOString());
  const states = new Map<string, CutState>(opened.map(({ code, state }) => [code, state]));
  for (const { code } of planned) states.set(code, 'planned');
  return codes.map((code) => ({ code, state: states.get(code) ?? 'unknown' }));
}

function figureChanges(figures: FigureTable, diff: Diff, limit: number): SnapshotChangeDto[] {
  const same = FIGURE_STATES.indexOf('same');
  const positions: number[] = [];
  for (const position of diff.order) {
    if (positions.length >= limit) break;
    if (diff.states[position] !== same) positions.push(position);
  }
  return positions.map((position) => {
    const { cut, unit, indicator, value, numerator, denominator } = figures.get(position);
    const before = diff.before.get(position);
    const now = { indicator, value, numerator, denominator };
    return { kind: 'figure', cut, unit, now, before: before === undefined ? null : { ...before } };
  });
}
