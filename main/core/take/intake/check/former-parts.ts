import { FORMER_NEW, FORMER_OLD, FORMER_QUESTION } from '#shared/contract/choices.ts';
import { createFormatter } from '#shared/text/format.ts';
import { type Place, type Problem, problem } from '../problem.ts';
import type { FormerUnit } from '../resolve/former.ts';
import { addStored, type FigureTable, type StoredFigure } from './figure-table.ts';
import type { CollectOptions } from './options.ts';
import type { QuestionList } from './question.ts';
import { sumOfParts } from './sum-of-parts.ts';

const MOST_NAMED = 6;
const MARK = 'former:';

/** Units of old that a file speaks of, each under a code of its own among the units of the figures. */
export interface FormerSeen {
  /** The code that its figures are gathered under until they are added up. */
  readonly codeOf: (unit: FormerUnit) => string;
  readonly size: () => number;
  readonly unit: (code: string) => FormerUnit | null;
}

export function createFormerSeen(): FormerSeen {
  const seen = new Map<string, FormerUnit>();
  return {
    codeOf: (unit) => {
      const code = `${MARK}${unit.code}|${unit.endedOn}|${unit.into.join('+')}`;
      seen.set(code, unit);
      return code;
    },
    size: () => seen.size,
    unit: (code) => (code.startsWith(MARK) ? (seen.get(code) ?? null) : null),
  };
}

/** A unit that is no more, with what it went into: its figures have no place among today's units. */
export function formerProblem(
  { name, endedOn, into }: FormerUnit,
  nameOf: (code: string) => string,
  place: Place,
): Problem {
  const named = namesOf(into.map(nameOf), '; ');
  const values = { name, date: createFormatter('vi').date(endedOn), into: named === '' ? 'empty' : named };
  return problem('error', 'UNIT_FORMER', values, place);
}

const namesOf = (names: readonly string[], mark = ', '): string =>
  names.length > MOST_NAMED ? `${names.slice(0, MOST_NAMED).join(mark)}${mark}…` : names.join(mark);

interface Settling {
  readonly figures: FigureTable;
  readonly seen: FormerSeen;
  readonly options: CollectOptions;
  readonly questions: QuestionList;
  readonly nameOf: (code: string) => string;
  readonly sheetName: (sheet: number) => string | null;
  readonly report: (problem: Problem) => void;
}

/** What came of the units of old: the figures of today's alone, and the rows of which nothing was taken. */
export interface Settled {
  readonly figures: FigureTable;
  readonly leftRows: number;
}

/**
 * Adds up the figures of communes of old to those of the communes that they are today, where all parts of one are there.
 * Where a code or name was used before and after, nothing of either is taken until somebody says which is meant.
 */
export function settleFormer(settling: Settling): Settled {
  const { figures, seen, options, questions, report } = settling;
  if (seen.size() === 0) return { figures, leftRows: 0 };
  const isAnswered = [FORMER_NEW, FORMER_OLD].some(
    (answer) => answer === options.answers.get(FORMER_QUESTION),
  );
  const isOld = (unit: string): boolean => seen.unit(unit) !== null;
  const isDoubtful = (unit: string): boolean =>
    !isAnswered && !isOld(unit) && options.former.hadCommune(unit);
  const old: StoredFigure[] = [];
  const doubtful = new Set<string>();
  const kept = figures.filter(
    (position) => {
      const figure = figures.get(position);
      if (isOld(figure.unit)) old.push(figure);
      else if (isDoubtful(figure.unit)) doubtful.add(figure.unit);
      else return true;
      return false;
    },
    (unit) => !isOld(unit),
  );
  if (doubtful.size > 0) {
    const values = { count: doubtful.size };
    report(problem('question', 'CODES_OF_BEFORE', values));
    const candidates = [FORMER_NEW, FORMER_OLD].map((code) => ({ code, label: code }));
    questions.ask(
      { id: FORMER_QUESTION, code: 'CODES_OF_BEFORE', values, candidates, first: {} },
      doubtful.size,
    );
    return { figures: kept, leftRows: rowsOf(old) };
  }
  const taken = old.length === 0 ? new Set<string>() : keysOf(kept);
  const { summed, left } = addUp(settling, old, taken);
  for (const figure of summed) addStored(kept, figure);
  return { figures: kept, leftRows: rowsOf(left) };
}

function keysOf(figures: FigureTable): ReadonlySet<string> {
  const keys = new Set<string>();
  for (let at = 0; at < figures.size; at += 1) keys.add(placeKey(figures.get(at)));
  return keys;
}

const rowsOf = (figures: readonly StoredFigure[]): number =>
  new Set(figures.map(({ sheet, row }) => `${sheet} ${row}`)).size;

const placeKey = ({ cut, indicator, unit }: Pick<StoredFigure, 'cut' | 'indicator' | 'unit'>): string =>
  `${cut} ${indicator} ${unit}`;

interface Part {
  readonly former: FormerUnit;
  readonly figure: StoredFigure;
}

function addUp(settling: Settling, old: readonly StoredFigure[], taken: ReadonlySet<string>) {
  const summed: StoredFigure[] = [];
  const left: StoredFigure[] = [];
  const say = sayOnce(settling.report);
  const pending = new Set<string>();
  const parts = old.flatMap((figure): (Part & { into: string })[] => {
    const former = settling.seen.unit(figure.unit);
    const into = former === null ? null : targetOf(settling, former, figure, say);
    if (former !== null && into !== null) return [{ former, figure, into }];
    if (former !== null && former.into.length > 1) pending.add(former.code);
    left.push(figure);
    return [];
  });
  for (const group of Map.groupBy(parts, ({ figure, into }) =>
    placeKey({ ...figure, unit: into }),
  ).values()) {
    const figure = sumOf(settling, group, { taken, pending }, say);
    if (figure === null) left.push(...group.map((part) => part.figure));
    else summed.push(figure);
  }
  return { summed, left };
}

/** Each thing is said once, however many figures of a row or unit it is about. */
function sayOnce(report: (problem: Problem) => void): (problem: Problem) => void {
  const said = new Set<string>();
  return (found) => {
    const key = `${found.code} ${found.values.unit ?? found.values.name} ${found.values.missing ?? ''}`;
    if (said.has(key)) return;
    said.add(key);
    report(found);
  };
}

/** The commune that a unit of old is today; asked where it was divided, and null until somebody has said. */
function targetOf(
  { options, questions, nameOf, sheetName }: Settling,
  former: FormerUnit,
  { sheet, row }: StoredFigure,
  say: (problem: Problem) => void,
): string | null {
  const place = { sheet: sheetName(sheet), row };
  if (former.level === 'district' || former.into.length === 0) {
    say(formerProblem(former, nameOf, place));
    return null;
  }
  const [only = ''] = former.into;
  if (former.into.length === 1) return only;
  const id = `part:${former.code}`;
  const answer = former.into.find((code) => code === options.answers.get(id));
  if (answer !== undefined) return answer;
  const values = { name: former.name, into: namesOf(former.into.map(nameOf), '; ') };
  say(problem('question', 'UNIT_DIVIDED', values, { ...place, key: id }));
  const candidates = former.into.map((code) => ({ code, label: nameOf(code) }));
  questions.ask({ id, code: 'UNIT_DIVIDED', values, candidates, first: place });
  return null;
}

function sumOf(
  { options, sheetName }: Settling,
  group: readonly (Part & { readonly into: string })[],
  { taken, pending }: { readonly taken: ReadonlySet<string>; readonly pending: ReadonlySet<string> },
  say: (problem: Problem) => void,
): StoredFigure | null {
  const [first] = group;
  if (first === undefined) return null;
  const { into, figure } = first;
  const place = { sheet: sheetName(figure.sheet), row: figure.row };
  const unit = into;
  if (taken.has(placeKey({ ...figure, unit }))) {
    say(problem('error', 'FORMER_BESIDE_NEW', { unit, name: first.former.name }, place));
    return null;
  }
  const named = new Set(group.map(({ former }) => former.code));
  const missing = options.former
    .partsOf(into)
    .filter(({ code, into: all }) => !named.has(code) && !isElsewhere(code, all, into, options));
  // Of a divided part that the file has it is asked first whose it is.
  const absent = missing.filter(({ code }) => !pending.has(code));
  if (missing.length > 0 && absent.length === 0) return null;
  if (absent.length > 0) {
    const names = namesOf(absent.map(({ name }) => name));
    say(problem('error', 'FORMER_PARTS_MISSING', { unit, count: absent.length, missing: names }, place));
    return null;
  }
  const kind = options.vocabulary.indicators.get(figure.indicator)?.kind ?? 'count';
  const sum = sumOfParts(
    kind,
    group.map((part) => part.figure),
  );
  if (typeof sum === 'string') {
    say(problem('error', sum, { unit, indicator: figure.indicator }, place));
    return null;
  }
  const parts = namesOf(group.map(({ former }) => former.name));
  say(problem('warning', 'FORMER_SUMMED', { unit, count: group.length, parts }, place));
  return { ...figure, unit, ...sum };
}

/** Whether somebody has said that a divided unit belongs to another commune than this one. */
function isElsewhere(
  code: string,
  into: readonly string[],
  here: string,
  { answers }: CollectOptions,
): boolean {
  const answer = answers.get(`part:${code}`);
  return into.length > 1 && answer !== undefined && answer !== here;
}
