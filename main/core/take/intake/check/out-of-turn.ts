import { readOutOfTurn } from '#main/core/ground/calendar/owed-store.ts';
import { readActiveRules } from '#main/core/ground/rules/store.ts';
import type { ReadDatabase } from '#main/db/open.ts';
import { parseCutCode } from '#shared/domain/cuts.ts';
import { type Problem, problem } from '../problem.ts';
import type { FigureTable } from './figure-table.ts';
import { cutsAndIndicators } from './not-held.ts';

/**
 * One warning for each cut and indicator of which a file has figures though the plan asks for it less often: they are
 * kept, and nothing is judged by them.
 */
export function outOfTurnProblems(database: ReadDatabase, figures: FigureTable): Problem[] {
  const { frequency } = readActiveRules(database).rules;
  const asked = new Map<string, ReadonlySet<string>>();
  return cutsAndIndicators(figures).flatMap(([code, indicator]) => {
    const cut = parseCutCode(code);
    if (cut === null) return [];
    const outOfTurn = asked.get(code) ?? readOutOfTurn(database, cut);
    asked.set(code, outOfTurn);
    if (!outOfTurn.has(indicator)) return [];
    const values = { indicator, cut: code, frequency: frequency[indicator] ?? 'eachCut' };
    return [problem('warning', 'INDICATOR_OUT_OF_TURN', values)];
  });
}
