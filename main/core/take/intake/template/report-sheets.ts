import type { Cell } from '#main/core/files/workbook/cells.ts';
import type { Look } from '#main/core/files/workbook/looks.ts';
import { columnName } from '#main/core/files/workbook/place.ts';
import type { CellCheck, Sheet, SheetRow } from '#main/core/files/workbook/sheet.ts';
import { DOCUMENT_KINDS } from '#shared/domain/document-report.ts';
import { TASK_STATES } from '#shared/domain/model.ts';
import { type Day, dayNumber } from '#shared/domain/periods.ts';
import type { Translator } from '#shared/text/translator.ts';
import { META_SHEET } from '../read/sheets.ts';
import { LOOKS } from './looks.ts';

/** What a template asks in words. Codes stand as they are read again. */
export interface TemplateReports {
  readonly tasks: readonly { readonly code: string; readonly name: string; readonly deadline: Day }[];
  /** Names of the categories of difficulties, which are the causes of delays too. */
  readonly categories: readonly string[];
  /** Those reported as open. */
  readonly difficulties: readonly {
    readonly code: string;
    readonly unit: string;
    readonly category: string;
    readonly text: string;
    readonly since: Day;
    readonly indicators: string;
  }[];
  readonly planStart: Day;
  readonly cutDay: Day;
}

const HEADER_ROW = 4;
const FIRST_ROW = HEADER_ROW + 1;
/** Room for what is new. */
const NEW_DIFFICULTIES = 30;
const NEW_DOCUMENTS = 20;
/** The column of the hidden sheet in which the causes stand. */
const CAUSES = 3;

interface Column {
  readonly title: string;
  readonly width: number;
  readonly look: Look;
  /** What may be typed; `cell` is the first of the column. */
  readonly check?: (cell: string) => Pick<CellCheck, 'type' | 'formula' | 'title' | 'help'>;
}

/** A row of the hidden sheet with a cause beside what it says. */
export function causesColumn(facts: readonly string[], cause: string | undefined): Cell[] {
  const cells = Array.from({ length: CAUSES }, (_, at) => ({ value: facts[at] ?? null }));
  return cause === undefined ? cells : [...cells, { value: cause }];
}

export function reportSheets(asked: TemplateReports, subtitle: string, translator: Translator): Sheet[] {
  const { t } = translator;
  return [
    sheetOf(
      t('intake.template.tasks'),
      subtitle,
      taskColumns(asked, translator),
      taskRows(asked),
      translator,
    ),
    sheetOf(
      t('intake.template.difficulties'),
      subtitle,
      difficultyColumns(asked, translator),
      difficultyRows(asked),
      translator,
    ),
    sheetOf(
      t('intake.template.documents'),
      subtitle,
      documentColumns(asked, translator),
      Array.from({ length: NEW_DOCUMENTS }, () => []),
      translator,
    ),
  ];
}

/** Cells that are given stand in place of the column's own; the others wait to be filled in. */
function sheetOf(
  name: string,
  subtitle: string,
  columns: readonly Column[],
  given: readonly (readonly Cell[])[],
  { t }: Translator,
): Sheet {
  const last = columnName(columns.length - 1);
  const rows: SheetRow[] = [
    { cells: [{ value: name, look: LOOKS.title }], points: 22 },
    { cells: [{ value: subtitle, look: LOOKS.subtitle }], points: 19 },
    { at: HEADER_ROW, cells: columns.map(({ title }) => ({ value: title, look: LOOKS.upper })), points: 34 },
    ...given.map((cells) => ({
      cells: columns.map(({ look }, at): Cell => cells[at] ?? { value: null, look }),
    })),
  ];
  const end = FIRST_ROW + Math.max(1, given.length) - 1;
  return {
    name,
    widths: columns.map(({ width }) => width),
    frozenRows: HEADER_ROW,
    rows,
    merges: [`A1:${last}1`, `A2:${last}2`],
    checks: columns.flatMap(({ check }, at) => {
      if (check === undefined) return [];
      const letter = columnName(at);
      const range = `${letter}${FIRST_ROW}:${letter}${end}`;
      return [{ ...check(`${letter}${FIRST_ROW}`), range, errorTitle: t('intake.template.errorTitle') }];
    }),
    isLocked: true,
  };
}

function taskColumns(asked: TemplateReports, { t }: Translator): Column[] {
  const states = TASK_STATES.map((state) => t(`taskState.${state}`));
  const share = (cell: string) => `AND(ISNUMBER(${cell}),${cell}>=0,${cell}<=1)`;
  return [
    { title: t('intake.template.taskCode'), width: 10, look: LOOKS.locked },
    { title: t('intake.template.taskName'), width: 54, look: LOOKS.lockedText },
    { title: t('intake.template.deadline'), width: 12, look: LOOKS.lockedDay },
    {
      ...{ title: t('intake.template.state'), width: 17, look: LOOKS.choice },
      check: () => choice(states.join(','), t('intake.template.stateHelp'), t),
    },
    {
      ...{ title: t('intake.template.progress'), width: 11, look: LOOKS.percent },
      check: (cell) => ({
        ...{ type: 'custom', formula: share(cell) },
        ...{ title: t('intake.template.progress'), help: t('intake.template.progressHelp') },
      }),
    },
    dayColumn(t('intake.template.doneOn'), asked, t),
    causeColumn(t('intake.template.cause'), asked, t),
    { title: t('intake.template.note'), width: 44, look: LOOKS.words },
  ];
}

function taskRows({ tasks }: TemplateReports): Cell[][] {
  return tasks.map(({ code, name, deadline }) => [
    { value: code, look: LOOKS.locked },
    { value: name, look: LOOKS.lockedText },
    { value: serialOf(deadline), look: LOOKS.lockedDay },
  ]);
}

function difficultyColumns(asked: TemplateReports, { t }: Translator): Column[] {
  return [
    { title: t('intake.template.unitCode'), width: 11, look: LOOKS.words },
    { title: t('intake.template.difficultyCode'), width: 13, look: LOOKS.locked },
    causeColumn(t('intake.template.category'), asked, t),
    { title: t('intake.template.text'), width: 60, look: LOOKS.words },
    dayColumn(t('intake.template.since'), asked, t),
    { title: t('intake.template.indicators'), width: 34, look: LOOKS.words },
    dayColumn(t('intake.template.resolvedOn'), asked, t),
  ];
}

function difficultyRows({ difficulties }: TemplateReports): Cell[][] {
  const known = difficulties.map(({ unit, code, category, text, since, indicators }): Cell[] => [
    { value: unit, look: LOOKS.locked },
    { value: code, look: LOOKS.locked },
    { value: category, look: LOOKS.words },
    { value: text, look: LOOKS.words },
    { value: serialOf(since), look: LOOKS.day },
    { value: indicators, look: LOOKS.words },
  ]);
  return [...known, ...Array.from({ length: NEW_DIFFICULTIES }, () => [])];
}

function documentColumns(asked: TemplateReports, { t }: Translator): Column[] {
  const kinds = DOCUMENT_KINDS.map((kind) => t(`difficulties.kind.${kind}`));
  return [
    { title: t('intake.template.unitCode'), width: 11, look: LOOKS.words },
    {
      ...{ title: t('intake.template.kind'), width: 16, look: LOOKS.choice },
      check: () => choice(kinds.join(','), t('intake.template.kindHelp'), t),
    },
    { title: t('intake.template.number'), width: 24, look: LOOKS.words },
    { title: t('intake.template.documentTitle'), width: 64, look: LOOKS.words },
    dayColumn(t('intake.template.issuedOn'), asked, t),
    { title: t('intake.template.taskCode'), width: 12, look: LOOKS.words },
  ];
}

function causeColumn(title: string, { categories }: TemplateReports, t: Translator['t']): Column {
  const letter = columnName(CAUSES);
  const formula = `${META_SHEET}!$${letter}$1:$${letter}$${Math.max(1, categories.length)}`;
  return {
    ...{ title, width: 34, look: LOOKS.words },
    check: () => ({
      ...{ type: 'list', formula },
      ...{ title: t('intake.template.criterionTitle'), help: t('intake.template.causeHelp') },
    }),
  };
}

function dayColumn(title: string, { planStart, cutDay }: TemplateReports, t: Translator['t']): Column {
  return {
    ...{ title, width: 15, look: LOOKS.day },
    check: (cell) => ({
      type: 'custom',
      formula: `AND(ISNUMBER(${cell}),${cell}>=${serialOf(planStart)},${cell}<=${serialOf(cutDay)})`,
      title,
      help: t('intake.template.dayHelp'),
    }),
  };
}

function choice(list: string, help: string, t: Translator['t']) {
  return { type: 'list', formula: `"${list}"`, title: t('intake.template.criterionTitle'), help } as const;
}

const EPOCH = dayNumber('1899-12-30') ?? 0;

/** The number under which a spreadsheet keeps a day. */
function serialOf(day: Day): number {
  return (dayNumber(day) ?? EPOCH) - EPOCH;
}
