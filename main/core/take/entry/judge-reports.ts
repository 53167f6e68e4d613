import type { EntryVerdictDto } from '#shared/contract/entry.ts';
import { isReportPart, type ReportPart, untypedText } from '#shared/domain/entry.ts';
import type { ProblemCode } from '../intake/problem.ts';
import { gatherReports } from '../intake/reports/gathered.ts';
import {
  type Read,
  readCategory,
  readDay,
  readProgress,
  readState,
  readText,
} from '../intake/reports/read-cells.ts';
import { judgeTaskRow, type TaskRow, type Verdict } from '../intake/reports/verdicts.ts';
import type { CellPlace } from './draft-store.ts';
import { figureKey, type Grid } from './grid.ts';
import type { TaskRows } from './task-rows.ts';

type ReportBody = NonNullable<Verdict['body']>;

interface TypedCell extends CellPlace {
  readonly text: string;
}

/** The typed cells of one task. */
interface TypedReport {
  readonly unit: string;
  readonly task: string;
  readonly texts: ReadonlyMap<ReportPart, string>;
}

type Say = (
  severity: EntryVerdictDto['severity'],
  code: string,
  part: ReportPart | null,
  values?: EntryVerdictDto['values'],
) => void;

/** Judges what was typed of tasks by the verdict that files go through. A part that was not typed is the one in force. */
export function judgeReports(grid: Grid, cells: readonly TypedCell[]) {
  const reports = gatherReports();
  const bodies: ReportBody[] = [];
  const verdicts: EntryVerdictDto[] = [];
  for (const typed of typedReports(cells)) {
    const { unit, task } = typed;
    const say: Say = (severity, code, part, values = {}) =>
      verdicts.push({ unit, indicator: task, part, severity, code, values });
    const body = judge(grid, typed, say);
    if (body === null) continue;
    bodies.push(body);
    reports.add('taskReport', body, { sheet: 0, row: 0 });
  }
  return { reports: reports.brought(), bodies, verdicts };
}

function typedReports(cells: readonly TypedCell[]): Iterable<TypedReport> {
  const found = new Map<string, { unit: string; task: string; texts: Map<ReportPart, string> }>();
  for (const { unit, indicator: task, part, text } of cells) {
    if (!isReportPart(part)) continue;
    const key = figureKey(unit, task);
    const typed = found.get(key) ?? { unit, task, texts: new Map() };
    found.set(key, { ...typed, texts: typed.texts.set(part, text) });
  }
  return found.values();
}

/** The report as it is written; null when none is, said why. */
function judge({ unit, tasks }: Grid, typed: TypedReport, say: Say): ReportBody | null {
  const [first = 'state'] = typed.texts.keys();
  if (tasks === null || typed.unit !== unit.code) {
    say('error', 'ENTRY_OUTSIDE', first);
    return null;
  }
  const row = readRow(tasks, typed, say);
  if (row === null) return null;
  const { body, faults } = judgeTaskRow(row, tasks.by, tasks.plan);
  for (const { severity, code, field, values } of faults)
    say(severity, code, field === 'task' ? first : (field as ReportPart), values);
  return body;
}

/** Null where a cell says something that is none of what its column takes. */
function readRow({ plan, reports }: TaskRows, { task, texts }: TypedReport, say: Say): TaskRow | null {
  let isWrong = false;
  const known = <Value>(read: Read<Value>, part: ReportPart, code: ProblemCode): Value | null => {
    if (read !== 'wrong') return read;
    isWrong = true;
    say('error', code, part, { text: (texts.get(part) ?? '').slice(0, 80) });
    return null;
  };
  const inForce = reports.get(task);
  const state = known(readState(texts.get('state') ?? inForce?.state ?? null), 'state', 'STATE_UNKNOWN');
  const textOf = (part: ReportPart): string => texts.get(part) ?? untypedText(inForce, part, state);
  const row = {
    ...{ task, state },
    progress: known(readProgress(textOf('progress'), true), 'progress', 'PROGRESS_NO_NUMBER'),
    doneOn: readDay(textOf('doneOn')),
    cause: known(readCategory(textOf('cause'), plan), 'cause', 'CAUSE_UNKNOWN'),
    note: readText(textOf('note')),
  };
  return isWrong ? null : row;
}
