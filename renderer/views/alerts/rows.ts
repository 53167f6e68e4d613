import type { AlertDto, AlertListDto } from '#shared/contract/alerts.ts';

/** A line of the list: the heading of a province, an alert, or one whose page has not been read yet. */
export type Row =
  | { readonly kind: 'heading'; readonly province: string; readonly count: number }
  | { readonly kind: 'alert'; readonly alert: AlertDto }
  | { readonly kind: 'waiting' };

const WAITING: Row = { kind: 'waiting' };

/** The province an alert belongs to; the country's own code for tasks of the centre. */
export function provinceOf(alert: AlertDto): string {
  return alert.unit.province ?? alert.unit.code;
}

/** A line for every alert that the filter leaves, in the order they came; under their provinces the fullest first. */
export function rowsOf(list: AlertListDto, isGrouped: boolean): Row[] {
  const { alerts, total, byProvince } = list;
  const lines = (from: number, to: number): Row[] =>
    Array.from({ length: to - from }, (_, place) => rowOf(alerts[from + place]));
  if (!isGrouped) return lines(0, total);
  let from = 0;
  return byProvince
    .toSorted((left, right) => right.total - left.total)
    .flatMap(({ code, total: count }) => {
      const members = lines(from, from + count);
      from += count;
      return [{ kind: 'heading' as const, province: code, count }, ...members];
    });
}

function rowOf(alert: AlertDto | undefined): Row {
  return alert === undefined ? WAITING : { kind: 'alert', alert };
}

/** Ids of the alerts of the lines in their order, as far as they have been read. */
export function orderOfRows(rows: readonly Row[]): string[] {
  return rows.flatMap((row) => (row.kind === 'alert' ? [row.alert.id] : []));
}

/** How many lines from the first one on have been read. */
export function readUpTo(rows: readonly Row[]): number {
  const at = rows.indexOf(WAITING);
  return at < 0 ? rows.length : at;
}
