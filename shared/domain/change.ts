import { byCode, colourRank } from './ranking.ts';

/** from status -> to status -> number of units; only pairs that occur are present. */
export type Transitions = Readonly<Record<string, Readonly<Record<string, number>>>>;

/** Lists are unit codes in code order. */
export interface ChangeEvaluation {
  /** Of the units present in both cuts. */
  readonly transitions: Transitions;
  /** Units present in both cuts. */
  readonly common: number;
  /** With the same colour in both. */
  readonly unchanged: number;
  /** Without a colour in both: they have kept none. */
  readonly stillUnknown: number;
  readonly improved: readonly string[];
  readonly regressed: readonly string[];
  /** Empty before, a colour now: neither improved nor regressed. */
  readonly startedReporting: readonly string[];
  /** A colour before, empty now. */
  readonly stoppedReporting: readonly string[];
  /** Units that exist only in the second cut, and only in the first. */
  readonly joined: readonly string[];
  readonly left: readonly string[];
}

/** What became of one unit between two statuses; the kinds of no colour count as one here. */
export function changeOf(
  before: string,
  after: string,
): 'same' | 'unknown' | 'improved' | 'regressed' | 'started' | 'stopped' {
  const from = colourRank(before);
  const to = colourRank(after);
  if (from === undefined) return to === undefined ? 'unknown' : 'started';
  if (to === undefined) return 'stopped';
  if (from === to) return 'same';
  return to > from ? 'improved' : 'regressed';
}

/**
 * The change between two cuts on the same set of units: units that joined or left are
 * listed apart and are in no transition. Comparing (b, a) mirrors (a, b): transitions transpose, joined and
 * left, improved and regressed, started and stopped change places.
 */
export function compareStatuses(
  before: ReadonlyMap<string, string>,
  after: ReadonlyMap<string, string>,
): ChangeEvaluation {
  const transitions: Record<string, Record<string, number>> = {};
  const lists = { same: [], unknown: [], improved: [], regressed: [], started: [], stopped: [] } as Record<
    ReturnType<typeof changeOf>,
    string[]
  >;
  for (const [unit, from] of before) {
    const to = after.get(unit);
    if (to === undefined) continue;
    lists[changeOf(from, to)].push(unit);
    const row = transitions[from] ?? {};
    row[to] = (row[to] ?? 0) + 1;
    transitions[from] = row;
  }
  const left = onlyIn(before, after);
  return {
    transitions,
    common: before.size - left.length,
    unchanged: lists.same.length,
    stillUnknown: lists.unknown.length,
    improved: lists.improved.sort(byCode),
    regressed: lists.regressed.sort(byCode),
    startedReporting: lists.started.sort(byCode),
    stoppedReporting: lists.stopped.sort(byCode),
    joined: onlyIn(after, before),
    left,
  };
}

function onlyIn(these: ReadonlyMap<string, unknown>, those: ReadonlyMap<string, unknown>): string[] {
  return [...these.keys()].filter((key) => !those.has(key)).sort(byCode);
}

/** How many keys (of alerts, gaps, overdue tasks) are new, closed and lasting between two cuts. */
export function countKeys(
  before: ReadonlySet<string>,
  after: ReadonlySet<string>,
): { readonly opened: number; readonly closed: number; readonly lasting: number } {
  let lasting = 0;
  for (const key of before) if (after.has(key)) lasting += 1;
  return { opened: after.size - lasting, closed: before.size - lasting, lasting };
}

/** The difference of two values (fraction points or counts), or null when either is empty. */
export function difference(before: number | null, after: number | null): number | null {
  return before === null || after === null ? null : after - before;
}
