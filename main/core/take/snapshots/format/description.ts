/** What an id column points at; ids inside a file are local to it. */
export type Reference = 'unit' | 'subject' | 'indicator' | 'task' | 'cut' | 'source' | 'run' | 'alert';

export interface ColumnDescription {
  readonly name: string;
  readonly reference: Reference | null;
  /** A missing target leaves the column empty instead of leaving the row out. */
  readonly isOptional: boolean;
}

export interface TableDescription {
  readonly name: string;
  readonly sql: string;
  /** Those that are written and read; what else the table has stays empty. */
  readonly columns: readonly ColumnDescription[];
  /** What no row may be, beside what the text forbids: expressions, none of which may be true. */
  readonly limits: readonly string[];
}

/** Tables whose ids others in a file point at, with what such an id is. */
const KINDS: Readonly<Record<string, Reference>> = {
  unit: 'unit',
  task: 'task',
  indicator: 'indicator',
  cut: 'cut',
  source: 'source',
  import_run: 'run',
  alert: 'alert',
};
/** Units that are only named (the country of a province) count here, too; everywhere else a unit is a subject. */
const NAMED_UNITS = new Set(['unit.id', 'unit.parent_id', 'unit_name.unit_id', 'source.sender_unit_id']);

/** A column by what it is and which table it points at; nothing for an id that no row of a file points at: SQLite gives it anew. */
export function describeColumn(
  table: string,
  name: string,
  { target, isRequired }: { readonly target: string | undefined; readonly isRequired: boolean },
): ColumnDescription[] {
  const isOwn = name === 'id';
  const kind = KINDS[(isOwn ? table : target) ?? ''] ?? null;
  if (isOwn && kind === null) return [];
  const reference = kind === 'unit' && !NAMED_UNITS.has(`${table}.${name}`) ? 'subject' : kind;
  return [{ name, reference, isOptional: kind !== null && !isOwn && !isRequired }];
}
