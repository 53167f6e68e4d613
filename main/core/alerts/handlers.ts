import { requireCut } from '#main/core/cuts/lookup.ts';
import { cutDto } from '#main/core/cuts/store.ts';
import { procedure } from '#main/core/procedure.ts';
import type { AlertDto } from '#shared/contract/alerts.ts';
import type { AlertRule, Severity } from '#shared/domain/model.ts';
import { listOpenAlerts } from './store.ts';

export const alerts = {
  list: procedure.alerts.list.handler(({ context, input }) => {
    const view = requireCut(context.read, input.cut);
    const { unit, rules, severities, states, offset, limit } = input;
    const isIn = (alert: AlertDto) =>
      (unit === undefined || unit === 'VN' || unit === alert.unit.code || unit === alert.unit.province) &&
      (rules === undefined || rules.includes(alert.rule)) &&
      (severities === undefined || severities.includes(alert.severity)) &&
      (states === undefined || states.includes(alert.state));
    const found = listOpenAlerts(context.read, view.statusCut).filter(isIn);
    return {
      cut: cutDto(view.cut),
      total: found.length,
      ...totals(found),
      alerts: found.slice(offset, offset + limit),
    };
  }),
};

/** Counts over everything that was found, not just the page that is sent. */
function totals(found: readonly AlertDto[]) {
  const bySeverity: Record<Severity, number> = { critical: 0, warning: 0, notice: 0 };
  const byRule: Partial<Record<AlertRule, number>> = {};
  const provinces = new Map<string, number>();
  for (const { severity, rule, unit } of found) {
    bySeverity[severity] += 1;
    byRule[rule] = (byRule[rule] ?? 0) + 1;
    const place = unit.province ?? unit.code;
    provinces.set(place, (provinces.get(place) ?? 0) + 1);
  }
  const byProvince = [...provinces].map(([code, total]) => ({ code, total }));
  return { bySeverity, byRule, byProvince: byProvince.sort((left, right) => right.total - left.total) };
}
