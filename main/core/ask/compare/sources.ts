import type { Context } from '#main/core/ground/context.ts';
import { listOpenCuts } from '#main/core/ground/cuts/picture.ts';
import { requireOpen } from '#main/core/take/snapshots/service.ts';
import { WORKSPACE } from '#shared/contract/choices.ts';
import type { ComparisonSourceDto } from '#shared/contract/compare.ts';

/** What a side of a comparison can be taken from: the workspace first, then the open files. */
export function listSources({ snapshots, snapshot }: Context): ComparisonSourceDto[] {
  const workspace = {
    id: WORKSPACE,
    file: null,
    isCurrent: snapshot === null,
    cuts: listOpenCuts(snapshots.workspace.read),
  } as const;
  const files = snapshots.files.list().flatMap(({ id, report }) => {
    const { file: name, verdict, manifest, isJudgedAnew } = report;
    if (manifest === null) return [];
    const cuts = listOpenCuts(requireOpen(snapshots, id).context.read);
    return [
      {
        id,
        file: { name, verdict, scope: manifest.scope, isJudgedAnew },
        isCurrent: id === snapshot?.id,
        cuts,
      },
    ];
  });
  return [workspace, ...files];
}
