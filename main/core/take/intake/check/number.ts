/** Which sign parts the decimals; null while the file has not shown it. */
export type DecimalSign = ',' | '.' | null;

export interface ParsedNumber {
  readonly value: number;
  readonly hasPercent: boolean;
}

export interface NumberExpectation {
  /** Only whole numbers make sense here: then a single '.' or ',' before three digits parts thousands. */
  readonly isWhole: boolean;
  readonly decimal: DecimalSign;
}

const PLAIN = /^\d{1,15}$/;
const SPACES = /[\s\u00a0\u202f]/g;
const SHAPE = /^([+-]?)(\d[\d.,]*|[.,]\d+)(%?)$/;

/** The number a text shows, in Vietnamese (1.234,56) or English (1,234.56) style; null when it shows none. */
export function parseNumber(text: string, expected: NumberExpectation): ParsedNumber | null {
  if (PLAIN.test(text)) return { value: Number(text), hasPercent: false };
  const bare = text.replace(SPACES, '').replace(/^[−–]/, '-');
  const parts = SHAPE.exec(bare);
  if (parts === null) return /^[+-]?\d+(\.\d+)?e[+-]?\d{1,3}$/i.test(bare) ? plain(Number(bare)) : null;
  const digits = parts[2] ?? '';
  const decimal = decimalSignOf(digits, expected);
  if (decimal === 'broken') return null;
  const thousands = decimal === ',' ? '.' : ',';
  const number = Number(digits.replaceAll(thousands, '').replace(decimal, '.'));
  if (!Number.isFinite(number)) return null;
  return { value: parts[1] === '-' ? -number : number, hasPercent: parts[3] === '%' };
}

function plain(value: number): ParsedNumber {
  return { value, hasPercent: false };
}

function decimalSignOf(digits: string, expected: NumberExpectation): ',' | '.' | 'broken' {
  const commas = digits.split(',').length - 1;
  const points = digits.split('.').length - 1;
  if (commas > 0 && points > 0) {
    const decimal = digits.lastIndexOf(',') > digits.lastIndexOf('.') ? ',' : '.';
    return checkGroups(digits, decimal);
  }
  if (commas + points === 0) return '.';
  const sign = commas > 0 ? ',' : '.';
  const other = sign === ',' ? '.' : ',';
  if (commas + points > 1) return checkGroups(digits, other);
  const isGroupLike = /^[1-9]\d{0,2}[.,]\d{3}$/.test(digits);
  if (!isGroupLike) return sign;
  if (expected.isWhole) return other;
  // '12.345': a share cannot be twelve thousand, so the sign parts decimals unless the file shows otherwise.
  return expected.decimal === null ? sign : expected.decimal;
}

/** Groups before the decimal sign have three digits, the first one to three; else the text is no number. */
function checkGroups(digits: string, decimal: ',' | '.'): ',' | '.' | 'broken' {
  const thousands = decimal === ',' ? '\\.' : ',';
  const shape = new RegExp(`^\\d{1,3}(${thousands}\\d{3})+(${decimal === '.' ? '\\.' : ','}\\d*)?$`);
  return shape.test(digits) ? decimal : 'broken';
}

/**
 * Whether nobody can tell what a plain number is: 1,4 is 1,4% or a fraction above the whole, which somebody worked out
 * wrong. One of the two is a hundred times the other, so that it is asked and never guessed, whatever the file.
 */
export function isEither(value: number): boolean {
  return value > 1 && value < 2;
}
