import { foldText } from '#shared/text/fold.ts';
import type { PlainCell } from '../read/table.ts';

export type CriterionReading = 0 | 1 | 'notApplicable' | 'notReported' | null;

const MET = [
  'co',
  'dat',
  'x',
  'v',
  'yes',
  'y',
  'true',
  'xanh',
  'da dat',
  'da co',
  'hoan thanh',
  'da hoan thanh',
  'met',
  'green',
  'du',
  'da',
  'ok',
  'dung',
  'roi',
  'xong',
  'da xong',
  'da cap',
  'da trien khai',
  'day du',
  'dap ung',
  'dap ung yeu cau',
  'dat yeu cau',
  'dat chuan',
  'dam bao',
  'dam bao yeu cau',
];
const NOT_MET = [
  'khong',
  'chua',
  'chua dat',
  'khong dat',
  'chua co',
  'no',
  'n',
  'false',
  'do',
  'vang',
  'chua hoan thanh',
  'khong co',
  'not met',
  'red',
  'yellow',
  'chua du',
  'sai',
];
const NOT_APPLICABLE = ['khong ap dung', 'kad', 'n a', 'na', 'khong thuoc dien', 'not applicable'];
const NOT_REPORTED = ['chua bao cao', 'chua co so lieu', 'khong co so lieu', 'chua nop', 'not reported'];
const MARKS = new Map<string, CriterionReading>([
  ['✓', 1],
  ['✔', 1],
  ['☑', 1],
  ['■', 1],
  // Ticks of the font Wingdings, as they stand in a file that knows no fonts.
  ['ü', 1],
  ['þ', 1],
  ['✗', 0],
  ['✘', 0],
  ['☐', 0],
  ['□', 0],
  ['-', 'notReported'],
  ['–', 'notReported'],
  ['', 'notReported'],
]);

const WORDS = new Map<string, CriterionReading>([
  ...MET.map((word) => [word, 1] as const),
  ...NOT_MET.map((word) => [word, 0] as const),
  ...NOT_APPLICABLE.map((word) => [word, 'notApplicable'] as const),
  ...NOT_REPORTED.map((word) => [word, 'notReported'] as const),
]);

/** Whether a criterion is met, in any of the ways people write it; null when the cell says neither. */
export function readCriterion(cell: PlainCell): CriterionReading {
  if (cell === null) return 'notReported';
  if (typeof cell === 'boolean') return cell ? 1 : 0;
  const number = typeof cell === 'object' && cell.kind === 'percent' ? cell.value : cell;
  if (typeof number === 'number') return number === 1 ? 1 : number === 0 ? 0 : null;
  return typeof number === 'string' ? readWord(number.trim()) : null;
}

function readWord(text: string): CriterionReading {
  if (/^[01]([.,]0+)?$/.test(text)) return text.startsWith('1') ? 1 : 0;
  if (text === '100%' || text === '0%') return text === '100%' ? 1 : 0;
  const word = foldText(text);
  return MARKS.get(text) ?? WORDS.get(word) ?? readNegation(word);
}

/** 'Chưa cấp', 'không đáp ứng yêu cầu': what is not yet or not so is not met. */
function readNegation(word: string): 0 | null {
  const rest = /^(?:chua|khong)(?: duoc)? (.+)$/.exec(word)?.[1];
  return rest !== undefined && (WORDS.get(rest) === 1 || WORDS.get(`da ${rest}`) === 1) ? 0 : null;
}

/** What a cell without a figure says: nothing reported, or that the indicator does not apply; else null. */
export function readAbsence(text: string): 'notApplicable' | 'notReported' | null {
  const reading = MARKS.get(text) ?? WORDS.get(foldText(text));
  return reading === 'notApplicable' || reading === 'notReported' ? reading : null;
}
