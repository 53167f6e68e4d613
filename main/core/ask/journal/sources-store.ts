import type { ReadDatabase } from '#main/db/open.ts';
import type { ActKind } from '#shared/domain/acts.ts';

/** One row of one table, as the journal sees it. Rows that one act left behind have one `bundle`. */
export interface SourceRow {
  readonly at: string;
  readonly id: number | string;
  readonly kind: ActKind;
  readonly who: string | null;
  readonly unit: string | null;
  /** The province of the unit where it is a commune. */
  readonly province: string | null;
  readonly cut: string | null;
  readonly subject: string | null;
  readonly before: string | null;
  readonly count: number | null;
  readonly reason: string | null;
  readonly ref: string | null;
  readonly bundle: string | null;
}

/** Where the journal finds acts: one table with who and when, read backwards along an index on the time. */
interface Source {
  readonly name: string;
  readonly kinds: readonly ActKind[];
  readonly from: string;
  readonly where?: string;
  readonly at: string;
  readonly id: string;
  /** Columns of a row other than these two; what is not named is null. */
  readonly columns: Readonly<Partial<Record<keyof SourceRow, string>>>;
}

/** A closed cut that is judged by a later revision is closed once more, and says by which. */
const CUT_EVENT_KIND = `CASE WHEN json_extract(event.detail, '$.revision') IS NOT NULL THEN 'cutJudgedAnew'
  ELSE 'cut' || upper(substr(event.kind, 1, 1)) || substr(event.kind, 2) END`;
/** A revision that says of the plan what none before it said changed the plan; any other changed rules. */
const REVISION_KIND = `CASE WHEN rule_set.version > 1 AND rule_set.plan IS NOT NULL AND NOT EXISTS (
  SELECT 1 FROM rule_set AS earlier WHERE earlier.version < rule_set.version AND earlier.plan = rule_set.plan)
  THEN 'plan' ELSE 'rules' END`;
const SENDER = 'LEFT JOIN unit AS sender ON sender.id = source.sender_unit_id';
const RUNS = `CROSS JOIN source ON source.id = run.source_id LEFT JOIN cut ON cut.id = run.cut_id ${SENDER}`;
const CHANGED_UNITS = ['begun', 'ended', 'changed', 'enlarged', 'reduced']
  .map((part) => `json_array_length(changed.detail, '$.${part}')`)
  .join(' + ');
const RUN = {
  unit: 'sender.code',
  cut: 'cut.code',
  subject: 'source.name',
  count: 'run.added + run.changed',
  ref: 'run.uuid',
};

/** In the order in which acts of one instant are told. What has no table of its own is in `act`. */
export const SOURCES: readonly Source[] = [
  {
    name: 'act',
    kinds: [],
    from: 'act LEFT JOIN unit ON unit.code = act.unit LEFT JOIN unit AS parent ON parent.id = unit.parent_id',
    at: 'act.at',
    id: 'act.id',
    columns: {
      ...{ kind: 'act.kind', who: 'act.who', unit: 'act.unit', province: 'parent.code', cut: 'act.cut' },
      ...{ subject: 'act.subject', count: 'act.count', reason: 'act.reason' },
    },
  },
  {
    name: 'run',
    kinds: ['import', 'correction', 'snapshotImport'],
    from: `import_run AS run INDEXED BY import_run_by_time ${RUNS}`,
    where: `run.kind <> 'built-in' AND run.through_id IS NULL`,
    at: 'run.committed_at',
    id: 'run.id',
    columns: {
      ...RUN,
      kind: `CASE run.kind WHEN 'snapshot' THEN 'snapshotImport' WHEN 'correction' THEN 'correction' ELSE 'import' END`,
      ...{ who: 'run.who', reason: 'run.reason', bundle: 'run.source_id' },
    },
  },
  {
    name: 'undo',
    kinds: ['undo'],
    from: `import_run AS run INDEXED BY import_run_undone ${RUNS}`,
    where: 'run.undone_at IS NOT NULL AND run.through_id IS NULL',
    at: 'run.undone_at',
    id: 'run.id',
    columns: {
      ...RUN,
      ...{ kind: `'undo'`, who: 'run.undone_by', bundle: 'run.source_id' },
      reason: `json_extract(run.detail, '$.undoReason')`,
    },
  },
  {
    name: 'cut',
    kinds: [
      'cutOpened',
      'cutClosed',
      'cutReopened',
      'cutJudgedAnew',
      'cutLabelled',
      'cutDueMoved',
      'cutStartMoved',
    ],
    from: 'cut_event AS event INDEXED BY cut_event_by_time CROSS JOIN cut ON cut.id = event.cut_id',
    at: 'event.at',
    id: 'event.id',
    columns: {
      ...{ kind: CUT_EVENT_KIND, who: 'event.who', cut: 'cut.code', reason: 'event.reason' },
      subject: `coalesce(json_extract(event.detail, '$.to'), CAST(json_extract(event.detail, '$.revision') AS TEXT))`,
      before: `json_extract(event.detail, '$.from')`,
      count: `json_array_length(event.detail, '$.missing')`,
    },
  },
  {
    name: 'wait',
    kinds: ['cutWaited'],
    from: 'cut_wait AS event INDEXED BY cut_wait_by_time CROSS JOIN cut ON cut.id = event.cut_id',
    at: 'event.at',
    id: 'event.id',
    columns: { kind: `'cutWaited'`, who: 'event.who', cut: 'cut.code', reason: 'event.reason' },
  },
  {
    name: 'picture',
    kinds: ['pictureBack'],
    from: 'picture_event AS event INDEXED BY picture_event_by_time CROSS JOIN cut ON cut.id = event.cut_id',
    where: `event.kind = 'back'`,
    at: 'event.at',
    id: 'event.id',
    columns: { kind: `'pictureBack'`, who: 'event.who', cut: 'cut.code', reason: 'event.reason' },
  },
  {
    name: 'alert',
    kinds: ['alertAcknowledged', 'alertSnoozed', 'alertWoken', 'alertNoted'],
    from: `alert_event AS event INDEXED BY alert_event_of_people CROSS JOIN alert ON alert.id = event.alert_id
      JOIN cut ON cut.id = event.cut_id JOIN unit ON unit.id = alert.unit_id
      LEFT JOIN unit AS parent ON parent.id = unit.parent_id`,
    where: 'event.who IS NOT NULL',
    at: 'event.at',
    id: 'event.id',
    columns: {
      kind: `'alert' || upper(substr(event.kind, 1, 1)) || substr(event.kind, 2)`,
      ...{ who: 'event.who', unit: 'unit.code', province: 'parent.code', cut: 'cut.code' },
      ...{ reason: 'event.note', count: '1', ref: 'alert.uuid' },
      bundle: `event.kind || event.who || ifnull(event.note, '')`,
    },
  },
  {
    name: 'units',
    kinds: ['unitsChanged'],
    from: 'unit_act AS changed INDEXED BY unit_act_by_time',
    at: 'changed.at',
    id: 'changed.id',
    columns: {
      ...{
        kind: `'unitsChanged'`,
        who: 'changed.who',
        subject: 'changed.document',
        reason: 'changed.reason',
      },
      ...{ count: CHANGED_UNITS, ref: 'changed.uuid' },
    },
  },
  {
    name: 'unitsUndone',
    kinds: ['unitsUndone'],
    from: 'unit_act AS changed INDEXED BY unit_act_undone',
    where: 'changed.undone_at IS NOT NULL',
    at: 'changed.undone_at',
    id: 'changed.id',
    columns: {
      ...{ kind: `'unitsUndone'`, who: 'changed.undone_by', subject: 'changed.document' },
      ...{ reason: 'changed.undo_reason', count: CHANGED_UNITS, ref: 'changed.uuid' },
    },
  },
  {
    name: 'snapshot',
    kinds: ['snapshotMade'],
    from: 'snapshot_made AS made',
    at: 'made.made_at',
    id: 'made.id',
    columns: {
      ...{ kind: `'snapshotMade'`, who: 'made.who', count: 'json_array_length(made.cuts)' },
      // The name alone: where a file lies is nobody's act.
      subject: `replace(made.file, rtrim(made.file, replace(replace(made.file, '/', ''), '\\', '')), '')`,
      unit: `nullif(json_extract(made.scope, '$.code'), 'VN')`,
    },
  },
  {
    name: 'calendar',
    kinds: ['calendar'],
    from: 'calendar_revision AS revision',
    at: 'revision.created_at',
    id: 'revision.version',
    columns: {
      ...{ kind: `'calendar'`, who: 'revision.who', reason: 'revision.note' },
      subject: 'CAST(revision.version AS TEXT)',
    },
  },
  {
    name: 'rules',
    kinds: ['plan', 'rules'],
    from: 'rule_set',
    at: 'rule_set.created_at',
    id: 'rule_set.version',
    columns: {
      ...{ kind: REVISION_KIND, who: 'rule_set.who', reason: 'rule_set.note' },
      subject: 'CAST(rule_set.version AS TEXT)',
    },
  },
  {
    // Going back to an earlier version; a version is put in force when it is written.
    name: 'activation',
    kinds: ['rulesActivated'],
    from: `setting CROSS JOIN json_each(setting.value) AS item`,
    where: `setting.key = 'rules.activations' AND NOT EXISTS (SELECT 1 FROM rule_set
      WHERE version = json_extract(item.value, '$.version') AND created_at = json_extract(item.value, '$.at'))`,
    at: `json_extract(item.value, '$.at')`,
    id: 'item.key',
    columns: {
      ...{ kind: `'rulesActivated'`, who: `json_extract(item.value, '$.who')` },
      subject: `CAST(json_extract(item.value, '$.version') AS TEXT)`,
    },
  },
];

const COLUMNS = [
  ...['kind', 'who', 'unit', 'province', 'cut', 'subject', 'before', 'count', 'reason', 'ref', 'bundle'],
] as (keyof SourceRow)[];

/** Up to where a source is read: rows before this place, or at the same instant too where it comes earlier in it. */
export interface Edge {
  readonly at: string;
  readonly place: 'before' | 'upTo' | { readonly id: number | string };
}

/** The rows of a source between two times, the newest first, at most so many. */
export function openSource(
  database: ReadDatabase,
  { from, where = 'true', at, id, columns }: Source,
  { since, edge, most }: { readonly since: string; readonly edge: Edge; readonly most: number },
): IterableIterator<SourceRow> {
  const compared = { before: `${at} < :at`, upTo: `${at} <= :at` };
  const isPlace = typeof edge.place === 'object';
  const condition = typeof edge.place === 'object' ? `(${at}, ${id}) < (:at, :id)` : compared[edge.place];
  const read = COLUMNS.map((column) => `${columns[column] ?? 'NULL'} AS "${column}"`).join(', ');
  const sql = `
    SELECT ${at} AS at, ${id} AS id, ${read} FROM ${from} WHERE ${where} AND ${condition} AND ${at} >= :since
    ORDER BY ${at} DESC, ${id} DESC LIMIT :most`;
  const values = { at: edge.at, since, most, ...(isPlace ? { id: (edge.place as { id: unknown }).id } : {}) };
  return database.prepare(sql).iterate(values) as IterableIterator<SourceRow>;
}
