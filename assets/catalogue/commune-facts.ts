import type { CommuneFact } from '#main/core/ground/catalogue/former.ts';
import type { CsvTable, Problem } from './csv.ts';

export const FACT_COLUMNS = ['code', 'population_2025', 'seat'];
/** The year that the column says. */
export const POPULATION_YEAR = 2025;
const MOST_PEOPLE = 1_000_000;
/** What the table says where nobody has told the seat yet. */
const NO_SEAT = /^đang cập nhật$/i;

/** Population (null where it is unknown) and seat of each commune, in order of code. */
export function buildFacts(
  table: CsvTable,
  communes: ReadonlySet<string>,
  problems: Problem[],
): CommuneFact[] {
  const seen = new Set<string>();
  const facts = table.rows.map(({ line, cells }): CommuneFact => {
    const { code = '', population_2025: text = '', seat = '' } = cells;
    const report = (fault: string, fix: string): void => {
      problems.push({ file: table.file, line, fault, fix });
    };
    if (!communes.has(code)) report(`code '${code}' is no commune`, 'use a code of the communes file');
    if (seen.has(code)) report(`code ${code} is there twice`, 'remove one of the two');
    seen.add(code);
    const people = text === '' ? null : Number(text);
    if (people !== null && !(Number.isInteger(people) && people > 0 && people <= MOST_PEOPLE))
      report(`population_2025 is '${text}'`, 'a whole number above 0, or empty where it is unknown');
    const told = seat.normalize('NFC');
    return [code, people, NO_SEAT.test(told) ? '' : told];
  });
  return facts.toSorted(([left], [right]) => (left < right ? -1 : 1));
}
