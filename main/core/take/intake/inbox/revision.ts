import type { IntakeRevisionDto } from '#shared/contract/intake.ts';
import type { Revision } from '../inspect.ts';

interface RevisionInput {
  readonly cut?: string | undefined;
  readonly cutIfNone?: boolean | undefined;
  readonly province?: string | undefined;
  readonly answers: Readonly<Record<string, string>>;
  readonly fixes: Readonly<Record<string, string>>;
  readonly excluded: readonly string[];
  readonly dialect: {
    encoding?: Revision['dialect']['encoding'] | undefined;
    delimiter?: Revision['dialect']['delimiter'] | undefined;
  };
}

const NOTHING: RevisionInput = { answers: {}, fixes: {}, excluded: [], dialect: {} };

/** What a person has said about a file, as the contract carries it and the inbox keeps it; without it nothing. */
export function revisionOf(input: RevisionInput = NOTHING): Revision {
  const { encoding, delimiter } = input.dialect;
  return {
    cut: input.cut ?? null,
    isCutFallback: input.cutIfNone ?? false,
    province: input.province ?? null,
    answers: new Map(Object.entries(input.answers)),
    fixes: new Map(Object.entries(input.fixes)),
    excluded: new Set(input.excluded),
    dialect: {
      ...(encoding === undefined ? {} : { encoding }),
      ...(delimiter === undefined ? {} : { delimiter }),
    },
  };
}

/** The way back. */
export function revisionDto(revision: Revision): IntakeRevisionDto {
  const { cut, isCutFallback = false, province, answers, fixes, excluded, dialect } = revision;
  return {
    ...(cut === null ? {} : { cut }),
    ...(isCutFallback ? { cutIfNone: true } : {}),
    ...(province === null ? {} : { province }),
    answers: Object.fromEntries(answers),
    fixes: Object.fromEntries(fixes),
    excluded: [...excluded],
    dialect: { ...dialect },
  };
}
