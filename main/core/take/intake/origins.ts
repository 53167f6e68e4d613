import { randomUUID } from 'node:crypto';
import type { WriteDatabase } from '#main/db/open.ts';
import { insertRun, insertSource, loadIds, type NewRun, type NewSource } from './store.ts';
import type { RunOf } from './write-figures.ts';

/** A source that a data file speaks of, as it is kept here. */
export interface Origin extends Omit<NewSource, 'uuid' | 'senderId'> {
  /** Code of the unit that sent it. */
  readonly sender: string | null;
}

/** Where the figures of a data file stood before. */
export interface Origins {
  readonly sources: readonly Origin[];
  /** By position in the figure table: index into `sources`. */
  readonly ofFigure: readonly number[];
}

/**
 * The run of each figure by the source it came from, within the run of its cut. Sources and runs are written when
 * the first figure needs them: what changes nothing leaves nothing.
 */
export function originRuns(
  database: WriteDatabase,
  { sources, ofFigure }: Origins,
  outer: readonly (NewRun & { readonly id: number })[],
): RunOf {
  const units = loadIds(database, 'unit');
  const sourceIds = new Map<Origin, number>();
  const runIds = outer.map(() => new Map<Origin, number>());
  const sourceOf = ({ sender, ...origin }: Origin): number =>
    insertSource(database, { ...origin, uuid: randomUUID(), senderId: units.get(sender ?? '') ?? null });
  return (cut, position) => {
    const [run, known, origin] = [outer[cut], runIds[cut], sources[ofFigure[position] ?? -1]];
    if (run === undefined || known === undefined || origin === undefined) return run?.id ?? 0;
    const sourceId = sourceIds.get(origin) ?? sourceOf(origin);
    sourceIds.set(origin, sourceId);
    const { id: throughId, ...common } = run;
    const id =
      known.get(origin) ?? insertRun(database, { ...common, uuid: randomUUID(), sourceId, throughId });
    known.set(origin, id);
    return id;
  };
}
