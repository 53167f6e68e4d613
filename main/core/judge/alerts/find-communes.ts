import { type AlertEvaluation, alertEvaluation } from '#shared/domain/alerts/evaluation.ts';
import {
  evaluateSuspectGreenNoRecords,
  evaluateSuspectSignatures,
} from '#shared/domain/alerts/suspicion-alerts.ts';
import { evaluateGapAlert, evaluateRegression } from '#shared/domain/alerts/unit-alerts.ts';
import type { FigureOrEmpty, FigureTotal } from '#shared/domain/figures.ts';
import { evaluateGap } from '#shared/domain/gap.ts';
import type { Figure } from '#shared/domain/model.ts';
import type { CutFacts } from './cut-facts.ts';
import { type Finding, unitFinding } from './finding.ts';

/** Criteria without which a commune has nothing to sign with. */
const SIGNATURE_CRITERIA = ['signature_specialised', 'certificate_public'];
const RECORDS = 'applications_received';
const SIGNED = 'documents_signed';
const RESULTS = 'results_online';
/** What the figures of a month may ask of a commune. */
const QUESTIONS = ['suspectRepeatedRow', 'suspectJump'] as const;

/**
 * The rules that look at a commune. They are few, because there are 3,321 of them and people have to work through
 * what is raised: GREEN outside and RED inside, a fall, and some questions. Criteria and silence are raised of the
 * province.
 */
export function findCommunes(facts: CutFacts): Finding[] {
  const { judged } = facts;
  const signing = placesOf(judged.criteria, SIGNATURE_CRITERIA);
  const outputs = placesOf(judged.month.outputs, [RECORDS, SIGNED, RESULTS]);
  const findings: Finding[] = [];
  judged.units.forEach(({ unit, reported }, position) => {
    if (unit.level !== 'commune') return;
    const marks = judged.marks[position] ?? [];
    const figures = judged.month.figures[position] ?? [];
    const [records, signed, results] = outputs.map((place) => figureOf(figures[place]));
    const isUnable = signing.every((place) => marks[place] === 0);
    for (const evaluation of [
      hiddenRed(facts, position),
      regression(facts, position),
      evaluateSuspectGreenNoRecords(unit.code, reported, records?.value ?? null),
      signatures(unit.code, isUnable, signed?.numerator ?? null, results?.numerator ?? null),
      ...suspicions(facts, unit.id, position),
    ]) {
      // What neither begins nor ends an alert is no finding: of thousands of communes that is nearly everything.
      const matters =
        evaluation.condition === 'holds' || facts.open.ofUnit(evaluation.rule, unit.id) !== null;
      if (matters) findings.push(unitFinding(unit, evaluation));
    }
  });
  return findings;
}

function suspicions({ ofMonth, open }: CutFacts, unitId: number, position: number) {
  const isOpen = QUESTIONS.some((rule) => open.ofUnit(rule, unitId) !== null);
  return ofMonth.suspicions.ofCommune(unitId, position, isOpen);
}

function placesOf(keys: readonly { readonly code: string }[], codes: readonly string[]): number[] {
  return codes.map((code) => keys.findIndex((key) => key.code === code));
}

function figureOf(figure: FigureOrEmpty | FigureTotal | undefined): Figure | null {
  return figure === undefined || typeof figure === 'string' ? null : figure;
}

/** The gap of a commune, raised only where GREEN hides RED; one colour apart is shown on the gap screen. */
function hiddenRed({ judged, rules, gapRun, open }: CutFacts, position: number): AlertEvaluation {
  const { unit, reported, operating } = judged.units[position] ?? missing();
  const gap = evaluateGap(reported, operating);
  const isOpen = open.ofUnit('gap', unit.id) !== null;
  const evaluation = evaluateGapAlert(unit.code, gap, gapRun(unit.id), rules, isOpen);
  return gap.steps === 1 ? { ...evaluation, condition: 'clear' } : evaluation;
}

/** A fall of the reported colour, also used for provinces. */
export function regression({ judged, bestBefore }: CutFacts, position: number): AlertEvaluation {
  const { unit, reported } = judged.units[position] ?? missing();
  const best = bestBefore(unit, reported);
  return evaluateRegression(unit.code, best?.reported ?? 'notReported', reported, best?.cut ?? '');
}

/**
 * Who reports to have nothing to sign with has no signatures; else every result returned electronically must be
 * among the documents that were signed.
 */
function signatures(
  unit: string,
  isUnable: boolean,
  signed: number | null,
  results: number | null,
): AlertEvaluation {
  if (isUnable) return evaluateSuspectSignatures(unit, signed === null ? null : 0, signed);
  const { rule, condition, severity, facts } = evaluateSuspectSignatures(unit, signed, results);
  return alertEvaluation(rule, condition, severity, facts, 'reason.alert.suspectSignatures.results');
}

function missing(): never {
  throw new Error('A position outside the units of the cut');
}
