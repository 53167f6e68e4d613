/**
 * How long a test waits for one fact of a page or a process. It tells a hang, not speed: where cores are shared, work
 * of seconds takes a minute.
 */
export const HANG_MS = 120_000;
