import type { RecipeDto } from '#shared/contract/recipes.ts';
import type { Row, TableFile, TextDialect } from '../read/table.ts';
import { HEADER_SEARCH_ROWS } from '../recognise/layout.ts';
import { beginningOf, findShape } from './shape.ts';
import type { Recipes } from './use.ts';

/** A text file as a recipe has it decoded and divided. */
export interface Lent {
  readonly recipe: RecipeDto;
  readonly file: TableFile;
}

type Open = (dialect: Partial<TextDialect>) => Promise<TableFile>;

/**
 * The text as a recipe has it read whose header it has then. What a person says of this very file counts before it, and
 * so do the bytes: what is Unicode is never decoded as something else. Null where no recipe says anything.
 */
export async function lentDialect(
  found: TableFile,
  said: Partial<TextDialect>,
  { known }: Recipes,
  open: Open,
): Promise<Lent | null> {
  if (found.dialect === null) return null;
  for (const recipe of known) {
    const { encoding, delimiter } = recipe.content.dialect;
    const lent = {
      ...(encoding === undefined || !isGuessed(found.dialect) ? {} : { encoding }),
      ...(delimiter === undefined ? {} : { delimiter }),
    };
    if (Object.keys(lent).length === 0) continue;
    const file = await open({ ...lent, ...said });
    if (findShape(beginningOf(await headOf(file)), recipe.content) !== null) return { recipe, file };
  }
  return null;
}

/** Encodings without a mark: bytes that are no Unicode. */
const isGuessed = ({ encoding }: TextDialect): boolean => !encoding.startsWith('utf-');

async function headOf(file: TableFile): Promise<Row[]> {
  const head: Row[] = [];
  for await (const rows of file.rows(0)) {
    head.push(...rows.slice(0, HEADER_SEARCH_ROWS - head.length));
    if (head.length >= HEADER_SEARCH_ROWS) break;
  }
  return head;
}
