import type { ReadDatabase } from '#main/db/open.ts';

/** How many figures, reports and words of people rest on these units. */
export function countHanging(database: ReadDatabase, codes: readonly string[]): number {
  const unit = 'unit_id IN (SELECT id FROM unit WHERE code IN (SELECT value FROM json_each(:codes)))';
  const sql = `
    SELECT (SELECT count(*) FROM cut CROSS JOIN indicator CROSS JOIN observation ON observation.cut_id = cut.id
        AND observation.indicator_id = indicator.id AND observation.${unit})
      + (SELECT count(*) FROM cut CROSS JOIN task CROSS JOIN task_report AS report ON report.cut_id = cut.id
        AND report.task_id = task.id AND report.${unit})
      + (SELECT count(*) FROM difficulty WHERE ${unit}) + (SELECT count(*) FROM document WHERE ${unit})`;
  return database
    .prepare(sql)
    .pluck()
    .get({ codes: JSON.stringify(codes) }) as number;
}
