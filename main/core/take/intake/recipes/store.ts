import type { ReadDatabase, WriteDatabase } from '#main/db/open.ts';
import { UserError } from '#shared/contract/errors.ts';
import type { RecipeContent, RecipeDto } from '#shared/contract/recipes.ts';

interface Row extends Omit<RecipeDto, 'sender' | 'content'> {
  readonly sender: string;
  readonly content: string;
}

const SELECT = `SELECT name, version, sender, kind, content, made_at AS madeAt, made_by AS madeBy, ended_at AS endedAt
  FROM recipe`;

const parse = ({ sender, content, ...row }: Row): RecipeDto => ({
  ...row,
  sender: sender === '' ? null : sender,
  // Of a recipe from before encodings were kept.
  content: { dialect: {}, ...(JSON.parse(content) as Omit<RecipeContent, 'dialect'>) },
});

/** Those in force, by name. */
export function listRecipes(database: ReadDatabase): RecipeDto[] {
  return (database.prepare(`${SELECT} WHERE ended_at IS NULL ORDER BY name`).all() as Row[]).map(parse);
}

/** Every version of one, the newest first. */
export function listVersions(database: ReadDatabase, name: string): RecipeDto[] {
  return (database.prepare(`${SELECT} WHERE name = ? ORDER BY version DESC`).all(name) as Row[]).map(parse);
}

/** Writes the next version of its name; the one before is in force no more. */
export function insertRecipe(
  database: WriteDatabase,
  { content, sender, ...recipe }: Omit<RecipeDto, 'version' | 'endedAt'>,
): RecipeDto {
  endRecipe(database, recipe.name, recipe.madeAt);
  const sql = `
    INSERT INTO recipe (name, version, sender, kind, shape, content, made_at, made_by)
    VALUES (:name, (SELECT ifnull(max(version), 0) + 1 FROM recipe WHERE name = :name), :sender, :kind, :shape, :content,
      :madeAt, :madeBy) RETURNING version`;
  const values = {
    ...{ ...recipe, sender: sender ?? '' },
    ...{ shape: JSON.stringify(content.header), content: JSON.stringify(content) },
  };
  const version = database.prepare(sql).pluck().get(values) as number;
  return { ...recipe, version, sender, content, endedAt: null };
}

export function endRecipe(database: WriteDatabase, name: string, at: string): void {
  database.prepare('UPDATE recipe SET ended_at = ? WHERE name = ? AND ended_at IS NULL').run(at, name);
}

/** Whether a recipe is or was called so. */
export function isRecipeName(database: ReadDatabase, name: string): boolean {
  return database.prepare('SELECT 1 FROM recipe WHERE name = ? LIMIT 1').get(name) !== undefined;
}

/** All its versions go by the new name, and so do files that wait to be read by it. */
export function renameRecipe(database: WriteDatabase, name: string, to: string): void {
  database.prepare('UPDATE recipe SET name = :to WHERE name = :name').run({ name, to });
  const waiting = `
    UPDATE inbox_file SET revision = json_set(revision, '$.recipe', :to)
    WHERE json_extract(revision, '$.recipe') = :name`;
  database.prepare(waiting).run({ name, to });
}

/** The recipe in force. RECIPE_UNKNOWN. */
export function requireRecipe(database: ReadDatabase, name: string): RecipeDto {
  const found = listRecipes(database).find((one) => one.name === name);
  if (found === undefined) throw unknownRecipe(database, name);
  return found;
}

export function unknownRecipe(database: ReadDatabase, name: string): UserError {
  const known = listRecipes(database).map((one) => one.name);
  return new UserError('RECIPE_UNKNOWN', { name, known: known.length === 0 ? '–' : known.join('; ') });
}
