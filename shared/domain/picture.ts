/** What a province owes for a cut and what of it is there, in figures and task reports. */
export interface Delivered {
  readonly owed: number;
  readonly sent: number;
}

/** How much of a cut is there: provinces that are in, of those that owe something, and figures. */
export interface Completeness extends Delivered {
  readonly provinces: number;
  readonly inProvinces: number;
}

/** Tenths of the provinces and of the figures: so many make a cut the picture, fewer than so many make it a poor one. */
const ENOUGH = 9;
const POOR = 8;
/** Hours after its due hour at which somebody is asked to close a cut or to wait, and after which they are asked again. */
const PATIENCE_HOURS = 48;
const HOUR_MS = 3_600_000;

const hasTenths = (tenths: number, part: number, whole: number): boolean => part * 10 >= whole * tenths;
/** Rounded down, so that 30 of 34 are enough; never none at all. */
const tenthsOf = (tenths: number, whole: number): number => Math.max(1, Math.floor((whole * tenths) / 10));

/** Whether a province is in: it has sent 90% of what its units owe. */
export function isIn({ owed, sent }: Delivered): boolean {
  return owed > 0 && hasTenths(ENOUGH, sent, owed);
}

/** Provinces that owe nothing for the cut neither help nor stand in the way. */
export function completenessOf(provinces: readonly Delivered[]): Completeness {
  const owing = provinces.filter(({ owed }) => owed > 0);
  return {
    provinces: owing.length,
    inProvinces: owing.filter(isIn).length,
    owed: owing.reduce((sum, { owed }) => sum + owed, 0),
    sent: owing.reduce((sum, { sent }) => sum + sent, 0),
  };
}

/** Share of all that is owed; 0 where nothing is. */
export function sentShare({ owed, sent }: Delivered): number {
  return owed === 0 ? 0 : sent / owed;
}

/**
 * Enough to be the picture: 90% of the provinces in (30 of 34) and 90% of all that is owed. Where nobody owes anything,
 * what came is all.
 */
export function isComplete(cut: Completeness): boolean {
  return isAtLeast(ENOUGH, cut);
}

/** Too little to be trusted as the picture, though it is: fewer than 27 of 34 provinces, or 80% of what is owed. */
export function isPoor(cut: Completeness): boolean {
  return !isAtLeast(POOR, cut);
}

function isAtLeast(tenths: number, { provinces, inProvinces, owed, sent }: Completeness): boolean {
  if (provinces === 0) return true;
  return inProvinces >= tenthsOf(tenths, provinces) && hasTenths(tenths, sent, owed);
}

export const CUT_STAGES = ['collecting', 'complete', 'overdue', 'closed'] as const;
/** How far an opened cut has come in the eyes of people. Only a person closes one: enough of it may have come long ago. */
export type CutStage = (typeof CUT_STAGES)[number];

/** `there`: from how many provinces it is asked, and how much of it has come. Instants are UTC ISO. */
export function stageOf(
  { state, dueAt }: { readonly state: 'collecting' | 'closed'; readonly dueAt: string },
  there: Completeness,
  now: string,
): CutStage {
  if (state === 'closed') return 'closed';
  if (there.owed > 0 && isComplete(there)) return 'complete';
  return Date.parse(dueAt) < Date.parse(now) ? 'overdue' : 'collecting';
}

/**
 * Whether somebody is to be asked 'close or wait?': two days after the due hour, and two days after each answer that
 * was 'wait'. Instants are UTC ISO.
 */
export function isToBeDecided(dueAt: string, waitedAt: string | null, now: string): boolean {
  const since = Math.max(Date.parse(dueAt), waitedAt === null ? 0 : Date.parse(waitedAt));
  return Date.parse(now) >= since + PATIENCE_HOURS * HOUR_MS;
}

/**
 * Of cuts that are collected (oldest first) those that are named: the oldest, which waits to be decided, and the newest,
 * for which files come; and how many stand between them. A workspace that nobody opened for a year has sixty.
 */
export function namedOf<Cut>(collecting: readonly Cut[]): {
  readonly named: readonly Cut[];
  readonly more: number;
} {
  const named = collecting.length > 2 ? [...collecting.slice(0, 1), ...collecting.slice(-1)] : collecting;
  return { named, more: collecting.length - named.length };
}
