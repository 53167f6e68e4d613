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

/** How many reports in words a preview has. */
export function reportCount({ reports }: Pick<IntakePreviewDto, 'reports'>): number {
  return reports.reduce((sum, { added, changed, same }) => sum + added + changed + same, 0);
}

/** How much of a preview can be taken in: figures and reports in words. */
export function contentCount(preview: Pick<IntakePreviewDto, 'figures' | 'reports'>): number {
  return preview.figures + reportCount(preview);
}
