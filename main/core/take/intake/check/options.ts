import type { EndedUnit } from '#main/core/ground/units/ended.ts';
import type { IndicatorKind } from '#shared/domain/model.ts';
import type { NotAsked } from '#shared/domain/rule-set.ts';
import type { Recipes } from '../recipes/use.ts';
import type { SheetChoices } from '../recognise/chosen.ts';
import type { RememberedColumns } from '../recognise/read-header.ts';
import type { Vocabulary } from '../recognise/vocabulary.ts';
import type { PlanWords } from '../reports/plan-words.ts';
import type { FormerRegister } from '../resolve/former.ts';
import type { Register } from '../resolve/register.ts';

export type CutAnswer =
  | { readonly outcome: 'known' | 'planned'; readonly code: string }
  | { readonly outcome: 'unknown'; readonly candidates: readonly string[]; readonly removal?: CutRemoval };

/** Who took a cut out of the calendar, when (UTC ISO) and why. */
export interface CutRemoval {
  readonly at: string;
  readonly who: string;
  readonly reason: string | null;
}

/** What a file is read against; nothing of it is a database. */
export interface CollectOptions {
  readonly vocabulary: Vocabulary;
  readonly register: Register;
  readonly former: FormerRegister;
  /** Province the file must speak of; null when it may speak of any. */
  readonly province: string | null;
  /** yyyy-mm-dd on which names and kinds of units are judged. */
  readonly day: string;
  /** Cut (code or date) for rows that name none. */
  readonly defaultCut: string | null;
  /** Cut that a person chose for this very file: rows that name another are noted. */
  readonly askedCut: string | null;
  /** Criteria belong to status cuts, outputs to months: a date means another cut for each. */
  readonly resolveCut: (text: string, kind: IndicatorKind) => CutAnswer;
  readonly remembered: RememberedColumns;
  /** Question id -> chosen code. */
  readonly answers: ReadonlyMap<string, string>;
  /** Cell ('sheet!B12') -> text put in its place. */
  readonly fixes: ReadonlyMap<string, string>;
  /** Rows ('sheet!12') to leave out. */
  readonly excluded: ReadonlySet<string>;
  /** What a person has said of the layout of sheets, by their names. */
  readonly layout?: ReadonlyMap<string, SheetChoices>;
  /** What may read a sheet that has their shape. */
  readonly recipes?: Recipes;
  /** Version of the rules in force; a template made for another one is noted. */
  readonly ruleVersion: number | null;
  /** What the plan does not ask of whom; without it the plan asks everybody everything. */
  readonly notAsked?: NotAsked;
  /** What reports in words are held against. */
  readonly plan: PlanWords;
  /** The unit where it was no more on the day; a report of that day is not its own. */
  readonly endedOn: (unit: string, day: string) => EndedUnit | null;
  /** About how many figures will come: room is made for them at once. */
  readonly expectedFigures?: number;
  readonly signal?: AbortSignal;
}

/** The key of a row in `excluded`. */
export function rowKey(sheet: string, row: number): string {
  return `${sheet}!${row}`;
}

/** The key of a cell in `fixes`. */
export function cellKey(sheet: string, column: string, row: number): string {
  return `${sheet}!${column}${row}`;
}
