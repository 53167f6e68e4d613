import type { Context } from '#main/core/ground/context.ts';
import { requireOpen } from './service.ts';

/**
 * The context whose figures are those of an open snapshot, with nothing that could be written; the workspace's own
 * where the caller names none. SNAPSHOT_NOT_OPEN when it was closed or the engine started anew.
 */
export function contextFor(workspace: Context): Context {
  const id = workspace.source;
  if (id === undefined || id === '') return workspace;
  const { context, dto } = requireOpen(workspace.snapshots, id);
  return { ...workspace, ...context, snapshot: dto };
}
