import type { ReadDatabase, WriteDatabase } from '#main/db/open.ts';
import type { Plan, PlanIndicator, PlanPart, PlanTask } from '#shared/domain/plan.ts';

/**
 * The tables hold the newest revision, so that questions can be asked in SQL: rows keep their ids by code, and what a
 * plan no longer names stays with its past.
 */
export function writePlan(database: WriteDatabase, plan: Plan): void {
  const { code, name, nameEn, shortName, shortNameEn } = plan;
  const sql = `INSERT OR REPLACE INTO plan (id, code, name, name_en, short_name, short_name_en) VALUES (1, ?, ?, ?, ?, ?)`;
  database.prepare(sql).run(code, name, nameEn, shortName, shortNameEn);
  writeParts(database, plan);
  writeIndicators(database, plan.indicators);
  writeTasks(database, plan.tasks);
  writeDifficulties(database, plan);
}

function writeParts(database: WriteDatabase, { phases, pillars, groups }: Plan): void {
  database.exec('DELETE FROM task_phase');
  const insertPhase = database.prepare(`
    INSERT INTO task_phase (code, position, name, name_en, short_name, short_name_en, start, ends_on)
    VALUES (:code, :position, :name, :nameEn, :shortName, :shortNameEn, :start, :end)`);
  for (const [index, phase] of phases.entries()) insertPhase.run({ ...phase, position: index + 1 });
  writePlaced(database, 'pillar', ['name', 'name_en'], pillars, ({ name, nameEn }) => [name, nameEn]);
  writePlaced(
    database,
    'task_group',
    ['name', 'name_en', 'short_name', 'short_name_en'],
    groups,
    ({ name, nameEn, shortName, shortNameEn }) => [name, nameEn, shortName, shortNameEn],
  );
}

/** Places are free before they are given anew; what the plan no longer names comes after the rest. */
function writePlaced<Part extends PlanPart>(
  database: WriteDatabase,
  table: 'pillar' | 'task_group' | 'difficulty_category',
  columns: readonly string[],
  parts: readonly Part[],
  valuesOf: (part: Part) => readonly string[],
): void {
  database.exec(`UPDATE ${table} SET position = -position - 1`);
  const names = ['position', ...columns];
  const put = database.prepare(`
    INSERT INTO ${table} (code, ${names.join(', ')}) VALUES (?, ${names.map(() => '?').join(', ')})
    ON CONFLICT (code) DO UPDATE SET ${names.map((name) => `${name} = excluded.${name}`).join(', ')}`);
  for (const [index, part] of parts.entries()) put.run(part.code, index + 1, ...valuesOf(part));
  database.prepare(`UPDATE ${table} SET position = ? - position WHERE position < 0`).run(parts.length);
}

function writeIndicators(database: WriteDatabase, indicators: readonly PlanIndicator[]): void {
  const columns =
    `kind direction name name_en short_name short_name_en definition definition_en unit_label unit_label_en
    green_from yellow_from weight origin origin_note role asks words valid_from valid_to position`.split(
      /\s+/,
    );
  const put = database.prepare(`
    INSERT INTO indicator (code, ${columns.join(', ')})
    VALUES (:code, :kind, :direction, :name, :nameEn, :shortName, :shortNameEn, :definition, :definitionEn, :unitLabel,
      :unitLabelEn, :greenFrom, :yellowFrom, :weight, :origin, :source, :role, :asks, :allWords, :from, :until, :position)
    ON CONFLICT (code) DO UPDATE SET ${columns.map((name) => `${name} = excluded.${name}`).join(', ')}`);
  for (const [
    index,
    { words, numeratorWords, minDenominator: _, decisive: __, frequency: ___, ...indicator },
  ] of indicators.entries()) {
    const allWords = JSON.stringify({
      ...(words.length === 0 ? {} : { value: words }),
      ...(numeratorWords.length === 0 ? {} : { numerator: numeratorWords }),
    });
    put.run({ ...indicator, allWords, position: index + 1 });
  }
}

function writeTasks(database: WriteDatabase, tasks: readonly PlanTask[]): void {
  const columns =
    `group_code phase scope name name_en lead_agency lead_agency_en start deadline origin origin_note
    pillar_code valid_from valid_to`.split(/\s+/);
  const put = database
    .prepare(`
    INSERT INTO task (code, ${columns.join(', ')})
    VALUES (:code, :group, :phase, :scope, :name, :nameEn, :leadAgency, :leadAgencyEn, :start, :deadline, :origin,
      :source, :pillar, :from, :until)
    ON CONFLICT (code) DO UPDATE SET ${columns.map((name) => `${name} = excluded.${name}`).join(', ')}
    RETURNING id`)
    .pluck();
  database.exec('DELETE FROM task_output; DELETE FROM task_target; DELETE FROM task_extension');
  const outputSql =
    'INSERT INTO task_output (task_id, indicator_id, target) SELECT ?, id, ? FROM indicator WHERE code = ?';
  const targetSql = `
    INSERT INTO task_target (task_id, indicator_id, unit_id, target)
    SELECT ?, indicator.id, unit.id, ? FROM indicator JOIN unit ON unit.code = ? WHERE indicator.code = ?`;
  const extensionSql = `
    INSERT INTO task_extension (task_id, valid_from, deadline, document, reason) VALUES (?, ?, ?, ?, ?)`;
  const [putOutput, putTarget, putExtension] = [outputSql, targetSql, extensionSql].map((sql) =>
    database.prepare(sql),
  );
  for (const { outputs, extensions, ...task } of tasks) {
    const id = put.get(task) as number;
    for (const { indicator, target, provinces } of outputs) {
      putOutput?.run(id, target, indicator);
      for (const one of provinces) putTarget?.run(id, one.target, one.province, indicator);
    }
    for (const one of extensions) putExtension?.run(id, one.from, one.deadline, one.document, one.reason);
  }
}

function writeDifficulties(database: WriteDatabase, { difficulties }: Plan): void {
  database.exec('DELETE FROM difficulty_cause');
  writePlaced(database, 'difficulty_category', ['name', 'name_en'], difficulties, ({ name, nameEn }) => [
    name,
    nameEn,
  ]);
  const putCause = database.prepare(
    'INSERT INTO difficulty_cause (category_code, indicator_id) SELECT ?, id FROM indicator WHERE code = ?',
  );
  for (const { code, indicators } of difficulties)
    for (const indicator of indicators) putCause.run(code, indicator);
}

/** What only the rule set of a revision says. */
const RULED = { minDenominator: 10, decisive: false, frequency: 'eachCut' } as const;

type IndicatorRow = Omit<PlanIndicator, 'words' | 'numeratorWords' | keyof typeof RULED> & {
  readonly allWords: string;
};

/** What the plan is called, and its phases: what pages and files say of it as a whole. */
export function readPlanHead(
  database: ReadDatabase,
): Pick<Plan, 'code' | 'name' | 'nameEn' | 'shortName' | 'shortNameEn' | 'phases'> {
  const named = 'code, name, name_en AS nameEn, short_name AS shortName, short_name_en AS shortNameEn';
  const head = database.prepare(`SELECT ${named} FROM plan`).get() as
    | Pick<Plan, 'code' | 'name' | 'nameEn' | 'shortName' | 'shortNameEn'>
    | undefined;
  const phases = `SELECT ${named}, start, ends_on AS "end" FROM task_phase ORDER BY position`;
  return {
    ...(head ?? { code: '', name: '', nameEn: '', shortName: '', shortNameEn: '' }),
    phases: database.prepare(phases).all() as Plan['phases'],
  };
}

/** What the tables say of the plan; thresholds that only rules have are the usual ones. */
export function readPlanTables(database: ReadDatabase): Omit<Plan, 'notAsked'> {
  const all = <Row>(sql: string) => database.prepare(sql).all() as Row[];
  const part = 'code, name, name_en AS nameEn';
  return {
    ...readPlanHead(database),
    pillars: all(`SELECT ${part} FROM pillar ORDER BY position`),
    groups: all(`SELECT ${part}, short_name AS shortName, short_name_en AS shortNameEn
      FROM task_group ORDER BY position`),
    indicators: readIndicators(database),
    tasks: readTasks(database),
    difficulties: readDifficulties(database),
  };
}

function readIndicators(database: ReadDatabase): PlanIndicator[] {
  const sql = `
    SELECT code, kind, direction, name, name_en AS nameEn, short_name AS shortName, short_name_en AS shortNameEn,
      definition, definition_en AS definitionEn, unit_label AS unitLabel, unit_label_en AS unitLabelEn,
      ifnull(green_from, 1) AS greenFrom, ifnull(yellow_from, 0) AS yellowFrom, weight, role, asks, words AS allWords,
      valid_from AS "from", valid_to AS until, origin, origin_note AS source
    FROM indicator ORDER BY position`;
  return (database.prepare(sql).all() as IndicatorRow[]).map(({ allWords, ...row }) => {
    const { value = [], numerator = [] } = JSON.parse(allWords) as { value?: string[]; numerator?: string[] };
    return { ...row, ...RULED, words: value, numeratorWords: numerator };
  });
}

type TaskRow = Omit<PlanTask, 'outputs' | 'extensions'> & { readonly id: number };

function readTasks(database: ReadDatabase): PlanTask[] {
  const rows = <Row extends { readonly taskId: number }>(sql: string) =>
    Map.groupBy(database.prepare(sql).all() as Row[], ({ taskId }) => taskId);
  const extensions = rows<{
    taskId: number;
    from: string;
    deadline: string;
    document: string;
    reason: string;
  }>(`
    SELECT task_id AS taskId, valid_from AS "from", deadline, document, reason FROM task_extension ORDER BY valid_from`);
  const outputs = rows<{ taskId: number; indicator: string; target: number }>(`
    SELECT task_id AS taskId, indicator.code AS indicator, target FROM task_output
    JOIN indicator ON indicator.id = indicator_id ORDER BY task_id, indicator.position`);
  const targets = rows<{ taskId: number; indicator: string; province: string; target: number }>(`
    SELECT task_id AS taskId, indicator.code AS indicator, unit.code AS province, target FROM task_target
    JOIN indicator ON indicator.id = indicator_id JOIN unit ON unit.id = unit_id ORDER BY unit.code`);
  const sql = `
    SELECT id, code, group_code AS "group", phase, pillar_code AS pillar, scope, name, name_en AS nameEn,
      lead_agency AS leadAgency, lead_agency_en AS leadAgencyEn, start, deadline, valid_from AS "from",
      valid_to AS until, origin, origin_note AS source
    FROM task ORDER BY code`;
  return (database.prepare(sql).all() as TaskRow[]).map(({ id, ...task }) => ({
    ...task,
    extensions: (extensions.get(id) ?? []).map(({ taskId: _, ...one }) => one),
    outputs: (outputs.get(id) ?? []).map(({ indicator, target }) => ({
      ...{ indicator, target },
      provinces: (targets.get(id) ?? []).flatMap((one) =>
        one.indicator === indicator ? [{ province: one.province, target: one.target }] : [],
      ),
    })),
  }));
}

function readDifficulties(database: ReadDatabase): Plan['difficulties'] {
  const sql = `
    SELECT category.code, category.name, category.name_en AS nameEn,
      json_group_array(indicator.code ORDER BY indicator.position) FILTER (WHERE indicator.code IS NOT NULL) AS indicators
    FROM difficulty_category AS category LEFT JOIN difficulty_cause AS cause ON cause.category_code = category.code
      LEFT JOIN indicator ON indicator.id = cause.indicator_id
    GROUP BY category.code ORDER BY category.position`;
  const rows = database.prepare(sql).all() as {
    code: string;
    name: string;
    nameEn: string;
    indicators: string;
  }[];
  return rows.map((row) => ({ ...row, indicators: JSON.parse(row.indicators) as string[] }));
}
