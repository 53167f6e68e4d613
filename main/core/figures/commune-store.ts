import type { CutView } from '#main/core/ground/cuts/lookup.ts';
import { monthStateOf } from '#main/core/ground/cuts/waiting-month.ts';
import { heldOn } from '#main/core/ground/plan/held-store.ts';
import type { IndicatorKey } from '#main/core/ground/rules/store.ts';
import { inForce } from '#main/core/ground/units/store.ts';
import type { ReadDatabase } from '#main/db/open.ts';
import type { Asking } from '#shared/domain/asking.ts';
import { areOutputsDue } from '#shared/domain/cuts.ts';
import { type FigureOrEmpty, figureOfUnit } from '#shared/domain/figures.ts';
import type { MonthState } from '#shared/domain/known.ts';
import type { IndicatorKind } from '#shared/domain/model.ts';
import { vietnamDay } from '#shared/domain/periods.ts';
import { askingOf } from './asking.ts';
import { CUT_DAY } from './inputs-store.ts';
import { sentFigure, whyNotAsked } from './not-asked.ts';
import type { OwnFigure } from './own-figure.ts';
import type { AskedFigures, UnitFigure } from './unit-figure.ts';

interface SentRow {
  readonly unit: string;
  readonly code: string;
  readonly kind: IndicatorKind;
  readonly isReported: 0 | 1;
  /** 1 = it began after the cut, which asked nothing of it; null for no cut. */
  readonly isLater: 0 | 1 | null;
  readonly value: number | null;
  readonly numerator: number | null;
  readonly denominator: number | null;
}

const SENT = `unit.code AS unit, indicator.code, indicator.kind, observation.unit_id IS NOT NULL AS isReported,
  unit.valid_from > (SELECT ${CUT_DAY} FROM cut WHERE cut.id = :cutId) AS isLater, observation.value, observation.numerator, observation.denominator`;

/** What a commune sent of every criterion or output, in the order of the catalogue. */
export function communeFigures(
  database: ReadDatabase,
  view: CutView,
  { of, unit, indicator }: AskedFigures & { readonly unit: string },
): UnitFigure[] {
  const { statusCut, outputsCut } = view;
  const sql = `
    SELECT ${SENT}
    FROM unit JOIN indicator ON (indicator.kind = 'criterion') = :isCriteria
      AND (:indicator IS NULL OR indicator.code = :indicator) AND ${heldOn('indicator', ':day')}
    LEFT JOIN observation ON observation.cut_id = :cutId AND observation.indicator_id = indicator.id
      AND observation.unit_id = unit.id
    WHERE unit.code = :unit ORDER BY indicator.position`;
  const isCriteria = of === 'criteria';
  const cutId = isCriteria ? statusCut.id : (outputsCut?.id ?? null);
  const day = vietnamDay(statusCut.asOf);
  const values = { unit, cutId, day, isCriteria: isCriteria ? 1 : 0, indicator: indicator ?? null };
  const rows = database.prepare(sql).all(values) as SentRow[];
  const month = isCriteria ? null : monthStateOf(database, view);
  return figuresOf(rows, { isDue: isCriteria || areOutputsDue(view), month }, askingOf(view, of));
}

/** What every commune in force at a cut sent of one indicator, by code. */
export function everyCommuneFigure(
  database: ReadDatabase,
  view: CutView,
  indicator: IndicatorKey,
): UnitFigure[] {
  const { statusCut, outputsCut } = view;
  const isCriterion = indicator.kind === 'criterion';
  const cutId = isCriterion ? statusCut.id : (outputsCut?.id ?? null);
  const day = vietnamDay(statusCut.asOf);
  const sql = `
    SELECT ${SENT}
    FROM unit JOIN indicator ON indicator.id = :indicatorId
    LEFT JOIN observation ON observation.cut_id = :cutId AND observation.indicator_id = indicator.id
      AND observation.unit_id = unit.id
    WHERE unit.level = 'commune' AND ${inForce('unit')} ORDER BY unit.code`;
  const rows = database.prepare(sql).all({ cutId, indicatorId: indicator.id, day }) as SentRow[];
  const month = isCriterion ? null : monthStateOf(database, view);
  return figuresOf(
    rows,
    { isDue: isCriterion || areOutputsDue(view), month },
    askingOf(view, isCriterion ? 'criteria' : 'outputs'),
  );
}

function figuresOf(
  rows: readonly SentRow[],
  { isDue, month }: { readonly isDue: boolean; readonly month: MonthState | null },
  asking: Asking,
): UnitFigure[] {
  return rows.map(({ unit, code, kind, ...sent }) => {
    const figure = isDue ? figureOf(sent, whyNotAsked(asking, unit, code)) : 'notYetDue';
    const isSelfExempt = figure === 'selfExempt';
    return {
      unit,
      code,
      kind,
      ...figureOfUnit(kind, figure),
      median: null,
      bounds: null,
      isSelfExempt,
      month,
    };
  });
}

function figureOf(
  { isReported, isLater, ...figure }: Omit<SentRow, 'unit' | 'code' | 'kind'>,
  notAsked: ReturnType<typeof whyNotAsked>,
): FigureOrEmpty {
  if (notAsked !== null) return notAsked;
  if (isReported === 0) return isLater === 1 ? 'notYetDue' : 'notReported';
  return sentFigure(figure);
}

/** What provinces, or the centre for the country, sent of what is asked of communes; it is in no total. */
export function listOwnFigures(
  database: ReadDatabase,
  { statusCut, outputsCut }: CutView,
  { of, unit, indicator }: AskedFigures,
): OwnFigure[] {
  const isCriteria = of === 'criteria';
  const sql = `
    SELECT unit.code AS unit, indicator.code, observation.value, observation.numerator, observation.denominator
    FROM unit
    JOIN indicator ON (indicator.kind = 'criterion') = :isCriteria AND (:indicator IS NULL OR indicator.code = :indicator)
    CROSS JOIN observation ON observation.cut_id = :cutId AND observation.indicator_id = indicator.id
      AND observation.unit_id = unit.id
    WHERE unit.level <> 'commune' AND (:unit IS NULL OR unit.code = :unit)
      AND (observation.value IS NOT NULL OR observation.numerator IS NOT NULL)`;
  const values = {
    cutId: isCriteria ? statusCut.id : (outputsCut?.id ?? null),
    isCriteria: isCriteria ? 1 : 0,
    unit: unit ?? null,
    indicator: indicator ?? null,
  };
  return database.prepare(sql).all(values) as OwnFigure[];
}
