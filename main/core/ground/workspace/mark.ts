import { listSourceKinds } from '#main/core/ground/application/store.ts';
import type { Context } from '#main/core/ground/context.ts';
import type { WorkspaceMark } from '#shared/domain/model.ts';
import { readWorkspace } from './store.ts';

/** What stands on every screen, page and file that is made of these figures; null where they are real. */
export function markOf({ read, snapshot }: Pick<Context, 'read' | 'snapshot'>): WorkspaceMark | null {
  const workspace = snapshot === null ? readWorkspace(read) : null;
  const isPractice =
    snapshot === null
      ? (workspace?.practiceSince ?? null) !== null
      : snapshot.report.manifest?.practice === true;
  if (workspace?.kind === 'illustrative' || listSourceKinds(read).includes('illustrative'))
    return 'illustrative';
  return isPractice ? 'practice' : null;
}
