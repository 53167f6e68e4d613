import { useQuery } from '@tanstack/react-query';
import { useApi } from '#renderer/ground/client/ApiProvider.tsx';
import { sourceOfWindow } from '#renderer/ground/client/source.ts';
import type { SnapshotManifest, SnapshotReport } from '#shared/contract/snapshots.ts';
import { fileNameOf } from '#shared/text/file-name.ts';

export interface ShownFile {
  readonly id: string;
  readonly report: SnapshotReport;
  readonly manifest: SnapshotManifest;
  /** Without the folders before it. */
  readonly name: string;
}

/** The data file that this window shows; null while it shows the figures of this machine. */
export function useOpenFile(): ShownFile | null {
  const isFile = sourceOfWindow() !== null;
  const { data } = useQuery({ ...useApi().snapshots.current.queryOptions(), enabled: isFile });
  if (data === undefined || data === null || data.report.manifest === null) return null;
  const { id, report } = data;
  return { id, report, manifest: data.report.manifest, name: fileNameOf(report.file) };
}
