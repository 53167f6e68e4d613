import type { RecipeKind, RowKind } from '#shared/contract/choices.ts';
import type { RecipeDto } from '#shared/contract/recipes.ts';
import type { HeaderRows, SheetChoices } from '../recognise/chosen.ts';
import { sheetAnswers } from './answers.ts';
import { type Beginning, findShape } from './shape.ts';

/** Recipes that a file may be read by. */
export interface Recipes {
  readonly known: readonly RecipeDto[];
  /** A person asked for the only one of them: whose files it reads does not matter then. */
  readonly isAsked: boolean;
}

/** A recipe that a sheet was read by. */
export interface UsedRecipe {
  readonly sheet: string;
  readonly recipe: RecipeDto;
}

export interface Fitting {
  readonly recipe: RecipeDto;
  readonly header: HeaderRows;
}

/** The recipe for a sheet of that kind whose header it has, letter for letter, and whose sender it may be. */
export function fittingRecipe(
  { known, isAsked }: Recipes,
  kind: RecipeKind,
  head: Beginning,
  sender: (header: HeaderRows) => string | null,
): Fitting | null {
  const own = known.filter((recipe) => recipe.kind === kind);
  // One for this very province is meant before one for anybody.
  for (const recipe of own.toSorted(
    (left, right) => Number(left.sender === null) - Number(right.sender === null),
  )) {
    const header = findShape(head, recipe.content);
    if (header === null) continue;
    const named = isAsked || recipe.sender === null ? null : sender(header);
    if (named === null || named === recipe.sender) return { recipe, header };
  }
  return null;
}

/** What a recipe says of the rows of a sheet; what a person says of this very file counts before it. */
export function withRecipe(own: SheetChoices, { recipe, header }: Fitting): SheetChoices {
  const { gap, columns, rows, footer } = recipe.content;
  return {
    ...own,
    header: own.header ?? header,
    firstRow: own.firstRow ?? (gap === null ? null : header.last + gap + 1),
    columns: new Map(Object.entries(columns)),
    labels: new Map(rows.map(({ label, kind }): [string, RowKind] => [label, kind])),
    footer: own.lastRow === null ? footer : null,
  };
}

/** The answers of a recipe as a sheet asks for them. */
export const answersOf = ({ recipe }: Fitting, sheet: string): ReadonlyMap<string, string> =>
  sheetAnswers(recipe.content.answers, sheet);
