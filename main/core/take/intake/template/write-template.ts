import { Workbook, type Worksheet } from '@cj-tech-master/excelts';
import type { IndicatorKind } from '#shared/domain/model.ts';
import { cleanTexts } from '#shared/text/clean-text.ts';
import { createTranslator, type Translator } from '#shared/text/translator.ts';
import { TEMPLATE_ID } from '../check/template-meta.ts';
import { columnLetters } from '../problem.ts';
import { META_SHEET } from '../read/xlsx/workbook.ts';
import { workbookBytes } from '../workbook-bytes.ts';

export interface TemplateIndicator {
  readonly code: string;
  readonly kind: IndicatorKind;
  readonly name: string;
  readonly definition: string;
}

export interface TemplateRequest {
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
}

const TITLE_ROW = 1;
const HEADER_ROW = 4;
const FIRST_ROW = 6;
const FONT = 'Calibri';
const COLOURS = {
  header: 'FF1F3B57',
  locked: 'FFEEF1F5',
  code: 'FF8894A4',
  line: 'FFC4C9D1',
  white: 'FFFFFFFF',
};
const LINE = { style: 'thin', color: { argb: COLOURS.line } } as const;
const BORDER = { top: LINE, left: LINE, bottom: LINE, right: LINE };

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
export async function writeTemplate(given: TemplateRequest): Promise<Uint8Array> {
  const request = cleanTexts(given);
  const translator = createTranslator('vi');
  const workbook = new Workbook();
  const made = new Date(request.cut.asOf);
  workbook.creator = 'KH02 Center';
  workbook.created = made;
  workbook.modified = made;
  const columns = dataColumns(request.indicators, translator);
  const sheet = workbook.addWorksheet(translator.t('intake.template.dataSheet'), {
    views: [{ state: 'frozen', xSplit: 2, ySplit: FIRST_ROW - 1, zoomScale: 100 }],
    pageSetup: { orientation: 'landscape', paperSize: 9, fitToPage: true, fitToWidth: 1, fitToHeight: 0 },
  });
  writeTitle(sheet, request, columns.length + 3, translator);
  writeHeader(sheet, columns, translator);
  writeCommunes(sheet, request, columns);
  addChecks(sheet, request.communes.length, columns, translator);
  await sheet.protect('', {
    selectLockedCells: true,
    selectUnlockedCells: true,
    formatColumns: true,
    sort: false,
  });
  writeHelp(workbook.addWorksheet(translator.t('intake.template.helpSheet')), request, translator);
  writeMeta(workbook.addWorksheet(META_SHEET, { state: 'veryHidden' }), request);
  return workbookBytes(workbook);
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

function writeTitle(sheet: Worksheet, request: TemplateRequest, width: number, { t }: Translator): void {
  const lines = [
    [t('intake.template.title'), 14],
    [t('intake.template.subtitle', { province: request.province.fullName, cut: request.cut.label }), 11],
  ] as const;
  for (const [index, [text, size]] of lines.entries()) {
    const row = TITLE_ROW + index;
    sheet.mergeCells(row, 1, row, width);
    const cell = sheet.getCell(row, 1);
    cell.value = text;
    cell.font = { name: FONT, size, bold: index === 0 };
    sheet.getRow(row).height = size + 8;
  }
}

function writeHeader(sheet: Worksheet, columns: readonly DataColumn[], { t }: Translator): void {
  const last = columns.length + 3;
  const fixed = [
    [1, t('intake.template.code'), 10],
    [2, t('intake.template.name'), 30],
    [last, t('intake.template.note'), 32],
  ] as const;
  for (const [column, text, width] of fixed) {
    sheet.getColumn(column).width = width;
    sheet.mergeCells(HEADER_ROW, column, HEADER_ROW + 1, column);
    styleHeader(sheet, HEADER_ROW, column, text);
    styleHeader(sheet, HEADER_ROW + 1, column, null);
  }
  for (const [index, { indicator, part, under }] of columns.entries()) {
    const column = index + 3;
    sheet.getColumn(column).width = indicator.kind === 'criterion' ? 14 : 12;
    if (part === 'numerator') sheet.mergeCells(HEADER_ROW, column, HEADER_ROW, column + 1);
    if (part !== 'denominator') styleHeader(sheet, HEADER_ROW, column, indicator.name);
    styleHeader(sheet, HEADER_ROW + 1, column, under);
    if (part === 'denominator') continue;
    sheet.getCell(HEADER_ROW, column).note = { texts: [{ text: indicator.definition }] };
  }
  sheet.getCell(HEADER_ROW, 1).note = { texts: [{ text: t('intake.template.lockedHelp') }] };
  sheet.getRow(HEADER_ROW).height = 78;
  sheet.getRow(HEADER_ROW + 1).height = 30;
}

function styleHeader(sheet: Worksheet, row: number, column: number, text: string | null): void {
  const cell = sheet.getCell(row, column);
  if (text !== null) cell.value = text;
  const isUpper = row === HEADER_ROW;
  cell.font = { name: FONT, size: isUpper ? 10 : 8, bold: isUpper, color: { argb: COLOURS.white } };
  cell.fill = { type: 'pattern', pattern: 'solid', fgColor: { argb: COLOURS.header } };
  cell.alignment = { wrapText: true, vertical: 'middle', horizontal: 'center' };
  cell.border = BORDER;
}

function writeCommunes(sheet: Worksheet, request: TemplateRequest, columns: readonly DataColumn[]): void {
  const last = columns.length + 3;
  for (const [index, commune] of request.communes.entries()) {
    const row = FIRST_ROW + index;
    for (const [column, text] of [
      [1, commune.code],
      [2, commune.fullName],
    ] as const) {
      const cell = sheet.getCell(row, column);
      cell.value = text;
      cell.numFmt = '@';
      cell.font = { name: FONT, size: 11 };
      cell.fill = { type: 'pattern', pattern: 'solid', fgColor: { argb: COLOURS.locked } };
      cell.border = BORDER;
    }
    for (let column = 3; column <= last; column += 1) {
      const cell = sheet.getCell(row, column);
      cell.protection = { locked: false };
      cell.border = BORDER;
      cell.font = { name: FONT, size: 11 };
      cell.alignment = column === last ? { wrapText: true } : { horizontal: 'center' };
      if (column < last && columns[column - 3]?.indicator.kind !== 'criterion') cell.numFmt = '#,##0';
    }
  }
}

function addChecks(
  sheet: Worksheet,
  communes: number,
  columns: readonly DataColumn[],
  { t }: Translator,
): void {
  const choices = [t('intake.template.yes'), t('intake.template.no'), t('intake.template.notApplicable')];
  for (const [index, { indicator, part }] of columns.entries()) {
    const letter = columnLetters(index + 2);
    const next = columnLetters(index + 3);
    const range = `${letter}${FIRST_ROW}:${letter}${FIRST_ROW + Math.max(communes, 1) - 1}`;
    const isCriterion = indicator.kind === 'criterion';
    const help = isCriterion ? t('intake.template.criterionHelp') : t('intake.template.countHelp');
    const common = {
      allowBlank: true,
      showInputMessage: true,
      showErrorMessage: true,
      errorStyle: 'stop',
      errorTitle: t('intake.template.errorTitle'),
      error: help,
      promptTitle: isCriterion ? t('intake.template.criterionTitle') : t('intake.template.countTitle'),
      prompt: help,
    } as const;
    const first = `${letter}${FIRST_ROW}`;
    const other = `${next}${FIRST_ROW}`;
    const isNumerator = `AND(ISNUMBER(${first}),${first}>=0,${first}=INT(${first}),OR(ISBLANK(${other}),${first}<=${other}))`;
    if (isCriterion)
      sheet.dataValidations.add(range, { ...common, type: 'list', formulae: [`"${choices.join(',')}"`] });
    else if (part === 'numerator')
      sheet.dataValidations.add(range, { ...common, type: 'custom', formulae: [isNumerator] });
    else
      sheet.dataValidations.add(range, {
        ...common,
        type: 'whole',
        operator: 'greaterThanOrEqual',
        formulae: [0],
      });
  }
}

function writeHelp(sheet: Worksheet, request: TemplateRequest, { t }: Translator): void {
  sheet.getColumn(1).width = 44;
  sheet.getColumn(2).width = 96;
  const values = { province: request.province.fullName, cut: request.cut.label, due: request.cut.due };
  const lines = [
    t('intake.template.help1', values),
    t('intake.template.help2'),
    request.indicators.some(({ kind }) => kind === 'criterion')
      ? t('intake.template.help3')
      : t('intake.template.help4'),
    t('intake.template.help5'),
    t('intake.template.lockedHelp'),
    t('intake.template.help6', values),
  ];
  sheet.getCell(1, 1).value = t('intake.template.helpSheet');
  sheet.getCell(1, 1).font = { name: FONT, size: 14, bold: true };
  for (const [index, line] of lines.entries()) {
    sheet.mergeCells(index + 2, 1, index + 2, 2);
    sheet.getCell(index + 2, 1).value = `${index + 1}. ${line}`;
    styleText(sheet, index + 2, 1, false);
  }
  const head = lines.length + 3;
  sheet.getCell(head, 1).value = t('intake.template.definitions');
  styleText(sheet, head, 1, true);
  for (const [index, { name, definition }] of request.indicators.entries()) {
    sheet.getCell(head + 1 + index, 1).value = name;
    sheet.getCell(head + 1 + index, 2).value = definition;
    styleText(sheet, head + 1 + index, 1, true);
    styleText(sheet, head + 1 + index, 2, false);
  }
}

function styleText(sheet: Worksheet, row: number, column: number, bold: boolean): void {
  const cell = sheet.getCell(row, column);
  cell.font = { name: FONT, size: 11, bold };
  cell.alignment = { wrapText: true, vertical: 'top' };
}

function writeMeta(sheet: Worksheet, request: TemplateRequest): void {
  sheet.addRow(['template', TEMPLATE_ID]);
  sheet.addRow(['province', request.province.code]);
  sheet.addRow(['cut', request.cut.code]);
  sheet.addRow(['rules', String(request.ruleVersion)]);
}
