import type { DocumentKind } from '#shared/domain/document-report.ts';
import type { TaskState } from '#shared/domain/model.ts';
import { dayNumber } from '#shared/domain/periods.ts';
import { foldText } from '#shared/text/fold.ts';
import { taskStateOf, wordOf } from '#shared/text/report-words.ts';
import { readWrittenDay } from '#shared/text/written-day.ts';
import { isEither, parseNumber } from '../check/number.ts';
import type { Cell, PlainCell } from '../read/table.ts';
import { dateFromSerial } from '../read/xlsx/dates.ts';
import { textOf } from '../recognise/text-of.ts';
import type { PlanWords } from './plan-words.ts';

/** What a cell says; 'wrong' where it says something that is none of it. */
export type Read<Value> = Value | null | 'wrong';

const KIND_WORDS: Readonly<Record<DocumentKind, readonly string[]>> = {
  plan: ['ke hoach', 'plan'],
  decision: ['quyet dinh', 'decision'],
  dispatch: ['cong van', 'dispatch', 'official letter'],
  report: ['bao cao', 'report'],
  guidance: ['huong dan', 'guidance'],
};

/** Null for an empty cell, 'wrong' for words that are none of the list. */
function read<Word extends string>(cell: Cell, known: (text: string) => Word | null): Read<Word> {
  const text = textOf(cell);
  return foldText(text) === '' ? null : (known(text) ?? 'wrong');
}

export const readState = (cell: Cell): Read<TaskState> => read(cell, taskStateOf);
export const readDocumentKind = (cell: Cell): Read<DocumentKind> =>
  read(cell, (text) => wordOf(KIND_WORDS, text));

/** Text on one line; null where there is none. */
export function readText(cell: Cell): string | null {
  const plain = shown(cell);
  if (plain !== null && typeof plain === 'object' && plain.kind === 'date') return plain.value;
  const text = textOf(plain);
  return text === '' ? null : text;
}

/** A code of the category that bears the code or name. */
export function readCategory(cell: Cell, { categories }: PlanWords): Read<string> {
  const text = textOf(cell);
  if (text === '') return null;
  const key = foldText(text);
  const found = categories.find(
    ({ code, name, nameEn }) => code === text || foldText(name) === key || foldText(nameEn) === key,
  );
  return found?.code ?? 'wrong';
}

/** The code of a task, alone or before its name; the text itself where no task bears it. */
export function readTaskCode(cell: Cell, { tasks }: PlanWords): string | null {
  const text = readText(cell);
  if (text === null || tasks.has(text)) return text;
  const [first = ''] = text.split(' ');
  if (tasks.has(first)) return first;
  // A spreadsheet makes 1.10 a number, 1.1.
  const padded = `${text}0`;
  return typeof shown(cell) === 'number' && tasks.has(padded) ? padded : text;
}

/** yyyy-mm-dd, or the text itself where it is no day. */
export function readDay(cell: Cell): string | null {
  const plain = shown(cell);
  if (plain !== null && typeof plain === 'object')
    return plain.kind === 'date' ? plain.value.slice(0, 10) : textOf(plain) || '?';
  if (typeof plain === 'number') return dateFromSerial(plain, false)?.slice(0, 10) ?? String(plain);
  const text = textOf(plain);
  if (text === '') return null;
  return dayNumber(text.slice(0, 10)) === null ? (readWrittenDay(text) ?? text) : text.slice(0, 10);
}

/** A fraction: 45%, 45 under a header that says %, 0,45. */
export function readProgress(cell: Cell, isPercent: boolean): Read<number> {
  const plain = shown(cell);
  if (plain === null || plain === '') return null;
  if (typeof plain === 'object') return plain.kind === 'percent' ? plain.value : 'wrong';
  if (typeof plain === 'boolean') return 'wrong';
  const number =
    typeof plain === 'number'
      ? { value: plain, hasPercent: false }
      : parseNumber(plain.trim(), { isWhole: false, decimal: null });
  if (number === null) return plain.toString().trim() === '' ? null : 'wrong';
  if (number.hasPercent) return number.value / 100;
  if (!isPercent && isEither(number.value)) return 'wrong';
  // Nobody means 0,45%, whatever the header says.
  const isFraction = isPercent ? !Number.isInteger(number.value) && number.value < 1 : number.value <= 1;
  return isFraction ? number.value : number.value / 100;
}

/** What a formula shows. */
function shown(cell: Cell): PlainCell {
  return cell !== null && typeof cell === 'object' && cell.kind === 'formula' ? cell.value : cell;
}
