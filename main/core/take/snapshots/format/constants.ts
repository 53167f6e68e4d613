/** 'KH2S' in ASCII: marks a snapshot in the header; a workspace carries another mark. */
export const SNAPSHOT_APPLICATION_ID = 0x4b_48_32_53;

/** Version of the tables and of the seal that files are written in; in the header's `user_version`. */
export const FORMAT_VERSION = 2;

/** Large pages: the whole schema fits the first one, and a bulk write has few of them. */
export const PAGE_BYTES = 32_768;

/** What a file may be before anything in it is believed. Each is far above what a whole country needs. */
export const SNAPSHOT_LIMITS = {
  /** A year of daily cuts of the country is about 1.5 GB. */
  fileBytes: 2 * 1024 ** 3,
  manifestCharacters: 200_000,
  units: 20_000,
  cuts: 2_000,
  /** Cuts times units, which may all be judged anew: a year of daily cuts of the country is 1.2 million. */
  statuses: 5_000_000,
  /** Numbers, titles and codes. */
  nameCharacters: 2_000,
  /** Notes, reasons, facts. */
  textCharacters: 100_000,
  /** A whole plan, several times as long as that of 2025. */
  planCharacters: 2_000_000,
} as const;

/** The ending of the files; also what tells an export where it may write. */
export const SNAPSHOT_ENDING = '.kh02';
