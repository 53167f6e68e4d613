import type { SheetChoicesDto } from '#shared/contract/intake-revision.ts';
import type { Revision } from '../inbox-item.ts';
import type { Act } from './keys.ts';

/** A header of more rows is none. */
export const HEADER_ROWS = 10;

/** What a person says of these rows (as numbered in the file) of a sheet; said again it is taken back. */
export function choose(
  revision: Revision,
  sheet: string,
  act: Exclude<Act, 'column'>,
  rows: readonly number[],
): Partial<Revision> {
  const [first] = rows;
  const last = rows.at(-1);
  if (first === undefined || last === undefined) return {};
  if (act === 'exclude') return { excluded: toggled(revision.excluded, sheet, rows) };
  const { header, firstRow, lastRow, rows: kinds, ...others } = revision.layout[sheet] ?? {};
  const kept: SheetChoicesDto = { header, firstRow, lastRow, rows: kinds, ...others };
  const change = (next: SheetChoicesDto) => ({ layout: withSheet(revision.layout, sheet, next) });
  switch (act) {
    case 'header': {
      const isSame = header?.first === first && header.last === last;
      // Where the body begins was said of another header.
      return change({ ...kept, header: isSame ? undefined : { first, last }, firstRow: undefined });
    }
    case 'across':
      return change({ ...kept, orientation: TURNED[kept.orientation ?? 'found'] });
    case 'firstRow':
      return change({ ...kept, firstRow: firstRow === first ? undefined : first });
    case 'lastRow':
      return change({ ...kept, lastRow: lastRow === last ? undefined : last });
    default:
      return change({ ...kept, rows: kindsOf(kinds ?? {}, act, rows) });
  }
}

/** Units across, then one below the other, then as it is found. */
const TURNED = { found: 'across', across: 'down', down: undefined } as const;

function kindsOf(
  before: NonNullable<SheetChoicesDto['rows']>,
  kind: 'unit' | 'total' | 'section' | 'note',
  rows: readonly number[],
): NonNullable<SheetChoicesDto['rows']> {
  const isTakenBack = rows.every((row) => before[row] === kind);
  const others = Object.entries(before).filter(([row]) => !rows.includes(Number(row)));
  const own = isTakenBack ? [] : rows.map((row) => [String(row), kind] as const);
  return Object.fromEntries([...others, ...own]);
}

function toggled(before: readonly string[], sheet: string, rows: readonly number[]): string[] {
  const keys = rows.map((row) => `${sheet}!${row}`);
  const others = before.filter((key) => !keys.includes(key));
  return keys.every((key) => before.includes(key)) ? others : [...others, ...keys];
}

/** The choices of all sheets; one of which nothing is said any more has none. */
function withSheet(layout: Revision['layout'], sheet: string, next: SheetChoicesDto): Revision['layout'] {
  const said = Object.fromEntries(
    Object.entries(next).filter(
      ([name, value]) => value !== undefined && (name !== 'rows' || Object.keys(value).length > 0),
    ),
  );
  const others = Object.fromEntries(Object.entries(layout).filter(([name]) => name !== sheet));
  return Object.keys(said).length === 0 ? others : { ...others, [sheet]: said };
}

/** Whether something was chosen: of the layout of this sheet. */
export function chosenOf(revision: Revision, sheet: string): SheetChoicesDto | null {
  return revision.layout[sheet] ?? null;
}
