import type { CommitResultDto, InboxFileDto, IntakePreviewDto } from '#shared/contract/intake.ts';
import type { SheetChoicesDto } from '#shared/contract/intake-revision.ts';

/** What a person has said about a file so far. */
export interface Revision {
  readonly cut?: string;
  readonly province?: string;
  readonly answers: Readonly<Record<string, string>>;
  readonly fixes: Readonly<Record<string, string>>;
  readonly excluded: readonly string[];
  /** By the name of the sheet. */
  readonly layout: Readonly<Record<string, SheetChoicesDto>>;
  /** The recipe that it is to be read by; null: none. Left out: whichever fits. */
  readonly recipe?: string | null | undefined;
  readonly dialect: {
    readonly encoding?: 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1258' | 'tcvn3' | 'vni';
    readonly delimiter?: ',' | ';' | '\t' | '|';
  };
}

export interface InboxItem {
  readonly key: string;
  readonly file: { readonly name: string; readonly size: number };
  /** The file itself where this page was given it; the engine keeps it as soon as it has read it. */
  readonly body: File | null;
  readonly origin: InboxFileDto['origin'];
  readonly state: 'waiting' | 'reading' | 'read' | 'committing' | 'committed' | 'failed' | 'cancelled';
  readonly preview: IntakePreviewDto | null;
  /** Whether the preview has its lists; what the engine remembers of a file comes without them. */
  readonly isWhole: boolean;
  readonly revision: Revision;
  /** What was said before, and what was taken back, the newest last. */
  readonly past: readonly Revision[];
  readonly future: readonly Revision[];
  readonly error: unknown;
  /** Of sending and committing: which stage, and how far (0..1). */
  readonly progress: {
    readonly stage: 'sending' | 'figures' | 'judgement';
    readonly share: number;
  } | null;
  readonly committed: { readonly result: CommitResultDto; readonly who: string; readonly at: string } | null;
}

const EMPTY: Revision = { answers: {}, fixes: {}, excluded: [], layout: {}, dialect: {} };

/** A file that has just come. */
export const START = {
  body: null,
  origin: 'person',
  state: 'waiting',
  preview: null,
  isWhole: false,
  revision: EMPTY,
  past: [],
  future: [],
  error: null,
  progress: null,
  committed: null,
} as const;

/** What the engine remembers of a file, as an item. */
export function itemOf({ id, origin, revision, preview }: InboxFileDto): InboxItem {
  const { cut, province, answers, fixes, excluded, layout, recipe, dialect } = revision;
  const { encoding, delimiter } = dialect;
  return {
    ...START,
    key: id,
    file: { name: preview.file, size: preview.bytes },
    origin,
    state: 'read',
    preview,
    revision: {
      answers,
      fixes,
      excluded,
      layout,
      recipe,
      dialect: {
        ...(encoding === undefined ? {} : { encoding }),
        ...(delimiter === undefined ? {} : { delimiter }),
      },
      ...(cut === undefined ? {} : { cut }),
      ...(province === undefined ? {} : { province }),
    },
  };
}

/** Whether this page has it in hand, whatever the engine lists. */
export function isInHand(state: InboxItem['state']): boolean {
  return state === 'committing' || state === 'committed';
}

/** Whether the engine may have listed a file before its answer to this page came. */
export function mayBecome({ state, preview, file }: InboxItem, kept: InboxFileDto): boolean {
  const isAsked = state === 'reading' && preview === null;
  return isAsked && file.name === kept.preview.file && file.size === kept.preview.bytes;
}

/** The contract's input is mutable; what is kept here is not. */
export function copyRevision(revision: Revision) {
  const { cut, province, answers, fixes, excluded, layout, recipe, dialect } = revision;
  return {
    answers: { ...answers },
    fixes: { ...fixes },
    excluded: [...excluded],
    layout: { ...layout },
    dialect: { ...dialect },
    ...(recipe === undefined ? {} : { recipe }),
    ...(cut === undefined ? {} : { cut }),
    ...(province === undefined ? {} : { province }),
  };
}
