import type { RecipeKind } from '#shared/contract/choices.ts';
import { problem } from '../problem.ts';
import type { Row } from '../read/table.ts';
import { FileAnswers } from '../recipes/answers.ts';
import { type Beginning, beginningOf, firstMissing } from '../recipes/shape.ts';
import { answersOf, fittingRecipe, type Recipes, withRecipe } from '../recipes/use.ts';
import { textOf } from '../recognise/text-of.ts';
import { guessProvince } from '../resolve/guess-province.ts';
import type { Collecting } from './collecting.ts';

/** Has a sheet read by the recipe that fits it, and says so. */
export function applyRecipe(
  collecting: Collecting,
  sheet: string,
  head: readonly Row[],
  kind: RecipeKind,
): void {
  const { options, problems, choices } = collecting;
  const { answers } = options;
  const recipes = standingLike(options.recipes, collecting.turned !== null);
  if (recipes === undefined || recipes.known.length === 0) return;
  const beginning = beginningOf(head);
  const fitting = fittingRecipe(recipes, kind, beginning, ({ last }) =>
    senderOf(collecting, sheet, head, last),
  );
  const isOther =
    fitting !== null && choices.header !== null && choices.header.first !== fitting.header.first;
  if (fitting === null || isOther) {
    if (recipes.isAsked) collecting.misfits.push({ sheet, kind, missing: missingIn(recipes, beginning) });
    return;
  }
  collecting.choices = withRecipe(choices, fitting);
  if (answers instanceof FileAnswers) answers.lend(answersOf(fitting, sheet));
  const { name, version } = fitting.recipe;
  collecting.recipes.push({ sheet, recipe: fitting.recipe });
  problems.add(problem('warning', 'RECIPE_USED', { name, version }, { sheet }));
}

/** Those for sheets whose units stand as they do in this one; one that was asked for is told of all the same. */
function standingLike(recipes: Recipes | undefined, isTurned: boolean): Recipes | undefined {
  if (recipes === undefined) return undefined;
  const isAcross = ({ content }: Recipes['known'][number]) => content.orientation === 'across';
  return { ...recipes, known: recipes.known.filter((one) => isAcross(one) === isTurned) };
}

/** Whose file it is, as far as its name and the texts above the table say. */
function senderOf(collecting: Collecting, sheet: string, head: readonly Row[], last: number): string | null {
  const { options, fileName } = collecting;
  const above = head.filter(({ row }) => row <= last).flatMap(({ cells }) => cells.map(textOf));
  return options.province ?? guessProvince([fileName, sheet, ...above], options.register);
}

const missingIn = ({ known }: NonNullable<Collecting['options']['recipes']>, head: Beginning) => {
  const [only] = known;
  return only === undefined ? null : firstMissing(head, only.content);
};

/** A recipe that somebody asked for and that no sheet has the shape of keeps the file out. */
export function reportUnused({ options, recipes, misfits, problems }: Collecting): void {
  const [asked] = options.recipes?.isAsked === true ? options.recipes.known : [];
  if (asked === undefined || recipes.length > 0) return;
  const { name } = asked;
  if (misfits.length > 0 && misfits.every(({ kind }) => kind !== asked.kind)) {
    problems.add(problem('error', 'RECIPE_OTHER_KIND', { name, kind: asked.kind }));
    return;
  }
  const missing = misfits.find((one) => one.kind === asked.kind)?.missing ?? null;
  problems.add(
    problem('error', 'RECIPE_NO_FIT', { name, missing: missing === null ? 'empty' : missing.slice(0, 80) }),
  );
}
