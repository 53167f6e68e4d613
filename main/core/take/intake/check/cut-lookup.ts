import { cutOfWriting } from '#shared/domain/cut-writing.ts';
import type { IndicatorKind } from '#shared/domain/model.ts';
import { vietnamDay } from '#shared/domain/periods.ts';
import { type Place, type ProblemCode, type ProblemValues, problem } from '../problem.ts';
import type { Cell } from '../read/table.ts';
import { dateFromSerial } from '../read/xlsx/dates.ts';
import { textOf } from '../recognise/text-of.ts';
import { type LookupParts, type Lookups, placeAt } from './lookup-parts.ts';
import type { CutAnswer } from './options.ts';
import type { Candidate } from './question.ts';

/** Cut of a row, by kind of indicator; what is wrong with a cut that no row names itself is said once a sheet. */
export function cutLookup(parts: LookupParts): Lookups['cut'] {
  // By the raw cell: reading a date anew in each of two million rows would cost more than all the rest.
  const criteria = new Map<Cell, number>();
  const outputs = new Map<Cell, number>();
  const saying: Saying = { parts, said: new Set() };
  return (cell, kind, row, column) => {
    const known = kind === 'criterion' ? criteria : outputs;
    const before = known.get(cell);
    if (before !== undefined) return before;
    const place = column < 0 ? { sheet: parts.sheet } : placeAt(parts, row, column);
    const index = findCut(saying, cell, kind, place);
    if (index !== null && (cell === null || typeof cell !== 'object')) known.set(cell, index);
    return index;
  };
}

/** Id of the question which cut a file belongs to that names none in its rows. */
const WHOLE_FILE = 'cut:';

interface Saying {
  readonly parts: LookupParts;
  /** What was said of the sheet as a whole. */
  readonly said: Set<string>;
}

function say(
  { parts, said }: Saying,
  severity: 'error' | 'warning' | 'question',
  code: ProblemCode,
  values: ProblemValues,
  place: Place,
): void {
  const key = `${code} ${JSON.stringify(values)}`;
  if (place.row === undefined && said.has(key)) return;
  said.add(key);
  parts.report(problem(severity, code, values, place));
}

function findCut(saying: Saying, cell: Cell, kind: IndicatorKind, place: Place): number | null {
  const { options, figures } = saying.parts;
  const own = cutText(cell);
  const text = own === '' ? (options.defaultCut ?? options.answers.get(WHOLE_FILE) ?? null) : own;
  if (text === null) {
    refuseNone(saying, kind, place);
    return null;
  }
  const answer = options.resolveCut(options.answers.get(`cut:${text}`) ?? text, kind);
  if (answer.outcome === 'unknown') {
    saying.parts.unknown.meet('cut', text);
    refuseCut(saying, text, answer, place);
    return null;
  }
  const { code } = answer;
  const isFirst = !figures.cuts.codes.includes(code);
  if (answer.outcome === 'planned' && isFirst) say(saying, 'warning', 'CUT_NEW', { cut: code }, place);
  if (kind !== 'criterion' && !code.startsWith('month-'))
    say(saying, 'warning', 'CUT_KIND_UNUSUAL', { cut: code }, place);
  if (own !== '') compareWithAsked(saying, code, kind, place);
  return figures.cuts.indexOf(code);
}

/** No cut at all: an error, or a question where the title names one. */
function refuseNone(saying: Saying, kind: IndicatorKind, place: Place): void {
  const { titleCut, options, questions } = saying.parts;
  const named = titleCut === null ? null : options.resolveCut(titleCut, kind);
  const codes = named === null ? [] : named.outcome === 'unknown' ? named.candidates : [named.code];
  if (titleCut === null || codes.length === 0) {
    say(saying, 'error', 'CUT_MISSING', {}, place);
    return;
  }
  const values = { text: titleCut };
  say(saying, 'question', 'CUT_IN_TITLE', values, place);
  const candidates = codes.map((code): Candidate => ({ code, label: code }));
  questions.ask({ id: WHOLE_FILE, code: 'CUT_IN_TITLE', values, candidates, first: place });
}

/** A row that names another cut than the person who sent it in keeps its own, and it is said. */
function compareWithAsked(saying: Saying, cut: string, kind: IndicatorKind, place: Place): void {
  const { askedCut, resolveCut } = saying.parts.options;
  if (askedCut === null) return;
  const asked = resolveCut(askedCut, kind);
  if (asked.outcome === 'unknown' || asked.code === cut) return;
  say(saying, 'warning', 'CUT_OTHER', { cut, asked: asked.code }, place);
}

function refuseCut(
  saying: Saying,
  text: string,
  { candidates: codes, removal }: Extract<CutAnswer, { readonly outcome: 'unknown' }>,
  place: Place,
): void {
  const code = removal === undefined ? 'CUT_UNKNOWN' : 'CUT_REMOVED';
  const values = {
    text: text.slice(0, 40),
    candidates: codes.join(', ') || '–',
    ...(removal && { who: removal.who, day: vietnamDay(removal.at), why: removal.reason ?? '–' }),
  };
  say(saying, codes.length === 0 ? 'error' : 'question', code, values, place);
  if (codes.length === 0) return;
  const candidates = codes.map((one): Candidate => ({ code: one, label: one }));
  saying.parts.questions.ask({ id: `cut:${text}`, code, values, candidates, first: place });
}

/** A cut as code, yyyy-mm-dd or yyyy-mm: from text, a date cell or its bare serial (1900 epoch). */
function cutText(cell: Cell): string {
  const plain = cell !== null && typeof cell === 'object' && cell.kind === 'formula' ? cell.value : cell;
  if (plain !== null && typeof plain === 'object')
    return plain.kind === 'date' ? plain.value.slice(0, 10) : textOf(cell);
  const text = textOf(plain);
  // A date that lost its format: serials of the years 2009 to 2118.
  if (/^[4-7]\d{4}(\.\d+)?$/.test(text)) return (dateFromSerial(Number(text), false) ?? '').slice(0, 10);
  return cutOfWriting(text);
}
