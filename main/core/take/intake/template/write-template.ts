import { ownPackage } from '#main/core/files/office-package.ts';
import type { Cell } from '#main/core/files/workbook/cells.ts';
import type { Look } from '#main/core/files/workbook/looks.ts';
import { addNotes, type Notes } from '#main/core/files/workbook/notes.ts';
import { columnName } from '#main/core/files/workbook/place.ts';
import type { CellCheck, Sheet, SheetRow } from '#main/core/files/workbook/sheet.ts';
import { sheetPart, workbookParts } from '#main/core/files/workbook/write.ts';
import { zipParts } from '#main/core/files/zip.ts';
import type { IndicatorKind } from '#shared/domain/model.ts';
import { cleanTexts } from '#shared/text/clean-text.ts';
import { createTranslator, type Translator } from '#shared/text/translator.ts';
import { TEMPLATE_ID } from '../check/template-meta.ts';
import { META_SHEET } from '../read/sheets.ts';
import { LOOKS } from './looks.ts';
import { causesColumn, reportSheets, type TemplateReports } from './report-sheets.ts';

export interface TemplateIndicator {
  readonly code: string;
  readonly kind: IndicatorKind;
  readonly name: string;
  readonly definition: string;
}

export interface TemplateRequest {
  /** What the plan is called. */
  readonly plan: string;
  readonly province: { readonly code: string; readonly fullName: string };
  /** In the order of the rows: code and full name with kind, as in force at the cut. */
  readonly communes: readonly { readonly code: string; readonly fullName: string }[];
  /** `label` and `due` as a person reads them (dd/MM/yyyy). */
  readonly cut: {
    readonly code: string;
    readonly label: string;
    readonly asOf: string;
    readonly due: string;
  };
  readonly ruleVersion: number;
  /** Criteria for a status cut, outputs for a month. */
  readonly indicators: readonly TemplateIndicator[];
  /** Reports in words; null where the cut owes none. */
  readonly reports: TemplateReports | null;
}

const HEADER_ROW = 4;
const FIRST_ROW = 6;
interface DataColumn {
  readonly indicator: TemplateIndicator;
  readonly part: 'value' | 'numerator' | 'denominator';
  readonly under: string;
}

/**
 * The workbook a province fills in: its communes locked by code and name, drop-downs for criteria, checks for
 * numbers, instructions, and a hidden sheet by which it is known when it comes back. The same request gives the
 * same bytes.
 */
export function writeTemplate(given: TemplateRequest): Uint8Array {
  const request = cleanTexts(given);
  const translator = createTranslator('vi');
  const columns = dataColumns(request.indicators, translator);
  const asked = request.reports;
  const words = asked === null ? [] : reportSheets(asked, subtitleOf(request, translator), translator);
  const figures = columns.length === 0 ? [] : [dataSheet(request, columns, translator)];
  const sheets = [
    ...figures,
    ...words,
    helpSheet(request, translator),
    { name: META_SHEET, widths: [], rows: metaRows(request), isHidden: true },
  ];
  const { asOf } = request.cut;
  const properties = { title: titleOf(request, translator), author: 'KH02 Center', asOf, font: 'Calibri' };
  const workbook = ownPackage(workbookParts(sheets, properties));
  if (figures.length > 0) addNotes(workbook, sheetPart(0), headerNotes(columns, translator));
  return zipParts(workbook.parts);
}

function dataColumns(indicators: readonly TemplateIndicator[], { t }: Translator): DataColumn[] {
  return indicators.flatMap((indicator): DataColumn[] => {
    if (indicator.kind !== 'ratio') {
      const under = indicator.kind === 'criterion' ? indicator.code : t('intake.template.value');
      return [{ indicator, part: 'value', under }];
    }
    return [
      { indicator, part: 'numerator', under: t('intake.template.numerator') },
      { indicator, part: 'denominator', under: t('intake.template.denominator') },
    ];
  });
}

function dataSheet(request: TemplateRequest, columns: readonly DataColumn[], translator: Translator): Sheet {
  const { t } = translator;
  const last = columnName(columns.length + 2);
  const pairs = columns.flatMap(({ part }, at) =>
    part === 'numerator' ? [`${columnName(at + 2)}${HEADER_ROW}:${columnName(at + 3)}${HEADER_ROW}`] : [],
  );
  const alone = ['A', 'B', last].map((letters) => `${letters}${HEADER_ROW}:${letters}${HEADER_ROW + 1}`);
  const cells = columns.map(
    ({ indicator }): Cell => ({
      value: null,
      look: indicator.kind === 'criterion' ? LOOKS.choice : LOOKS.number,
    }),
  );
  return {
    name: t('intake.template.dataSheet'),
    widths: [10, 30, ...columns.map(({ indicator }) => (indicator.kind === 'criterion' ? 14 : 12)), 32],
    frozenRows: FIRST_ROW - 1,
    frozenColumns: 2,
    rows: [
      ...headRows(request, columns, translator),
      ...request.communes.map(({ code, fullName }, at) => ({
        at: FIRST_ROW + at,
        cells: [...[code, fullName].map(lockedCell), ...cells, { value: null, look: LOOKS.note }],
      })),
    ],
    merges: [`A1:${last}1`, `A2:${last}2`, ...alone, ...pairs],
    checks: columns.map((column, at) => checkOf(column, at + 2, request.communes.length, translator)),
    isLocked: true,
  };
}

const lockedCell = (value: string): Cell => ({ value, look: LOOKS.locked });

/** Two lines of title, and a header of two rows: what is asked, and which part of it. */
function headRows(
  request: TemplateRequest,
  columns: readonly DataColumn[],
  translator: Translator,
): SheetRow[] {
  const { t } = translator;
  const names = columns.map(({ indicator, part }) => (part === 'denominator' ? null : indicator.name));
  const upper = [t('intake.template.code'), t('intake.template.name'), ...names, t('intake.template.note')];
  const lower = [null, null, ...columns.map(({ under }) => under), null];
  return [
    { cells: [{ value: titleOf(request, translator), look: LOOKS.title }], points: 22 },
    { cells: [{ value: subtitleOf(request, translator), look: LOOKS.subtitle }], points: 19 },
    { at: HEADER_ROW, cells: upper.map((value) => ({ value, look: LOOKS.upper })), points: 78 },
    { cells: lower.map((value) => ({ value, look: LOOKS.lower })), points: 30 },
  ];
}

function titleOf({ plan }: TemplateRequest, { t }: Translator): string {
  return t('intake.template.title', { plan });
}

function subtitleOf({ province, cut }: TemplateRequest, { t }: Translator): string {
  return t('intake.template.subtitle', { province: province.fullName, cut: cut.label });
}

function headerNotes(columns: readonly DataColumn[], { t }: Translator): Notes {
  const definitions = columns.flatMap(({ indicator, part }, at): [string, string][] =>
    part === 'denominator' ? [] : [[`${columnName(at + 2)}${HEADER_ROW}`, indicator.definition]],
  );
  return new Map([[`A${HEADER_ROW}`, t('intake.template.lockedHelp')], ...definitions]);
}

function checkOf(
  { indicator, part }: DataColumn,
  column: number,
  communes: number,
  { t }: Translator,
): CellCheck {
  const letter = columnName(column);
  const range = `${letter}${FIRST_ROW}:${letter}${FIRST_ROW + Math.max(communes, 1) - 1}`;
  const errorTitle = t('intake.template.errorTitle');
  if (indicator.kind === 'criterion') {
    const choices = [t('intake.template.yes'), t('intake.template.no'), t('intake.template.notApplicable')];
    const title = t('intake.template.criterionTitle');
    const help = t('intake.template.criterionHelp');
    return { range, type: 'list', formula: `"${choices.join(',')}"`, title, help, errorTitle };
  }
  const texts = { title: t('intake.template.countTitle'), help: t('intake.template.countHelp'), errorTitle };
  if (part !== 'numerator')
    return { range, type: 'whole', operator: 'greaterThanOrEqual', formula: '0', ...texts };
  const first = `${letter}${FIRST_ROW}`;
  const other = `${columnName(column + 1)}${FIRST_ROW}`;
  const isNumerator = `AND(ISNUMBER(${first}),${first}>=0,${first}=INT(${first}),OR(ISBLANK(${other}),${first}<=${other}))`;
  return { range, type: 'custom', formula: isNumerator, ...texts };
}

function helpSheet(request: TemplateRequest, { t }: Translator): Sheet {
  const values = { province: request.province.fullName, cut: request.cut.label, due: request.cut.due };
  const hasCriteria = request.indicators.some(({ kind }) => kind === 'criterion');
  const ofFigures = [
    t('intake.template.help2'),
    hasCriteria ? t('intake.template.help3') : t('intake.template.help4'),
    t('intake.template.help5'),
  ];
  const ofReports = [
    t('intake.template.helpTasks'),
    t('intake.template.helpDifficulties'),
    t('intake.template.helpDocuments'),
  ];
  const lines = [
    t('intake.template.help1', values),
    ...(request.indicators.length === 0 ? [] : ofFigures),
    ...(request.reports === null ? [] : ofReports),
    t('intake.template.lockedHelp'),
    t('intake.template.help6', values),
  ];
  const row = (value: string, look: Look, ...more: Cell[]): SheetRow => ({
    cells: [{ value, look }, ...more],
  });
  return {
    name: t('intake.template.helpSheet'),
    widths: [44, 96],
    rows: [
      row(t('intake.template.helpSheet'), LOOKS.title),
      // Over both columns, so that the row cannot tell its height from the width of one.
      ...lines.map((line, at) => ({
        ...row(`${at + 1}. ${line}`, LOOKS.text),
        points: 15 * Math.ceil(line.length / 130),
      })),
      { ...row(t('intake.template.definitions'), LOOKS.bold), at: lines.length + 3 },
      ...request.indicators.map(({ name, definition }) =>
        row(name, LOOKS.bold, { value: definition, look: LOOKS.text }),
      ),
    ],
    merges: lines.map((_, at) => `A${at + 2}:B${at + 2}`),
  };
}

/** What it is for, and beside it the list that a drop-down is too short for. */
function metaRows(request: TemplateRequest): SheetRow[] {
  const facts: (readonly string[])[] = [
    ['template', TEMPLATE_ID],
    ['province', request.province.code],
    ['cut', request.cut.code],
    ['rules', String(request.ruleVersion)],
  ];
  const causes = request.reports?.categories ?? [];
  return Array.from({ length: Math.max(facts.length, causes.length) }, (_, at) => ({
    cells: causesColumn(facts[at] ?? [], causes[at]),
  }));
}
