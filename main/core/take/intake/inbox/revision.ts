import type { IntakeRevisionDto, SheetChoicesDto } from '#shared/contract/intake-revision.ts';
import type { Revision } from '../inspect.ts';
import type { SheetChoices } from '../recognise/chosen.ts';

interface RevisionInput {
  readonly cut?: string | undefined;
  readonly cutIfNone?: boolean | undefined;
  readonly province?: string | undefined;
  readonly answers: Readonly<Record<string, string>>;
  readonly fixes: Readonly<Record<string, string>>;
  readonly excluded: readonly string[];
  readonly layout?: Readonly<Record<string, SheetChoicesDto>> | undefined;
  readonly recipe?: string | null | undefined;
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
    layout: new Map(Object.entries(input.layout ?? {}).map(([sheet, one]) => [sheet, choicesOf(one)])),
    ...(input.recipe === undefined ? {} : { recipe: input.recipe }),
    dialect: {
      ...(encoding === undefined ? {} : { encoding }),
      ...(delimiter === undefined ? {} : { delimiter }),
    },
  };
}

/** The way back. */
export function revisionDto(revision: Revision): IntakeRevisionDto {
  const {
    cut,
    isCutFallback = false,
    province,
    answers,
    fixes,
    excluded,
    layout,
    recipe,
    dialect,
  } = revision;
  return {
    ...(cut === null ? {} : { cut }),
    ...(isCutFallback ? { cutIfNone: true } : {}),
    ...(province === null ? {} : { province }),
    answers: Object.fromEntries(answers),
    fixes: Object.fromEntries(fixes),
    excluded: [...excluded],
    layout: Object.fromEntries([...(layout ?? [])].map(([sheet, one]) => [sheet, choicesDto(one)])),
    ...(recipe === undefined ? {} : { recipe }),
    dialect: { ...dialect },
  };
}

function choicesOf({ header, orientation, firstRow, lastRow, rows = {} }: SheetChoicesDto): SheetChoices {
  return {
    orientation: orientation ?? null,
    ...{ header: header ?? null, firstRow: firstRow ?? null, lastRow: lastRow ?? null },
    rows: new Map(Object.entries(rows).map(([row, kind]) => [Number(row), kind])),
  };
}

function choicesDto({ header, orientation = null, firstRow, lastRow, rows }: SheetChoices): SheetChoicesDto {
  return {
    ...(orientation === null ? {} : { orientation }),
    ...(header === null ? {} : { header: { ...header } }),
    ...(firstRow === null ? {} : { firstRow }),
    ...(lastRow === null ? {} : { lastRow }),
    ...(rows.size === 0 ? {} : { rows: Object.fromEntries(rows) }),
  };
}
