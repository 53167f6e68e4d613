import { closeSync, openSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { readCatalogue } from '#main/core/ground/catalogue/read.ts';
import type { ReadDatabase } from '#main/db/open.ts';
import { weekCut } from '#shared/domain/cuts.ts';
import { addDays } from '#shared/domain/periods.ts';

const FIRST_WEEK = '2027-01-04';

/** The same figures as a locality writes them, and as rows of the table. */
export interface CsvFiles {
  readonly own: string;
  readonly reference: string;
}

/** Writes `count` figures of new weeks, every commune and indicator in turn. The reference gets row ids ready made. */
export function writeCsvFiles(
  folder: string,
  assets: string,
  database: ReadDatabase,
  count: number,
): CsvFiles {
  const { plan, units } = readCatalogue(assets);
  const id = (table: string) =>
    new Map(database.prepare(`SELECT code, id FROM ${table}`).raw().all() as [string, number][]);
  const [indicatorIds, unitIds] = [id('indicator'), id('unit')];
  const files = { own: join(folder, 'figures.csv'), reference: join(folder, 'reference.csv') };
  const own = openSync(files.own, 'w');
  const reference = openSync(files.reference, 'w');
  writeSync(own, 'cut,unit_code,indicator,value,numerator,denominator,note\n');
  for (let done = 0, week = 0; done < count; week += 1) {
    const { code: cut } = weekCut(addDays(FIRST_WEEK, week * 7));
    for (const { code, kind } of plan.indicators) {
      const lines: string[] = [];
      const rows: string[] = [];
      for (const unit of units.communes.slice(0, count - done)) {
        const [numerator, denominator] = [done % 997, 1000 + (done % 1999)];
        const value = kind === 'ratio' ? '' : kind === 'criterion' ? done % 2 : numerator;
        const parts = kind === 'ratio' ? `${numerator},${denominator}` : ',';
        lines.push(`${cut},${unit.code},${code},${value},${parts},\n`);
        const stored = kind === 'ratio' ? numerator / denominator : value;
        rows.push(
          `${1000 + week},${indicatorIds.get(code)},${unitIds.get(unit.code)},${stored},${numerator},${denominator},1,0,${done + 2},\n`,
        );
        done += 1;
      }
      writeSync(own, lines.join(''));
      writeSync(reference, rows.join(''));
    }
  }
  closeSync(own);
  closeSync(reference);
  return files;
}
