import type { Context } from '#main/core/context.ts';
import { requireOpen } from './service.ts';

/**
 * The context whose figures are those of an open snapshot, with nothing that could be written; the workspace's own
 * for no id. SNAPSHOT_NOT_OPEN when it was closed or the engine started anew.
 */
export function contextFor(workspace: Context, id: string | undefined): Context {
  if (id === undefined || id === '') return workspace;
  const { context, dto } = requireOpen(workspace.snapshots, id);
  return { ...workspace, ...context, snapshot: dto };
}
