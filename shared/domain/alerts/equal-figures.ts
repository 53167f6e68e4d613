import type { IndicatorReference, SuspicionRules } from '../rule-set.ts';
import { alertEvaluation, conditionOf } from './evaluation.ts';
import { listed, type Question, type SentMonth } from './sent-months.ts';

/** Communes of a province that sent the very same ratio of an output. */
interface EqualGroup {
  readonly column: number;
  readonly numerator: number;
  readonly denominator: number;
  readonly members: SentMonth[];
}

/**
 * One question for each ratio: communes of a province that sent the very same numerator and denominator, more of them
 * the fewer files there are. A group that is mostly asked about already is the same cause once more and is not asked
 * about again. Of equally large groups that of the most files is named.
 */
export function evaluateSuspectEqualFigures(
  province: string,
  month: string,
  outputs: readonly IndicatorReference[],
  communes: readonly SentMonth[],
  rules: SuspicionRules,
): Question[] {
  const ratios = [...outputs.keys()].filter((column) => outputs[column]?.kind === 'ratio');
  const groups = ratios.flatMap((column) => groupsOf(communes, column)).filter((one) => isAsked(one, rules));
  const chosen = chooseGroups(groups);
  return ratios.map((column) => {
    const group = chosen.get(column);
    const isKnown = communes.some(({ now }) => typeof now?.[column] === 'object');
    const { numerator = 0, denominator = 0, members = [] } = group ?? {};
    const names = { unit: province, indicator: outputs[column]?.code ?? '', cut: month };
    const facts = { ...names, communes: members.length, numerator, denominator, ...listed(members) };
    const condition = isKnown ? conditionOf(members.length > 0) : 'noData';
    return { evaluation: alertEvaluation('suspectEqualFigures', condition, 'notice', facts), asked: members };
  });
}

/** Numerators and denominators lie below this, so that both together make one number. */
const PARTS_BELOW = 2 ** 26;

function groupsOf(communes: readonly SentMonth[], column: number): EqualGroup[] {
  const groups = new Map<number, EqualGroup>();
  for (const commune of communes) {
    const figure = commune.now?.[column];
    if (typeof figure !== 'object') continue;
    const { numerator, denominator } = figure;
    if (numerator === null || denominator === null) continue;
    const key = numerator * PARTS_BELOW + denominator;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, { column, numerator, denominator, members: [commune] });
    else group.members.push(commune);
  }
  return [...groups.values()];
}

function isAsked({ numerator, denominator, members }: EqualGroup, rules: SuspicionRules): boolean {
  const communes = members.length;
  if (denominator >= rules.equalLargeFiles) return communes >= rules.equalLargeCommunes;
  if (numerator === 0 || numerator === denominator) return false;
  if (denominator >= rules.equalMiddleFiles) return communes >= rules.equalMiddleCommunes;
  return denominator >= rules.equalSmallFiles && communes >= rules.equalSmallCommunes;
}

/** By output: the largest group of each that is not mostly asked about already. */
function chooseGroups(groups: readonly EqualGroup[]): Map<number, EqualGroup> {
  const asked = new Set<SentMonth>();
  const chosen = new Map<number, EqualGroup>();
  for (const group of groups.toSorted(compareGroups)) {
    const known = group.members.filter((member) => asked.has(member)).length;
    if (chosen.has(group.column) || known * 2 > group.members.length) continue;
    chosen.set(group.column, group);
    for (const member of group.members) asked.add(member);
  }
  return chosen;
}

// Nothing depends on the order in which the communes came.
function compareGroups(left: EqualGroup, right: EqualGroup): number {
  return (
    right.members.length - left.members.length ||
    right.denominator - left.denominator ||
    right.numerator - left.numerator ||
    left.column - right.column
  );
}
