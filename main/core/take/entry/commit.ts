import { sha256 } from '#main/core/files/hash.ts';
import type { ReadDatabase, WriteDatabase } from '#main/db/open.ts';
import type { EntryPreviewDto, EntryVerdictDto } from '#shared/contract/entry.ts';
import { UserError } from '#shared/contract/errors.ts';
import { fullUnitName } from '#shared/text/unit-names.ts';
import { type CommitResult, type CommitStep, commitSteps } from '../intake/commit.ts';
import { diffFigures, FIGURE_STATES } from '../intake/diff.ts';
import { cutLabel } from '../intake/reminder.ts';
import { changesOf, countsOf, diffReports, type ReportDiff } from '../intake/reports/diff.ts';
import { baseOf, movedItems } from './draft.ts';
import {
  cellWriter,
  type DraftCell,
  type DraftKey,
  findDraft,
  listCells,
  removeDraft,
} from './draft-store.ts';
import { type Grid, itemKey } from './grid.ts';
import { type Judged, judgeCells } from './judge-cells.ts';

interface Waiting {
  readonly draftId: number;
  readonly cells: readonly DraftCell[];
  readonly judged: Judged;
  readonly errors: number;
  /** What a person has to have looked at. */
  readonly questions: readonly EntryVerdictDto[];
  readonly moved: EntryPreviewDto['moved'];
  readonly movedReports: EntryPreviewDto['movedReports'];
  readonly revision: string;
}

/** The draft as it would be committed. ENTRY_EMPTY. */
function waitingDraft(database: ReadDatabase, grid: Grid, key: DraftKey): Waiting {
  const draft = findDraft(database, key);
  const cells = draft === null ? [] : listCells(database, draft.id);
  if (draft === null || cells.length === 0) throw new UserError('ENTRY_EMPTY');
  const judged = judgeCells(grid, cells);
  const bases = cells.map((cell) => baseOf(grid, cell));
  return {
    draftId: draft.id,
    cells,
    judged,
    errors: judged.verdicts.filter(({ severity }) => severity === 'error').length,
    questions: judged.verdicts.filter(({ severity }) => severity !== 'error'),
    ...movedItems(database, grid, cells),
    revision: sha256(JSON.stringify([cells, bases, grid.cut.state])),
  };
}

/** What committing the draft would change. ENTRY_EMPTY. */
export function previewDraft(database: ReadDatabase, grid: Grid, key: DraftKey): EntryPreviewDto {
  const { judged, errors, questions, moved, movedReports, revision } = waitingDraft(database, grid, key);
  const reports = diffReports(database, judged.reports);
  const { order, states, before, totals } = diffFigures(database, judged.figures);
  return {
    revision,
    totals: { ...totals },
    changes: [...order].map((position) => {
      const { unit, indicator, value, numerator, denominator } = judged.figures.get(position);
      const state = FIGURE_STATES[states[position] ?? 0] ?? 'new';
      const now = { value, numerator, denominator };
      return { unit, indicator, state, now, before: before.get(position) ?? (state === 'same' ? now : null) };
    }),
    reports: reports.flatMap(changesOf),
    reportTotals: totalsOf(reports),
    errors,
    questions: [...questions],
    moved,
    movedReports,
    needsReason: grid.cut.state === 'closed',
  };
}

function totalsOf(diffs: readonly ReportDiff[]): EntryPreviewDto['reportTotals'] {
  const counts = diffs.map(countsOf);
  const sum = (key: 'added' | 'changed' | 'same') => counts.reduce((all, one) => all + one[key], 0);
  return { new: sum('added'), changed: sum('changed'), same: sum('same') };
}

export interface EntryCommit {
  readonly key: DraftKey;
  readonly revision: string;
  readonly confirmed: boolean;
  readonly acceptValid: boolean;
  readonly reason: string | null;
  /** UTC ISO. */
  readonly at: string;
}

/**
 * Takes a draft in as one run, inside the caller's transaction, if it still is what its preview showed. Cells that are
 * wrong stay in the draft. ENTRY_EMPTY, ENTRY_CHANGED, IMPORT_NOT_READY, CUT_CLOSED.
 */
export function* commitEntry(
  database: WriteDatabase,
  grid: Grid,
  request: EntryCommit,
): Generator<CommitStep, CommitResult> {
  const { key, reason, at } = request;
  const waiting = waitingDraft(database, grid, key);
  requireSettled(waiting, request);
  const { figures, reports } = waiting.judged;
  const content = JSON.stringify([key, at, waiting.cells]);
  const result = yield* commitSteps(database, {
    figures,
    reports,
    ...namesOf(grid),
    sha256: sha256(content),
    bytes: Buffer.byteLength(content),
    province: grid.unit.level === 'commune' ? (grid.unit.parent ?? null) : grid.unit.code,
    ...{ who: key.who, reason, at },
  });
  dropCommitted(database, waiting);
  return result;
}

function requireSettled(waiting: Waiting, request: EntryCommit): void {
  const { revision, errors, questions, moved, movedReports, judged } = waiting;
  if (revision !== request.revision) throw new UserError('ENTRY_CHANGED');
  const open = request.confirmed ? 0 : questions.length + moved.length + movedReports.length;
  const isWrong = errors > 0 && !request.acceptValid;
  if (isWrong || open > 0 || judged.taken.size === 0)
    throw new UserError('IMPORT_NOT_READY', { errors, questions: open });
}

/** What the run is called in the list of runs and in the history of its figures. */
function namesOf({ unit, cut }: Grid) {
  return {
    fileName: `Nhập tay: ${fullUnitName(unit, 'vi')}, kỳ ${cutLabel(cut)}`,
    sheets: ['Nhập tay'],
    typed: {
      nameEn: `Typed in: ${fullUnitName(unit, 'en')}, cut ${cutLabel(cut, 'en')}`,
      note: 'Nhập tay trên bảng nhập liệu',
      noteEn: 'Typed into the entry grid',
    },
  };
}

/** What was taken in leaves the draft; what was wrong, or put aside by another window, stays. */
function dropCommitted(database: WriteDatabase, { draftId, cells, judged }: Waiting): void {
  const writer = cellWriter(database, draftId);
  const staying = cells.filter((cell) => {
    const isTaken = judged.taken.has(itemKey(cell));
    if (isTaken && cell.aside === null) writer.remove(cell);
    else if (isTaken) writer.put({ ...cell, text: cell.aside ?? '', aside: null });
    return !isTaken || cell.aside !== null;
  });
  if (staying.length === 0) removeDraft(database, draftId);
}
