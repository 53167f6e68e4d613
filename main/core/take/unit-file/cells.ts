import {
  UNIT_FILE_COLUMNS,
  type UnitActProblemDto,
  type UnitFileColumn,
} from '#shared/contract/unit-acts.ts';
import { UNIT_KINDS, type UnitKind } from '#shared/domain/model.ts';
import { dayNumber } from '#shared/domain/periods.ts';
import { reason } from '#shared/domain/reason.ts';
import { UNIT_ACT_KINDS, type UnitActKind } from '#shared/domain/unit-acts.ts';
import { oneLine } from '#shared/text/clean-text.ts';
import { foldText } from '#shared/text/fold.ts';
import { createTranslator } from '#shared/text/translator.ts';
import { splitUnitKind } from '#shared/text/unit-names.ts';
import type { Cell, PlainCell } from '../intake/read/table.ts';

/** Where an act stood; a JSON file has no sheet. */
export interface Place {
  readonly sheet: string | null;
  readonly row: number | null;
}

/** What a row says; an empty cell says nothing. */
export interface Values {
  readonly day?: string;
  readonly document?: string;
  readonly act?: UnitActKind;
  readonly from?: readonly string[];
  readonly code?: string;
  readonly name?: string;
  readonly nameEn?: string;
  readonly kind?: UnitKind;
  readonly province?: string;
  readonly population?: number;
  readonly countedIn?: number;
  readonly seat?: string;
}

const TRANSLATORS = [createTranslator('vi'), createTranslator('en')];
const TEXT_MOST = 200;

/** Whether a text is what something is called, in either language, or its own name. */
function says(text: string, name: string, what: 'column' | 'act' | 'kind'): boolean {
  const called = TRANSLATORS.map(({ t }) => t(`unitFile.${what}.${name}` as 'unitFile.column.day'));
  return [name, ...called].some((one) => foldText(one) === foldText(text));
}

/** Which column a header names; null for words of somebody else. */
export function columnOf(cell: Cell): UnitFileColumn | null {
  const text = textOf(cell);
  return UNIT_FILE_COLUMNS.find((column) => says(text, column, 'column')) ?? null;
}

function plainOf(cell: Cell): PlainCell {
  return typeof cell === 'object' && cell !== null && cell.kind === 'formula' ? cell.value : cell;
}

function textOf(cell: Cell): string {
  const plain = plainOf(cell);
  if (plain === null) return '';
  if (typeof plain !== 'object') return String(plain).normalize('NFC').trim();
  return plain.kind === 'error' ? plain.error : String(plain.value);
}

/** The cells of a row by their columns; what cannot be read is a problem of the row. */
export function readCells(
  cells: readonly (readonly [UnitFileColumn, Cell])[],
  place: Place,
  problems: UnitActProblemDto[],
): Values {
  const values: Record<string, unknown> = {};
  for (const [column, cell] of cells) {
    const text = textOf(cell);
    if (text === '') continue;
    const value = text.length > TEXT_MOST && column !== 'from' ? null : READERS[column](text);
    if (value !== null) values[column] = value;
    else
      problems.push({
        reason: reason('reason.units.unreadable', { column, of: column, value: text.slice(0, TEXT_MOST) }),
        ...place,
      });
  }
  const read = values as Values;
  const name = textOf(cells.find(([column]) => column === 'name')?.[1] ?? null);
  if (isCommuneOfProvinceCode(read, name))
    problems.push({ reason: reason('reason.units.code', { value: read.code ?? '' }), ...place });
  return read;
}

const COMMUNE_KINDS: ReadonlySet<string> = new Set(['xa', 'phuong', 'dac_khu']);

/** 25 beside 'Phường …' is 00025 that a spreadsheet has cut to two digits, and no province. */
function isCommuneOfProvinceCode({ code, kind }: Values, name: string): boolean {
  const { kinds } = splitUnitKind(name);
  const said = kind === undefined ? kinds : [kind];
  return code?.length === 2 && said.length > 0 && said.every((one) => COMMUNE_KINDS.has(one));
}

const whole = (text: string): number | null => {
  const bare = text.replace(/[.\s\u00A0,](?=\d{3}(\D|$))/g, '');
  return /^\d{1,9}$/.test(bare) && Number(bare) > 0 ? Number(bare) : null;
};
/** What a person reads as one line: nothing invisible in it, which a name in all files would carry on. */
const inOneLine = (text: string): string =>
  oneLine(text)
    .replaceAll(/[\p{C}\s]+/gu, ' ')
    .trim();
/** Null where nothing that can be read is left. */
const asIs = (text: string): string | null => inOneLine(text) || null;
const nameOnly = (text: string): string | null => splitUnitKind(inOneLine(text)).name || null;

/** As resolutions say it. */
const OTHER_WORDS: Readonly<Record<string, UnitActKind>> = {
  'sap nhap': 'merge',
  'hop nhat': 'merge',
  'chia tach': 'split',
};

const READERS: Readonly<Record<UnitFileColumn, (text: string) => unknown>> = {
  day: readDay,
  document: asIs,
  act: (text) =>
    OTHER_WORDS[foldText(text)] ?? UNIT_ACT_KINDS.find((kind) => says(text, kind, 'act')) ?? null,
  from: (text) =>
    text
      .split(/[;,+\n]/)
      .map((part) => codeOf(part.trim()))
      .filter((part) => part !== ''),
  code: codeOf,
  // 'Phường Hồng Hà' in full is read as 'Hồng Hà': the kind has a column of its own.
  name: nameOnly,
  nameEn: nameOnly,
  kind: (text) => UNIT_KINDS.find((kind) => kind !== 'quoc_gia' && says(text, kind, 'kind')) ?? null,
  province: codeOf,
  population: whole,
  countedIn: (text) => (/^(19|20)\d{2}$/.test(text) ? Number(text) : null),
  seat: asIs,
};

/** Spreadsheets drop the zeros at the beginning: '256' is a commune; '4' may be that or a province, and is neither. */
function codeOf(text: string): string {
  const code = text.replace(/\.0+$/, '');
  return /^\d{3,5}$/.test(code) ? code.padStart(5, '0') : code;
}

function readDay(text: string): string | null {
  const [, day = '', month = '', year] = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec(text) ?? [];
  const iso =
    year === undefined ? text.slice(0, 10) : `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return /^\d{4}-\d{2}-\d{2}$/.test(iso) && dayNumber(iso) !== null ? iso : null;
}
