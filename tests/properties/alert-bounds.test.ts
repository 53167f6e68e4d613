import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type AlertEnd, type BoundsVerdict, evaluateEnds, gravest } from '#shared/domain/alerts/bounds.ts';
import { type AlertRecord, stepAlert } from '#shared/domain/alerts/life-cycle.ts';
import { weekCut } from '#shared/domain/cuts.ts';
import { evaluateGap, NO_GAP_RUN, nextGapRun } from '#shared/domain/gap.ts';
import { GAP_CELLS, NOTHING_POSSIBLE, nextPossibleRuns } from '#shared/domain/gap-ends.ts';
import { COLOURS, type Severity } from '#shared/domain/model.ts';
import { addDays } from '#shared/domain/periods.ts';

const LIMIT = 50;
/** Below the limit it holds, below half of it it is critical: the less the worse. */
const endAt = (value: number): AlertEnd => {
  return { holds: value < LIMIT, severity: value < LIMIT / 2 ? 'critical' : 'warning' };
};
const between = (low: number, high: number) => evaluateEnds(endAt(low), endAt(high));
const cutAt = (week: number) => weekCut(addDays('2025-07-07', 7 * week));
const RULES = { pendingCuts: 1, resolveCuts: 1 };
const GRADES = [null, 'notice', 'warning', 'critical'] as const;
const gradeOf = (severity: Severity | null) => GRADES.indexOf(severity);

/** A month: what the value is, and how far it could be from it were the unit silent. */
const month = fc.record({
  value: fc.nat(100),
  below: fc.nat(60),
  above: fc.nat(60),
  isSilent: fc.boolean(),
});
type Month = { readonly value: number; readonly below: number; readonly above: number };

function verdictOf({ value, below, above }: Month, isSilent: boolean): BoundsVerdict {
  return isSilent ? between(value - below, value + above) : between(value, value);
}

function step(open: AlertRecord | null, { condition, severity, isAtLeast }: BoundsVerdict, week: number) {
  const before = open?.phase === 'resolved' ? null : open;
  const on = cutAt(week).code;
  return stepAlert(before, { rule: 'gap', condition, severity, isAtLeast, on }, cutAt(week), RULES).record;
}

/** How grave what a person sees is: the alert, or the one that evidence is missing. */
function graveness(record: AlertRecord | null, { missing }: BoundsVerdict): number {
  const own = record === null || record.phase === 'resolved' ? null : record.severity;
  if (own === null || missing === null) return gradeOf(own ?? missing);
  return gradeOf(gravest(own, missing));
}

describe('a condition at its two ends', () => {
  it('of a unit that sends nothing is no less grave, and ends no alert, than if it had sent what it knows', () => {
    fc.assert(
      fc.property(fc.array(month, { minLength: 1, maxLength: 8 }), (months) => {
        let past: AlertRecord | null = null;
        months.forEach((one, week) => {
          const [honest, silent] = [verdictOf(one, false), verdictOf(one, true)];
          const [sent, kept] = [step(past, honest, week), step(past, silent, week)];
          expect(graveness(kept, silent)).toBeGreaterThanOrEqual(graveness(sent, honest));
          if (sent?.phase === 'firing' && past !== null && past.phase === 'firing') {
            expect(kept?.phase).toBe('firing');
          }
          if (past?.phase === 'firing' && silent.missing !== null) {
            expect(gradeOf(kept?.severity ?? null)).toBeGreaterThanOrEqual(gradeOf(past.severity));
          }
          past = one.isSilent ? kept : sent;
        });
      }),
      { numRuns: 2_000 },
    );
  });

  it('grows no graver for evidence inside what was possible, and is certain where nothing is open', () => {
    fc.assert(
      fc.property(month, (one) => {
        const [honest, silent] = [verdictOf(one, false), verdictOf(one, true)];
        expect(honest.missing).toBeNull();
        expect(gradeOf(honest.condition === 'holds' ? honest.severity : null)).toBeLessThanOrEqual(
          graveness(step(null, silent, 0), silent),
        );
        if (silent.condition === 'clear') expect(honest.condition).toBe('clear');
        if (silent.condition === 'holds') expect(honest.condition).toBe('holds');
      }),
    );
  });

  it('of a gap lasts in every cell at least as long as it would have been seen to', () => {
    const colour = fc.constantFrom(...COLOURS);
    const cut = fc.record({
      ...{ reported: colour, operating: colour, month: fc.nat(1) },
      ...{ hidesReport: fc.boolean(), hidesOutputs: fc.constantFrom('no', 'some', 'all') },
    });
    fc.assert(
      fc.property(fc.array(cut, { minLength: 1, maxLength: 10 }), (cuts) => {
        let [seen, possible, month] = [NO_GAP_RUN, NOTHING_POSSIBLE, 0];
        for (const { reported, operating, month: next, hidesReport, hidesOutputs } of cuts) {
          month += next;
          const honest = nextGapRun(seen, evaluateGap(reported, operating), `${month}`);
          const at = hidesOutputs === 'no' ? operating : null;
          const sides = {
            ...{ reported: hidesReport ? ('notReported' as const) : reported, reportedAtLeast: null },
            reportedAtMost: hidesReport ? null : reported,
            operating: at ?? (hidesOutputs === 'all' ? ('noEvidence' as const) : ('undetermined' as const)),
            ...{
              operatingAtLeast: hidesOutputs === 'some' ? ('red' as const) : at,
              operatingAtMost: at ?? null,
            },
          };
          const isSeen = !hidesReport && hidesOutputs === 'no';
          // What was hidden has not been seen: the run of what was goes on from there.
          const past = possible;
          possible = nextPossibleRuns(possible, sides, `${month}`, false);
          const told = nextPossibleRuns(
            past,
            { ...sides, reported, operating, reportedAtMost: reported },
            `${month}`,
            false,
          );
          GAP_CELLS.forEach((cell, place) => {
            const isCell = honest.cell === `${cell.reported}/${cell.operating}`;
            expect(told.months[place] ?? 0).toBeGreaterThanOrEqual(isCell ? honest.months : 0);
            // A month alone is no gap that has lasted: silence lets it go on and begins none.
            if (isCell && honest.months > 1)
              expect(possible.months[place]).toBeGreaterThanOrEqual(honest.months);
          });
          if (isSeen) seen = honest;
        }
      }),
    );
  });
});
