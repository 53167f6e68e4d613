import { columnName } from '#main/core/files/workbook/place.ts';
import { parseCutCode } from '#shared/domain/cuts.ts';
import { vietnamDay } from '#shared/domain/periods.ts';
import type { RowOutcome } from '../check/collect-row.ts';
import { endedValues } from '../check/ended.ts';
import type { CodeList } from '../check/figure-table.ts';
import type { Lookups } from '../check/lookup-parts.ts';
import type { CollectOptions } from '../check/options.ts';
import { type Problem, type ProblemCode, type ProblemValues, problem } from '../problem.ts';
import type { Cell, Row } from '../read/table.ts';
import { foldHeader } from '../recognise/fold-header.ts';
import { textOf } from '../recognise/text-of.ts';
import type { Vocabulary } from '../recognise/vocabulary.ts';
import type { Register } from '../resolve/register.ts';
import type { GatheredReports } from './gathered.ts';
import type { PlanWords } from './plan-words.ts';
import {
  type Read,
  readCategory,
  readDay,
  readDocumentKind,
  readProgress,
  readState,
  readTaskCode,
  readText,
} from './read-cells.ts';
import { type ReportLayout, saysNothing } from './sheet-columns.ts';
import {
  judgeDifficultyRow,
  judgeDocumentRow,
  judgeTaskRow,
  type Reporter,
  type Verdict,
} from './verdicts.ts';

/** One sheet of reports being read. */
export interface ReportReading {
  readonly sheet: string;
  readonly sheetIndex: number;
  readonly layout: ReportLayout;
  readonly lookups: Lookups;
  readonly units: CodeList;
  readonly cuts: CodeList;
  readonly register: Register;
  readonly vocabulary: Vocabulary;
  readonly plan: PlanWords;
  readonly endedOn: CollectOptions['endedOn'];
  /** Whose report a row is that names no unit. */
  readonly province: string | null;
  readonly reports: GatheredReports;
  readonly report: (problem: Problem) => void;
}

/** Takes the report of a row; one that says nothing is skipped. */
export function createReportCollector(reading: ReportReading): (row: Row) => RowOutcome {
  const { layout, reports, sheetIndex } = reading;
  return (row) => {
    if (saysNothing(layout, row.cells)) return 'skipped';
    const say = sayer(reading, row.row);
    const by = reporterOf(reading, row, say);
    if (by === null) return 'rejected';
    const verdict = judge(reading, row, by, say);
    if (verdict === null) return 'rejected';
    for (const { severity, code, field, values } of verdict.faults)
      say(severity, code as ProblemCode, values, field);
    if (verdict.body === null) return 'rejected';
    const first = reports.add(layout.kind, verdict.body, { sheet: sheetIndex, row: row.row });
    if (first === null) return 'accepted';
    const key = layout.kind === 'taskReport' ? 'task' : layout.kind === 'difficulty' ? 'category' : 'number';
    if (first.isSame) say('warning', 'REPORT_TWICE_SAME', { first: first.row }, key);
    else say('error', 'REPORT_TWICE_DIFFERENT', { first: first.row, kind: layout.kind }, key);
    return first.isSame ? 'accepted' : 'rejected';
  };
}

type Say = (severity: 'error' | 'warning', code: ProblemCode, values: ProblemValues, field: string) => void;

function sayer({ sheet, layout, report }: ReportReading, row: number): Say {
  return (severity, code, values, field) => {
    const at = layout.columns.get(field);
    report(problem(severity, code, values, { sheet, row, column: at === undefined ? null : columnName(at) }));
  };
}

function reporterOf(reading: ReportReading, { row, cells }: Row, say: Say): Reporter | null {
  const { layout, lookups, units, cuts, register, province } = reading;
  const at = (name: string): number => layout.columns.get(name) ?? -1;
  const [code, name] = [cells[at('unitCode')] ?? null, cells[at('unitName')] ?? null];
  const isNamed = textOf(code) !== '' || textOf(name) !== '';
  const column = Math.max(at('unitCode'), at('unitName'));
  const index = isNamed
    ? lookups.unit(code, name, { province: cells[at('province')] ?? null, district: null }, row, column)
    : null;
  const unit = isNamed ? units.codes[index ?? -1] : province;
  if (!isNamed && province === null) say('error', 'REPORT_UNIT_MISSING', {}, 'unitCode');
  const cut = cuts.codes[lookups.cut(cells[at('cut')] ?? null, 'criterion', row, at('cut')) ?? -1];
  const level = register.byCode.get(unit ?? '')?.level;
  if (unit === null || unit === undefined || cut === undefined || level === undefined) return null;
  const cutDay = vietnamDay(parseCutCode(cut)?.asOf ?? '');
  const ended = reading.endedOn(unit, cutDay);
  if (ended !== null) say('error', 'UNIT_ENDED', endedValues(ended), 'unitCode');
  return ended === null ? { unit, level, cut, cutDay } : null;
}

function judge(reading: ReportReading, row: Row, by: Reporter, say: Say): Verdict | null {
  const { layout, plan } = reading;
  const cell = (name: string): Cell => row.cells[layout.columns.get(name) ?? -1] ?? null;
  let isWrong = false;
  const known = <Value>(read: Read<Value>, field: string, code: ProblemCode): Value | null => {
    if (read !== 'wrong') return read;
    isWrong = true;
    say('error', code, { text: (readText(cell(field)) ?? '').slice(0, 80) }, field);
    return null;
  };
  const verdict = (judged: () => Verdict): Verdict | null => (isWrong ? null : judged());
  if (layout.kind === 'taskReport') {
    const given = {
      task: readTaskCode(cell('task'), plan) ?? '',
      state: known(readState(cell('state')), 'state', 'STATE_UNKNOWN'),
      progress: known(readProgress(cell('progress'), layout.isPercent), 'progress', 'PROGRESS_NO_NUMBER'),
      doneOn: readDay(cell('doneOn')),
      note: readText(cell('note')),
      cause: known(readCategory(cell('cause'), plan), 'cause', 'CAUSE_UNKNOWN'),
    };
    return verdict(() => judgeTaskRow(given, by, plan));
  }
  if (layout.kind === 'difficulty') {
    const given = {
      id: readText(cell('id')),
      category: known(readCategory(cell('category'), plan), 'category', 'CATEGORY_UNKNOWN'),
      text: readText(cell('text')),
      since: readDay(cell('since')),
      resolvedOn: readDay(cell('resolvedOn')),
      indicators:
        known(readIndicators(cell('indicators'), reading), 'indicators', 'INDICATORS_UNKNOWN') ?? [],
    };
    return verdict(() => judgeDifficultyRow(given, by, plan));
  }
  const given = {
    kind: known(readDocumentKind(cell('kind')), 'kind', 'DOCUMENT_KIND_UNKNOWN'),
    number: readText(cell('number')),
    title: readText(cell('title')),
    issuedOn: readDay(cell('issuedOn')),
    task: readTaskCode(cell('task'), plan),
  };
  return verdict(() => judgeDocumentRow(given, by, plan));
}

/** Codes of the indicators that a cell names, by code or name, with semicolons or commas between them. */
function readIndicators(cell: Cell, { vocabulary }: ReportReading): Read<string[]> {
  const text = readText(cell);
  if (text === null) return [];
  for (const mark of [/;/, /[;,]/]) {
    const codes = text.split(mark).map((one) => indicatorOf(one.trim(), vocabulary));
    if (codes.every((code) => code !== null)) return [...new Set(codes)].toSorted();
  }
  return 'wrong';
}

function indicatorOf(text: string, { indicators, exact }: Vocabulary): string | null {
  if (indicators.has(text)) return text;
  const meaning = exact.get(foldHeader(text));
  return meaning !== undefined && 'indicator' in meaning ? meaning.indicator : null;
}
