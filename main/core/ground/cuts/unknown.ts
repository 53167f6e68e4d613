import { UserError } from '#shared/contract/errors.ts';
import { nearestCuts } from '#shared/domain/calendar.ts';
import { cutOfWriting, mondayOfNumbered } from '#shared/domain/cut-writing.ts';
import { addDays, type CutPeriod, vietnamDay } from '#shared/domain/periods.ts';

/** CUT_UNKNOWN with the cuts nearest to what was said, where it says a time: also 'Tuần 49', whose day is the report's. */
export function cutUnknown(cuts: readonly CutPeriod[], words: string): UserError {
  const today = vietnamDay(new Date().toISOString());
  const monday = mondayOfNumbered(words, today);
  const near = nearestCuts(cuts, monday === null ? cutOfWriting(words) : addDays(monday, 6));
  if (near.length === 0) return new UserError('CUT_UNKNOWN', { cut: words });
  return new UserError('CUT_UNKNOWN', {
    ...{ cut: words, why: monday === null ? 'near' : 'numbered' },
    nearest: near.map(({ code }) => code).join(', '),
  });
}
