import type { ReadDatabase, WriteDatabase } from '#main/db/open.ts';
import type { EntryCellDto, EntryDraftDto } from '#shared/contract/entry.ts';
import { type EnteredReport, isReportPart } from '#shared/domain/entry.ts';
import type { Figure } from '#shared/domain/model.ts';
import {
  type CellPlace,
  cellWriter,
  type DraftCell,
  type DraftKey,
  ensureDraft,
  findDraft,
  listCells,
  listOthers,
  removeDraft,
} from './draft-store.ts';
import { figureKey, type Grid, itemKey } from './grid.ts';
import { findClosing, listRunsById } from './grid-store.ts';
import { judgeCells } from './judge-cells.ts';

const NO_DRAFT = -1;

/** The draft under the key of this grid, as it is judged against what is in force now. */
export function draftDto(database: ReadDatabase, grid: Grid, key: DraftKey): EntryDraftDto {
  const draft = findDraft(database, key);
  const cells = draft === null ? [] : listCells(database, draft.id);
  const { verdicts, readings } = judgeCells(grid, cells);
  const { closedAt } = findClosing(database, grid.cut.id);
  return {
    savedAt: draft?.savedAt ?? null,
    cells: cells.map(cellDto),
    others: listOthers(database, grid.cut.code, draft?.id ?? NO_DRAFT, [...grid.rows, grid.unit.code]),
    ...movedItems(database, grid, cells),
    closedMeanwhile:
      draft !== null && grid.cut.state === 'closed' && closedAt !== null && draft.begunAt < closedAt,
    verdicts: [...verdicts],
    readings: [...readings],
  };
}

const cellDto = ({ base: _, ...cell }: DraftCell): EntryCellDto => cell;

/** What is in force under a cell as JSON, to see later whether it is still that. */
export function baseOf(grid: Grid, { unit, indicator, part }: CellPlace): string | null {
  if (isReportPart(part)) {
    const report = unit === grid.unit.code ? grid.tasks?.reports.get(indicator) : undefined;
    return report === undefined ? null : JSON.stringify(sayingOf(report));
  }
  const figure = grid.figures.get(figureKey(unit, indicator));
  if (figure === undefined) return null;
  const { value, numerator, denominator } = figure;
  return JSON.stringify({ value, numerator, denominator });
}

const sayingOf = ({ state, progress, doneOn, cause, note }: EnteredReport): EnteredReport => ({
  ...{ state, progress, doneOn, cause, note },
});

interface Moved<What> {
  readonly unit: string;
  readonly indicator: string;
  readonly was: What | null;
  readonly now: What | null;
  readonly who: string;
  readonly at: string;
}

/** Figures and reports in force that are others than those that were typed over. */
export function movedItems(database: ReadDatabase, grid: Grid, cells: readonly DraftCell[]) {
  return {
    moved: movedOf<Figure>(
      database,
      grid,
      cells.filter(({ part }) => !isReportPart(part)),
    ),
    movedReports: movedOf<EnteredReport>(
      database,
      grid,
      cells.filter(({ part }) => isReportPart(part)),
    ),
  };
}

function movedOf<What>(database: ReadDatabase, grid: Grid, cells: readonly DraftCell[]): Moved<What>[] {
  const seen = new Set<string>();
  return cells.flatMap((cell) => {
    const { unit, indicator, base } = cell;
    const now = baseOf(grid, cell);
    if (seen.has(itemKey(cell)) || now === base) return [];
    seen.add(itemKey(cell));
    const runId = runUnder(grid, cell);
    const run = runId === undefined ? undefined : listRunsById(database, [runId])[0];
    const parsed = (text: string | null) => (text === null ? null : (JSON.parse(text) as What));
    const by = { who: run?.who ?? '', at: run?.at ?? '' };
    return [{ unit, indicator, was: parsed(base), now: parsed(now), ...by }];
  });
}

function runUnder(grid: Grid, { unit, indicator, part }: CellPlace): number | undefined {
  if (isReportPart(part)) return grid.tasks?.reports.get(indicator)?.runId;
  return grid.figures.get(figureKey(unit, indicator))?.runId;
}

interface SavedCell extends CellPlace {
  readonly text: string;
  readonly before: string;
}

/** Keeps what was typed, inside the caller's transaction, and answers with what the touched cells are now. */
export function saveCells(
  database: WriteDatabase,
  grid: Grid,
  key: DraftKey,
  cells: readonly SavedCell[],
  at: string,
) {
  const draft = ensureDraft(database, key, at);
  const writer = cellWriter(database, draft.id);
  for (const cell of cells) {
    const stored = writer.find(cell);
    const next = mergeCell(stored, cell);
    if (next === null) writer.remove(cell);
    else writer.put({ ...cell, ...next, at, base: baseOf(grid, cell) });
  }
  const all = listCells(database, draft.id);
  if (all.length === 0) removeDraft(database, draft.id);
  const touched = new Set(cells.map(itemKey));
  const kept = all.filter((cell) => touched.has(itemKey(cell)));
  const { verdicts, readings } = judgeCells(grid, kept);
  return {
    savedAt: all.length === 0 ? null : draft.savedAt,
    cells: kept.map(cellDto),
    // Whether a whole draft is as before cannot be seen of a part of it.
    verdicts: verdicts.filter(({ code }) => code !== 'ALL_SAME_AS_BEFORE'),
    readings: [...readings],
  };
}

/** What the cell holds after a window wrote into it; null: nothing. */
function mergeCell(
  stored: Pick<DraftCell, 'text' | 'aside'> | null,
  { text, before }: Pick<SavedCell, 'text' | 'before'>,
): Pick<DraftCell, 'text' | 'aside'> | null {
  const known = stored?.text ?? '';
  const isElsewhere = stored !== null && known !== before && known !== text;
  if (isElsewhere) return { text: known, aside: text === '' ? stored.aside : text };
  return text === '' ? null : { text, aside: null };
}
