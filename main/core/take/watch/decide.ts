import type { RunRow } from '#main/core/take/intake/offers.ts';
import { SEEN_QUESTION } from '#shared/contract/choices.ts';
import type { IntakePreviewDto } from '#shared/contract/intake.ts';
import { previewCounts } from '#shared/contract/preview-counts.ts';
import type { WatchPolicy, WatchReasonDto } from '#shared/contract/watch.ts';

export interface Decision {
  readonly outcome: 'commit' | 'wait' | 'reject' | 'duplicate';
  readonly reason: WatchReasonDto | null;
}

const because = (
  outcome: Decision['outcome'],
  code: string,
  values: WatchReasonDto['values'] = {},
): Decision => ({ outcome, reason: { code: `watch.reason.${code}`, values } });

/**
 * What happens to a file that was read. Under `clean` only a file that proves itself, of cuts that are known and open, goes
 * in by itself; one with errors goes back; everything between waits for a person. Under `inbox`
 * everything that can be read at all waits. Bytes that are in already (`seen`) are a duplicate where they would change
 * nothing, and a person's to decide where they would.
 */
export function decide(preview: IntakePreviewDto, policy: WatchPolicy, seen: RunRow | null): Decision {
  const [refusal] = preview.problems;
  if (preview.outcome === 'refused') {
    const { code = 'FILE_DAMAGED', values = {} } = refusal ?? {};
    return { outcome: 'reject', reason: { code: `intake.problem.${code}`, values } };
  }
  const values = seen === null ? {} : { file: seen.file, at: seen.at };
  if (preview.outcome === 'unchanged') return because('duplicate', 'seen', values);
  if (preview.questions.some(({ id }) => id === SEEN_QUESTION)) {
    const counts = previewCounts(preview);
    return because('wait', 'seenChanges', { ...values, count: counts.new + counts.changed });
  }
  if (policy === 'inbox') return { outcome: 'wait', reason: null };
  const asked = preview.questions.length;
  if (asked > 0) return because('wait', 'questions', { count: asked });
  const errors = errorCount(preview);
  if (errors > 0) return because('reject', 'errors', { count: errors });
  if (preview.outcome !== 'ready') return because('reject', 'nothing');
  if (preview.proof?.verdict === 'look') return because('wait', 'look');
  const closed = preview.cuts.filter(({ state }) => state === 'closed').length;
  if (closed > 0) return because('wait', 'closed');
  if (preview.cuts.some(({ state }) => state === 'planned')) return because('wait', 'newCut');
  return { outcome: 'commit', reason: null };
}

export function errorCount({ counts }: IntakePreviewDto): number {
  return counts.filter(({ severity }) => severity === 'error').reduce((sum, { count }) => sum + count, 0);
}
