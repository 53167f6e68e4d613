import { ACTS_AT_MOST } from '#shared/domain/acts.ts';
import type { ActDto, JournalFilter } from './journal.ts';

type List = (
  asked: JournalFilter & { readonly limit: number; readonly before?: string },
) => Promise<{ readonly acts: readonly ActDto[]; readonly next: string | null }>;

/** Every act that fits, or the newest of them: asked for page by page. */
export async function everyAct(
  list: List,
  filter: JournalFilter,
  most = Number.POSITIVE_INFINITY,
): Promise<ActDto[]> {
  const acts: ActDto[] = [];
  let before: string | null | undefined;
  while (before !== null && acts.length < most) {
    const limit = Math.min(ACTS_AT_MOST, most - acts.length);
    const page = await list({ ...filter, limit, ...(before === undefined ? {} : { before }) });
    acts.push(...page.acts);
    before = page.next;
  }
  return acts;
}
