import type { ReadDatabase } from '#main/db/open.ts';
import { colourOfMissing } from '#shared/domain/commune-status.ts';
import { countGaps, type GapPair } from '#shared/domain/gap-counts.ts';
import type { Colour, OperatingStatus, ReportedStatus } from '#shared/domain/model.ts';
import type { RuleSet } from '#shared/domain/rule-set.ts';
import { BOUNDS, type StatusBounds } from './status-store.ts';

export interface PairCount extends GapPair {
  /** The worst colour that an undetermined operation can have. */
  readonly operatingAtLeast: Colour | null;
  /** The best that an operation can have of which nothing, or not enough, is known. */
  readonly operatingBest: Colour | null;
}

interface PairRow extends Omit<PairCount, 'reportedAtMost' | 'operatingWorst' | 'operatingBest'> {
  readonly reportedAtMost: Colour | null;
  readonly operatingAtMost: Colour | null;
  /** Criteria that a commune that lacks some does not meet for certain. */
  readonly notMet: number | null;
  /** Nothing can come of this side: the plan asks nothing there. */
  readonly owesNoReport: 0 | 1;
  readonly owesNoOutput: 0 | 1;
}

// Facts are looked into only where something is missing: of most rows they are never read.
const OWED = `
  CASE WHEN status.communes IS NULL AND status.missing > 0 THEN json_array_length(status.facts, '$.notMet') END AS notMet,
  status.communes IS NULL AND status.reported = 'notReported'
    AND json_array_length(status.facts, '$.unreported') = 0 AS owesNoReport,
  status.operating = 'noEvidence' AND instr(status.facts, '"operating":{}') > 0 AS owesNoOutput`;
const OPEN_SIDES = `
  status.reported_at_most AS reportedAtMost, status.operating_at_most AS operatingAtMost, ${OWED}`;

/** How many units of a level (below a province, where one is given) have each pair of statuses at a cut. */
export function countPairs(
  database: ReadDatabase,
  cutId: number,
  level: 'province' | 'commune',
  rules: RuleSet,
  province?: string,
): PairCount[] {
  // Only rows of communes count none below them: all of them are told without a look at three thousand units.
  const isAllCommunes = level === 'commune' && province === undefined;
  const among = isAllCommunes
    ? 'WHERE status.communes IS NULL'
    : `JOIN unit ON unit.id = status.unit_id AND unit.level = :level
      WHERE (:province IS NULL OR unit.parent_id = (SELECT id FROM unit WHERE code = :province))`;
  const sql = `
    SELECT status.reported, status.operating, status.operating_at_least AS operatingAtLeast, ${OPEN_SIDES},
      count(*) AS units
    FROM unit_status AS status ${among} AND status.cut_id = :cutId
    GROUP BY 1, 2, 3, 4, 5, 6, 7, 8`;
  const asked = isAllCommunes ? { cutId } : { cutId, level, province: province ?? null };
  return (database.prepare(sql).all(asked) as PairRow[]).map((row) => withEnds(row, rules));
}

/** The same of the communes of each province, by its code. */
export function countPairsByProvince(
  database: ReadDatabase,
  cutId: number,
  rules: RuleSet,
): ReadonlyMap<string, PairCount[]> {
  const sql = `
    SELECT parent.code AS province, status.reported, status.operating,
      status.operating_at_least AS operatingAtLeast, ${OPEN_SIDES}, count(*) AS units
    FROM unit_status AS status
    JOIN unit ON unit.id = status.unit_id AND unit.level = 'commune'
    JOIN unit AS parent ON parent.id = unit.parent_id
    WHERE status.communes IS NULL AND status.cut_id = :cutId
    GROUP BY 1, 2, 3, 4, 5, 6, 7, 8, 9`;
  const rows = database.prepare(sql).all({ cutId }) as (PairRow & { readonly province: string })[];
  return Map.groupBy(
    rows.map((row) => ({ province: row.province, ...withEnds(row, rules) })),
    ({ province }) => province,
  );
}

function withEnds(row: PairRow, rules: RuleSet): PairCount {
  const { reported, operating, operatingAtLeast, units } = row;
  const silent = (status: string, owesNone: 0 | 1, end: Colour): Colour | null =>
    status === 'notReported' || status === 'noEvidence' ? (owesNone === 1 ? null : end) : (status as Colour);
  return {
    ...{ reported, operating, operatingAtLeast, units },
    reportedAtMost:
      row.notMet === null
        ? (row.reportedAtMost ?? silent(reported, row.owesNoReport, 'green'))
        : colourOfMissing(row.notMet, rules.commune.yellowMissingAtMost),
    operatingWorst: operatingAtLeast ?? silent(operating, row.owesNoOutput, 'red'),
    operatingBest: row.operatingAtMost ?? silent(operating, row.owesNoOutput, 'green'),
  };
}

/** Units of which it is not certain how they operate, by the worst colour that they can have. */
export function countAtLeast(pairs: readonly PairCount[]): { yellow: number; red: number } {
  const counts = { yellow: 0, red: 0 };
  for (const { operatingAtLeast: worst, units } of pairs) {
    if (worst === 'yellow' || worst === 'red') counts[worst] += units;
  }
  return counts;
}

export interface GapRow extends StatusBounds {
  readonly code: string;
  readonly name: string;
  readonly nameEn: string;
  readonly kind: string;
  readonly province: string | null;
  readonly reported: ReportedStatus;
  readonly operating: OperatingStatus;
  readonly steps: number | null;
  /** Where a side is not known: the cell of the gap it was in when it last was, `reported/operating`; else null. */
  readonly lastCell: string | null;
  readonly months: number;
  readonly cuts: number;
}

// A cut at which one side is unknown neither counts in the run of a gap nor breaks it.
const IS_LASTING = 'status.gap_steps IS NULL AND status.gap_cuts > 0';

export interface GapFilter {
  readonly level: 'province' | 'commune';
  readonly province?: string | undefined;
  /** Without either, every unit whose report is better than its operation. */
  readonly reported?: ReportedStatus | undefined;
  readonly operating?: OperatingStatus | undefined;
}

/**
 * The units of a gap or of one cell: the widest gap first, then the longest; the undetermined, which have no gap, by
 * their worst colour, then by their best. Whose gap was not seen to end stays among the gaps: who falls silent leaves no
 * list by it, unless what is known of it leaves no room for a gap.
 */
export function listGaps(database: ReadDatabase, { cutId, day, rules }: GapsAt, filter: GapFilter): GapRow[] {
  const { level, province = null, reported = null, operating = null } = filter;
  // For all communes the statuses of the cut come first, in the order they lie in; SQLite would look up each of them.
  const join = level === 'commune' && province === null ? 'CROSS JOIN' : 'JOIN';
  const sql = `
    SELECT unit.code, name.name, name.name_en AS nameEn, name.kind,
      CASE unit.level WHEN 'commune' THEN parent.code END AS province,
      status.reported, status.operating, ${BOUNDS}, status.gap_steps AS steps,
      CASE WHEN ${IS_LASTING} THEN json_extract(status.facts, '$.gap.cell') END AS lastCell,
      ifnull(json_extract(status.facts, '$.gap.months'), 0) AS months, status.gap_cuts AS cuts, ${OWED}
    FROM unit_status AS status
    ${join} unit ON unit.id = status.unit_id AND unit.level = :level
    JOIN unit AS parent ON parent.id = unit.parent_id
    JOIN unit_name AS name ON name.unit_id = unit.id AND name.role = 'official'
      AND name.valid_from <= :day AND (name.valid_to IS NULL OR name.valid_to > :day)
    WHERE status.cut_id = :cutId AND (:province IS NULL OR parent.code = :province)
      AND CASE WHEN :reported IS NULL AND :operating IS NULL THEN status.gap_steps > 0 OR (${IS_LASTING})
        ELSE status.reported = ifnull(:reported, status.reported)
          AND status.operating = ifnull(:operating, status.operating) END
    ORDER BY status.gap_steps IS NULL, status.gap_steps DESC,
      CASE WHEN :reported IS NULL AND :operating IS NULL THEN lastCell END, status.reported_at_least, status.operating_at_least,
      status.reported_at_most DESC, status.operating_at_most DESC, months DESC, status.gap_cuts DESC, unit.code`;
  const rows = database.prepare(sql).all({ cutId, day, level, province, reported, operating }) as ListedRow[];
  return reported === null && operating === null ? rows.filter((row) => mayBeGap(row, rules)) : rows;
}

/** Where a gap is listed: at a cut, by the names of its day, and by the rules that say what a silent side may be. */
interface GapsAt {
  readonly cutId: number;
  readonly day: string;
  readonly rules: RuleSet;
}

type ListedRow = GapRow & Pick<PairRow, 'notMet' | 'owesNoReport' | 'owesNoOutput'>;

/** Who operates GREEN for certain is in no gap, whatever it reports. */
function mayBeGap(row: ListedRow, rules: RuleSet): boolean {
  return row.lastCell === null || countGaps([withEnds({ ...row, units: 1 }, rules)]).any.atMost > 0;
}

/** The rule set the statuses of a cut were computed by, or null when nothing was computed. */
export function ruleVersionAt(database: ReadDatabase, cutId: number): number | null {
  const sql = 'SELECT rule_version FROM unit_status WHERE cut_id = ? LIMIT 1';
  return (database.prepare(sql).pluck().get(cutId) as number | undefined) ?? null;
}
