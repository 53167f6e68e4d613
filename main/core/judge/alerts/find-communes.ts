import { sidesOf } from '#main/core/judge/judgement/standing.ts';
import type { UnitJudgement } from '#main/core/judge/judgement/units.ts';
import { type AlertEvaluation, alertEvaluation } from '#shared/domain/alerts/evaluation.ts';
import {
  evaluateSuspectGreenNoRecords,
  evaluateSuspectSignatures,
} from '#shared/domain/alerts/suspicion-alerts.ts';
import { evaluateGapAlert, evaluateRegression } from '#shared/domain/alerts/unit-alerts.ts';
import type { CriterionMark } from '#shared/domain/commune-status.ts';
import type { FigureOrEmpty, FigureTotal } from '#shared/domain/figures.ts';
import { evaluateGap } from '#shared/domain/gap.ts';
import { gapAtMost } from '#shared/domain/gap-ends.ts';
import type { Figure } from '#shared/domain/model.ts';
import type { CutFacts } from './cut-facts.ts';
import { type Finding, unitFinding } from './finding.ts';

/** Outputs that the questions about a commune look at. */
const ASKED_ABOUT = ['filesReceived', 'signedDocuments', 'onlineResults'] as const;
/** Colours between GREEN outside and RED inside. */
const HIDDEN_RED = 2;
/** What the figures of a month may ask of a commune. */
const QUESTIONS = ['suspectRepeatedRow', 'suspectJump'] as const;

/**
 * The rules that look at a commune. They are few, because there are 3,321 of them and people have to work through
 * what is raised: GREEN outside and RED inside, a fall, and some questions. Criteria and silence are raised of the
 * province.
 */
export function findCommunes(facts: CutFacts): Finding[] {
  const { judged, open } = facts;
  const signing = judged.criteria.flatMap(({ role }, place) => (role === 'signature' ? [place] : []));
  const outputs = ASKED_ABOUT.map((role) => judged.month.outputs.findIndex((one) => one.role === role));
  const findings: Finding[] = [];
  judged.units.forEach((one, position) => {
    const { unit } = one;
    if (unit.level !== 'commune') return;
    const figures = judged.month.figures[position] ?? [];
    const [records, signed, results] = outputs.map((place) => figureOf(figures[place]));
    const marks = signing.map((place) => judged.marks[position]?.[place]);
    for (const evaluation of [
      hiddenRed(facts, position),
      fall(facts, position),
      greenNoRecords(one, records?.value ?? null),
      signatures(unit.code, marks, signed?.numerator ?? null, results?.numerator ?? null),
      ...suspicions(facts, unit.id, position),
    ]) {
      // What neither begins nor ends an alert is no finding: of thousands of communes that is nearly everything.
      if (evaluation === null) continue;
      const matters = evaluation.condition === 'holds' || open.ofUnit(evaluation.rule, unit.id) !== null;
      if (matters) findings.push(unitFinding(unit, evaluation));
    }
  });
  return findings;
}

function suspicions({ ofMonth, open }: CutFacts, unitId: number, position: number) {
  const isOpen = QUESTIONS.some((rule) => open.ofUnit(rule, unitId) !== null);
  return ofMonth.suspicions.ofCommune(unitId, position, isOpen);
}

function figureOf(figure: FigureOrEmpty | FigureTotal | undefined): Figure | null {
  return figure === undefined || typeof figure === 'string' ? null : figure;
}

/** The gap of a commune, raised only where GREEN hides RED; one colour apart is shown on the gap screen. */
function hiddenRed(facts: CutFacts, position: number): AlertEvaluation | null {
  const { unit, gapSteps } = facts.judged.units[position] ?? missing();
  const mayMatter = gapSteps === HIDDEN_RED || facts.open.ofUnit('gap', unit.id) !== null;
  return mayMatter ? gapAlert(facts, position, HIDDEN_RED) : null;
}

/** A fall of a commune; most are GREEN and have nothing to fall from. */
function fall(facts: CutFacts, position: number): AlertEvaluation | null {
  const { unit, reported } = facts.judged.units[position] ?? missing();
  const mayMatter = reported !== 'green' || facts.open.ofUnit('regression', unit.id) !== null;
  return mayMatter ? regression(facts, position) : null;
}

function greenNoRecords(
  { unit, reported, reportedAtMost }: UnitJudgement,
  records: number | null,
): AlertEvaluation | null {
  if (records === null) return null;
  return evaluateSuspectGreenNoRecords(unit.code, { reported, reportedAtMost }, records);
}

/** The alert of a gap from so many colours on, also used for provinces. */
export function gapAlert(
  { judged, rules, standing, open }: CutFacts,
  position: number,
  from = 1,
): AlertEvaluation {
  const one = judged.units[position] ?? missing();
  const { unit, reported, operating } = one;
  const gap = evaluateGap(reported, operating);
  const isOpen = open.ofUnit('gap', unit.id) !== null;
  const state = { ...standing(unit.id).gap, isOpen, from, atMost: gapAtMost(gap, sidesOf(one)) };
  const evaluation = evaluateGapAlert(unit.code, gap, state, rules);
  if (evaluation.condition !== 'clear' || one.reportedAtMost === null) return evaluation;
  // By which side an open one ends is told from what was really reported.
  return { ...evaluation, facts: { ...evaluation.facts, reportedAtMost: one.reportedAtMost } };
}

/** A fall of the reported colour, also used for provinces. */
export function regression({ judged, bestBefore }: CutFacts, position: number): AlertEvaluation {
  const { unit, reported, progress, commune } = judged.units[position] ?? missing();
  const { atLeast = null, atMost = null } = progress ?? {};
  const isPartial = commune !== null && commune.unreported.length > 0;
  return evaluateRegression(unit.code, bestBefore(unit), { reported, atLeast, atMost, isPartial });
}

/**
 * Who reports to have nothing to sign with has no signatures; else every result returned electronically must be
 * among the documents that were signed. Who gives no answer about it may be such a one.
 */
function signatures(
  unit: string,
  marks: readonly (CriterionMark | undefined)[],
  signed: number | null,
  results: number | null,
): AlertEvaluation | null {
  // Without such a criterion in the plan nobody reports to have nothing to sign with.
  const isUnable = marks.length > 0 && marks.every((mark) => mark === 0);
  if (isUnable) return evaluateSuspectSignatures(unit, signed === null ? null : 0, signed);
  if (signed === null || results === null) return null;
  const { rule, condition, severity, facts } = evaluateSuspectSignatures(unit, signed, results);
  const mayBeUnable =
    signed > 0 && marks.length > 0 && marks.every((mark) => mark === 0 || isUnanswered(mark));
  const isClear = condition === 'clear' && !mayBeUnable;
  const known = condition === 'holds' || isClear ? condition : 'noData';
  return alertEvaluation(rule, known, severity, facts, 'reason.alert.suspectSignatures.results');
}

function isUnanswered(mark: CriterionMark | undefined): boolean {
  return mark === undefined || mark === 'notReported';
}

function missing(): never {
  throw new Error('A position outside the units of the cut');
}
