import type { CutRecord } from '#main/core/cuts/store.ts';
import type { ReadDatabase } from '#main/db/open.ts';
import type { AlertDto } from '#shared/contract/alerts.ts';
import type { UnitProfileDto } from '#shared/contract/units.ts';
import type { AlertRule, AlertState, Reason, Severity } from '#shared/domain/model.ts';

interface AlertRow {
  readonly id: string;
  readonly rule: AlertRule;
  readonly severity: Severity;
  readonly state: AlertState;
  readonly unitCode: string;
  readonly name: string;
  readonly nameEn: string;
  readonly province: string | null;
  readonly task: string | null;
  readonly indicator: string | null;
  readonly since: string;
  readonly evidence: string;
}

const SEVERITY_ORDER = `CASE alert.severity WHEN 'critical' THEN 0 WHEN 'warning' THEN 1 ELSE 2 END`;

// Open at the cut: seen by then, and not yet resolved by then.
const SELECT_ALERTS = `
  SELECT alert.uuid AS id, alert.rule, alert.severity,
    CASE WHEN alert.resolved_cut_id IS NULL THEN alert.state ELSE 'firing' END AS state,
    unit.code AS unitCode, name.name, name.name_en AS nameEn, parent.code AS province, task.code AS task,
    indicator.code AS indicator, since.code AS since, alert.evidence
  FROM alert
  JOIN unit ON unit.id = alert.unit_id
  LEFT JOIN unit AS parent ON parent.id = unit.parent_id AND parent.level = 'province'
  JOIN unit_name AS name ON name.unit_id = unit.id AND name.role = 'official'
    AND name.valid_from <= :asOf AND (name.valid_to IS NULL OR name.valid_to > :asOf)
  LEFT JOIN task ON task.id = alert.task_id
  LEFT JOIN indicator ON indicator.id = alert.indicator_id
  JOIN cut AS since ON since.id = alert.since_cut_id
  LEFT JOIN cut AS resolved ON resolved.id = alert.resolved_cut_id
  WHERE since.as_of <= :asOf AND (resolved.as_of IS NULL OR resolved.as_of > :asOf)`;

/** Alerts that were open at the cut, most severe first, then the oldest. */
export function listOpenAlerts(database: ReadDatabase, cut: CutRecord): AlertDto[] {
  const sql = `${SELECT_ALERTS} ORDER BY ${SEVERITY_ORDER}, since.as_of, alert.rule, unit.code, task.code`;
  return (database.prepare(sql).all({ asOf: cut.asOf }) as AlertRow[]).map(alertDto);
}

/** The open alerts of one unit at a cut, short: what its profile shows. */
export function listUnitAlerts(
  database: ReadDatabase,
  cut: CutRecord,
  code: string,
): UnitProfileDto['alerts'] {
  const sql = `${SELECT_ALERTS} AND unit.code = :code ORDER BY ${SEVERITY_ORDER}, since.as_of, alert.rule`;
  const rows = database.prepare(sql).all({ asOf: cut.asOf, code }) as AlertRow[];
  return rows.map(({ id, rule, severity, evidence }) => ({ id, rule, severity, reason: reasonOf(evidence) }));
}

function alertDto(row: AlertRow): AlertDto {
  const { unitCode, name, nameEn, province, evidence, ...rest } = row;
  return { ...rest, unit: { code: unitCode, name, nameEn, province }, reason: reasonOf(evidence) };
}

function reasonOf(evidence: string): Reason {
  return JSON.parse(evidence) as Reason;
}
