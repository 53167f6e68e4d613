import { ownPackage } from '#main/core/files/office-package.ts';
import type { Cell } from '#main/core/files/workbook/cells.ts';
import type { Look } from '#main/core/files/workbook/looks.ts';
import { columnName } from '#main/core/files/workbook/place.ts';
import type { CellCheck, Sheet } from '#main/core/files/workbook/sheet.ts';
import { workbookParts } from '#main/core/files/workbook/write.ts';
import { zipParts } from '#main/core/files/zip.ts';
import type { GeneralRules } from '#main/core/judge/plan/draft.ts';
import { PLAN_FILE } from '#shared/contract/plan-file.ts';
import type { Plan } from '#shared/domain/plan.ts';
import { cleanTexts } from '#shared/text/clean-text.ts';
import { createTranslator, type Translator } from '#shared/text/translator.ts';
import { PLAN_SHEET_NAMES, PLAN_SHEETS, type PlanColumn, type PlanSheet } from './sheets.ts';

export interface PlanContent {
  readonly plan: Plan;
  readonly rules: GeneralRules;
  /** The number of the revision, and when it was made (UTC ISO): the same one gives the same file. */
  readonly revision: number;
  readonly at: string;
}

/** One thing of the plan on a line, so that two files can be compared by hand as well. */
export function writePlanJson({ plan, rules, revision, at }: PlanContent): string {
  const parts = Object.entries({ ...PLAN_FILE, revision, revisionAt: at, ...plan, rules }).map(
    ([key, value]) => {
      if (!Array.isArray(value)) return `  ${JSON.stringify(key)}: ${JSON.stringify(value)}`;
      const items = value.map((item) => `    ${JSON.stringify(item)}`);
      return `  ${JSON.stringify(key)}: [${items.length === 0 ? '' : `\n${items.join(',\n')}\n  `}]`;
    },
  );
  return `{\n${parts.join(',\n')}\n}\n`;
}

const HEADER: Look = { isBold: true, colour: 'FFFFFF', fill: '1F3B57', line: 'C4C9D1', isWrapped: true };
const BODY: Look = { line: 'C4C9D1', isWrapped: true, vertical: 'top' };
const ROWS_CHECKED = 500;

/** A workbook with a sheet for every part of the plan, headers and words in Vietnamese. */
export function writePlanWorkbook(given: PlanContent): Uint8Array {
  const content = cleanTexts(given);
  const translator = createTranslator('vi');
  const rows = rowsOf(content);
  const sheets = PLAN_SHEET_NAMES.map((name) => sheetOf(name, rows[name], translator));
  const properties = {
    title: content.plan.shortName,
    author: 'KH02 Center',
    asOf: content.at,
    font: 'Calibri',
  };
  return zipParts(ownPackage(workbookParts(sheets, properties)).parts);
}

type Line = Readonly<Record<string, unknown>>;

function rowsOf({ plan, rules, revision, at }: PlanContent): Record<PlanSheet, readonly Line[]> {
  const { phases, pillars, groups, indicators, tasks, difficulties, notAsked } = plan;
  const lines = (items: readonly object[]) => items as readonly Line[];
  return {
    plan: lines([{ ...plan, revision, revisionAt: at }]),
    phases: lines(phases),
    pillars: lines(pillars),
    groups: lines(groups),
    indicators: lines(indicators),
    tasks: lines(tasks),
    extensions: tasks.flatMap(({ code: task, extensions }) => extensions.map((one) => ({ task, ...one }))),
    outputs: tasks.flatMap(({ code: task, outputs }) =>
      outputs.flatMap(({ indicator, target, provinces }) => [
        { task, indicator, target, province: null },
        ...provinces.map((one) => ({ task, indicator, ...one })),
      ]),
    ),
    difficulties: lines(difficulties),
    notAsked: Object.entries(notAsked).flatMap(([unit, codes]) =>
      codes.map((indicator) => ({ unit, indicator })),
    ),
    rules: leavesOf(rules),
  };
}

function leavesOf(value: unknown, path: readonly string[] = []): Line[] {
  if (typeof value !== 'object' || value === null) return [{ path: path.join('.'), value: String(value) }];
  return Object.entries(value).flatMap(([key, inner]) =>
    inner === undefined ? [] : leavesOf(inner, [...path, key]),
  );
}

function sheetOf(name: PlanSheet, lines: readonly Line[], translator: Translator): Sheet {
  const columns: readonly PlanColumn[] = PLAN_SHEETS[name];
  const { t } = translator;
  const head = columns.map(
    ({ field }): Cell => ({ value: t(`planFile.column.${field as 'code'}`), look: HEADER }),
  );
  const body = lines.map((line) => ({
    cells: columns.map(
      (column): Cell => ({ value: cellOf(line[column.field], column, translator), look: BODY }),
    ),
  }));
  return {
    name: t(`planFile.sheet.${name}`),
    widths: columns.map(({ width }) => width ?? 14),
    frozenRows: 1,
    frozenColumns: 1,
    rows: [{ cells: head }, ...body],
    checks: columns.flatMap((column, at) => checkOf(column, at, lines.length, translator)),
  };
}

function cellOf(value: unknown, { type }: PlanColumn, { t }: Translator): string | number | null {
  if (value === null || value === undefined) return null;
  if (type === 'flag') return t(value === true ? 'planFile.word.yes' : 'planFile.word.no');
  if (type === 'list') return (value as readonly string[]).join('; ');
  if (type === 'words') return t(`planFile.word.${value as 'up'}`);
  return typeof value === 'number' ? value : String(value);
}

function checkOf(
  { type, words = [], offered = words }: PlanColumn,
  at: number,
  lines: number,
  { t }: Translator,
): CellCheck[] {
  const choices = type === 'flag' ? ['yes', 'no'] : offered;
  if (choices.length === 0) return [];
  const letter = columnName(at);
  const said = choices.map((one) => t(`planFile.word.${one as 'up'}`)).join(',');
  const texts = {
    title: t('planFile.choose'),
    help: t('planFile.chooseHelp'),
    errorTitle: t('planFile.choose'),
  };
  // Excel takes at most 255 characters of choices.
  if (said.length > 250) return [];
  return [
    { range: `${letter}2:${letter}${lines + ROWS_CHECKED}`, type: 'list', formula: `"${said}"`, ...texts },
  ];
}
