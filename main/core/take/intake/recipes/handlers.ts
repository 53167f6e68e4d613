import { recordAct } from '#main/core/ground/acts/store.ts';
import type { Context } from '#main/core/ground/context.ts';
import { procedure } from '#main/core/ground/procedure.ts';
import { UserError } from '#shared/contract/errors.ts';
import { type RecipeDto, type RecipeFileDto, recipeFile } from '#shared/contract/recipes.ts';
import { openDraft } from '../inbox/inbox.ts';
import { meaningFromKey } from '../recognise/meaning.ts';
import { mayBeKept } from './answers.ts';
import { type Made, makeRecipe } from './make.ts';
import { shapeText } from './shape.ts';
import {
  endRecipe,
  insertRecipe,
  isRecipeName,
  listRecipes,
  listVersions,
  renameRecipe,
  requireRecipe,
  unknownRecipe,
} from './store.ts';

export const recipes = {
  list: procedure.recipes.list.handler(({ context }) => listRecipes(context.read)),
  versions: procedure.recipes.versions.handler(({ context, input }) => {
    const all = listVersions(context.read, input.name);
    if (all.length === 0) throw unknownRecipe(context.read, input.name);
    return all;
  }),
  save: procedure.recipes.save.handler(async ({ context, input, signal }) => {
    const made = await makeRecipe(await openDraft(context, input.id, signal), input.sheet);
    return await keep(context, { ...made, name: input.name }, input.who);
  }),
  export: procedure.recipes.export.handler(({ context, input }) => {
    const { name, sender, kind, content } = requireRecipe(context.read, input.name);
    const file: RecipeFileDto = { format: 'kh02-recipe', formatVersion: 1, name, sender, kind, content };
    const text = `${JSON.stringify(file, null, 2)}\n`;
    return { file: `${name.replace(/[\\/:*?"<>|]/g, '-')}.kh02-recipe.json`, text };
  }),
  import: procedure.recipes.import.handler(({ context, input }) =>
    keep(context, readRecipe(input.text), input.who),
  ),
  rename: procedure.recipes.rename.handler(({ context, input: { name, to, who } }) => {
    const at = context.clock().toISOString();
    return context.write((write) => {
      const before = requireRecipe(write, name);
      if (isRecipeName(write, to)) throw new UserError('RECIPE_TAKEN', { name: to });
      renameRecipe(write, name, to);
      recordAct(write, { at, kind: 'recipeRenamed', who, subject: `${name} → ${to}` });
      return { ...before, name: to };
    });
  }),
  remove: procedure.recipes.remove.handler(async ({ context, input: { name, who } }) => {
    const at = context.clock().toISOString();
    await context.write((write) => {
      requireRecipe(write, name);
      endRecipe(write, name, at);
      recordAct(write, { at, kind: 'recipeRemoved', who, subject: name });
    });
    return {};
  }),
};

/** Puts it in force in place of the version before. */
function keep(context: Context, made: Made & { readonly name: string }, who: string): Promise<RecipeDto> {
  const at = context.clock().toISOString();
  return context.write((write) => {
    const others = listRecipes(write);
    const before = others.find(({ name }) => name === made.name);
    if (before !== undefined && (before.sender !== made.sender || before.kind !== made.kind))
      throw new UserError('RECIPE_OTHER', { name: made.name });
    const shape = JSON.stringify(made.content.header);
    const twin = others.find(
      ({ name, sender, kind, content }) =>
        name !== made.name &&
        sender === made.sender &&
        kind === made.kind &&
        JSON.stringify(content.header) === shape,
    );
    if (twin !== undefined) throw new UserError('RECIPE_SHAPE', { name: made.name, other: twin.name });
    const recipe = insertRecipe(write, { ...made, madeAt: at, madeBy: who });
    recordAct(write, { at, kind: 'recipeSaved', who, subject: made.name, count: recipe.version });
    return recipe;
  });
}

/** RECIPE_FILE where the text is no recipe, or speaks of what a table cannot say. */
function readRecipe(text: string): RecipeFileDto {
  const refuse = (where: string) => new UserError('RECIPE_FILE', { where });
  let value: unknown;
  try {
    value = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    throw refuse('JSON');
  }
  const parsed = recipeFile.safeParse(value);
  if (!parsed.success) throw refuse(parsed.error.issues[0]?.path.join('.') || 'format');
  const { content } = parsed.data;
  const wrong = Object.entries(content.columns).find(([, key]) => meaningFromKey(key) === null);
  if (wrong !== undefined) throw refuse(`content.columns.${wrong[0]}`);
  // An answer that is asked for anew of each file must not come in by a recipe.
  const answer = Object.keys(content.answers).find((id) => !mayBeKept(id));
  if (answer !== undefined) throw refuse(`content.answers.${answer}`);
  return {
    ...parsed.data,
    content: { ...content, header: content.header.map((row) => row.map(shapeText)) },
  };
}
