import type { Text } from '#renderer/ground/text.tsx';
import { boundsOfSide, type StatusBounds, type StatusSide } from '#shared/domain/bounds.ts';
import type { FileColumn } from './table-file.ts';

/** What a file says beside a status: the worst and the best colour that an undetermined one can have, else nothing. */
export function boundColumns<Row>(
  { t }: Pick<Text, 't'>,
  side: StatusSide,
  boundsOf: (row: Row) => Partial<StatusBounds> | undefined,
): FileColumn<Row>[] {
  const status = t(`status.${side}`);
  return (['atLeast', 'atMost'] as const).map((end) => ({
    header: t(`status.${end}`, { status }),
    value: (row) => {
      const colour = boundsOfSide(boundsOf(row), side)?.[end];
      return colour === undefined ? null : t(`status.${colour}`);
    },
  }));
}
