import type { AlertDto } from '#shared/contract/alerts.ts';

/** A line of the list: the heading of a province, or an alert. */
export type Row =
  | { readonly kind: 'heading'; readonly province: string; readonly count: number }
  | { readonly kind: 'alert'; readonly alert: AlertDto };

/** The province an alert belongs to; the country's own code for tasks of the centre. */
export function provinceOf(alert: AlertDto): string {
  return alert.unit.province ?? alert.unit.code;
}

/** Lines in the order they are shown: as they came, or under their provinces, the fullest first. */
export function rowsOf(alerts: readonly AlertDto[], isGrouped: boolean): Row[] {
  if (!isGrouped) return alerts.map((alert) => ({ kind: 'alert', alert }));
  const groups = [...Map.groupBy(alerts, provinceOf)].sort(
    ([, left], [, right]) => right.length - left.length,
  );
  return groups.flatMap(([province, members]) => [
    { kind: 'heading' as const, province, count: members.length },
    ...members.map((alert) => ({ kind: 'alert' as const, alert })),
  ]);
}

/** The alerts of the lines in their order. */
export function alertsOf(rows: readonly Row[]): AlertDto[] {
  return rows.flatMap((row) => (row.kind === 'alert' ? [row.alert] : []));
}
