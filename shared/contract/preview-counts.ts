import type { IntakePreviewDto } from './intake.ts';

/** Figures and reports of a preview together. */
export function previewCounts({ totals, reports }: Pick<IntakePreviewDto, 'totals' | 'reports'>) {
  const sum = (key: 'added' | 'changed' | 'same'): number =>
    reports.reduce((total, one) => total + one[key], 0);
  return {
    new: totals.new + sum('added'),
    changed: totals.changed + sum('changed'),
    same: totals.same + sum('same'),
  };
}
