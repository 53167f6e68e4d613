/** A file as it was seen at one look. */
export interface Glimpse {
  readonly name: string;
  readonly bytes: number;
  /** As the file system says, in milliseconds. */
  readonly modifiedMs: number;
}

/** The same with the time since when it has been so, in milliseconds of the application's clock. */
export interface Tracked extends Glimpse {
  readonly since: number;
}

/** Two looks: a copy over a network writes more often than that. */
export const SETTLE_MS = 2000;
/** What cannot be read yet may be a copy that paused; after a minute of silence it is what it is. */
export const PATIENCE_MS = 60_000;

/** What was seen now, each file with the time since when its size and its time have not changed. */
export function track(
  before: ReadonlyMap<string, Tracked>,
  seen: readonly Glimpse[],
  at: number,
): Map<string, Tracked> {
  return new Map(
    seen.map((glimpse) => {
      const known = before.get(glimpse.name);
      const isSame = known?.bytes === glimpse.bytes && known.modifiedMs === glimpse.modifiedMs;
      // A clock that was set back must not keep a file waiting for as long as that.
      const since = isSame ? Math.min(known.since, at) : at;
      return [glimpse.name, { ...glimpse, since }];
    }),
  );
}

/** Complete as far as can be told from outside; an empty file has to stay so for longer: it is often a beginning. */
export function isSettled({ bytes, since }: Tracked, at: number): boolean {
  return at - since >= (bytes === 0 ? PATIENCE_MS : SETTLE_MS);
}

/** Silent for so long that nobody is writing any more. */
export function isSilent({ since }: Tracked, at: number): boolean {
  return at - since >= PATIENCE_MS;
}
