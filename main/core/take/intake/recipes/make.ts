import { columnName } from '#main/core/files/workbook/place.ts';
import type { RecipeKind } from '#shared/contract/choices.ts';
import { UserError } from '#shared/contract/errors.ts';
import type { RecipeContent } from '#shared/contract/recipes.ts';
import type { Draft } from '../drafts.ts';
import type { Inspected } from '../inspect.ts';
import type { Row, TableFile } from '../read/table.ts';
import { NOTHING_CHOSEN } from '../recognise/chosen.ts';
import { meaningKey } from '../recognise/meaning.ts';
import { keptAnswers } from './answers.ts';
import { labelOf, shapeOf } from './shape.ts';

/** What a recipe is made of: whose table it was and what was said of it. */
export interface Made {
  readonly sender: string | null;
  readonly kind: RecipeKind;
  readonly content: RecipeContent;
}

/** What was said of a sheet, on top of the recipe that it was read by. RECIPE_NOTHING where nothing was. */
export async function makeRecipe({ inspected, asked }: Draft, sheet: string): Promise<Made> {
  const { file, collection, revision } = inspected;
  const index = file.sheets.findIndex(({ name }) => name === sheet);
  const found = collection.sheets.find((one) => one.sheet === sheet);
  const header = headerOf(found);
  if (index < 0 || found === undefined || header === null) throw new UserError('RECIPE_NOTHING', { sheet });
  const said = revision.layout?.get(sheet) ?? NOTHING_CHOSEN;
  const rows = found.turned?.rows ?? (await rowsOf(file, index));
  const before = collection.recipes.find((one) => one.sheet === sheet)?.recipe.content;
  const answers = {
    ...before?.answers,
    ...keptAnswers(revision.answers, sheet, (id) => asked.get(id)?.code),
  };
  const own: RecipeContent = {
    ...(found.turned === null ? {} : { orientation: 'across' as const }),
    header: rows
      .filter(({ row }) => row >= header.first && row <= header.last)
      .map(({ cells }) => shapeOf(cells)),
    gap: said.firstRow === null ? (before?.gap ?? null) : said.firstRow - header.last - 1,
    columns: columnsOf(found),
    answers,
    texts: { ...before?.texts, ...textsOf(asked, answers) },
    rows: labelsOf(rows, said.rows, before?.rows ?? []),
    footer: said.lastRow === null ? (before?.footer ?? null) : footerOf(rows, said.lastRow),
    dialect: file.dialect === null ? {} : { ...before?.dialect, ...revision.dialect },
  };
  const isNothing = isEmpty(own) && said.header === null && (said.orientation ?? null) === null;
  if (isNothing) throw new UserError('RECIPE_NOTHING', { sheet });
  const kind = found.reports?.kind ?? 'figures';
  return { sender: collection.province, kind, content: own };
}

/** How units, words and indicators were written that were asked about. */
function textsOf(asked: Draft['asked'], answers: Readonly<Record<string, string>>): Record<string, string> {
  const texts = [...asked.values()].flatMap(({ id, values }): [string, string][] => {
    const text = values.name ?? values.value ?? values.text;
    return Object.hasOwn(answers, id) && text !== undefined ? [[id, String(text).slice(0, 600)]] : [];
  });
  return Object.fromEntries(texts);
}

type Sheet = Inspected['collection']['sheets'][number];

function headerOf(sheet: Sheet | undefined) {
  if (sheet?.layout) return sheet.layout.header;
  const row = sheet?.reports?.lastHeaderRow;
  return row === undefined ? null : { first: row, last: row };
}

/** Columns of which somebody said what they are, now or when the recipe was made. */
function columnsOf({ layout }: Sheet): Record<string, string> {
  const said = (layout?.columns ?? []).filter(
    ({ certainty }) => certainty === 'chosen' || certainty === 'recipe',
  );
  return Object.fromEntries(said.map(({ index, meaning }) => [columnName(index), meaningKey(meaning)]));
}

/** Rows by what they begin with; a unit that was named by hand is no rule for the next file. */
function labelsOf(
  rows: readonly Row[],
  said: ReadonlyMap<number, RecipeContent['rows'][number]['kind']>,
  before: RecipeContent['rows'],
): RecipeContent['rows'] {
  const labels = new Map(before.map(({ label, kind }) => [label, kind]));
  for (const row of rows) {
    const kind = said.get(row.row);
    const label = kind === undefined ? null : labelOf(row);
    if (kind !== undefined && label !== null) labels.set(label, kind);
  }
  return [...labels].map(([label, kind]) => ({ label, kind }));
}

/** What the first row below the last one begins with. */
function footerOf(rows: readonly Row[], lastRow: number): string | null {
  return (
    rows
      .filter(({ row }) => row > lastRow)
      .map(labelOf)
      .find((label) => label !== null) ?? null
  );
}

const isEmpty = ({ gap, columns, answers, rows, footer, dialect }: RecipeContent): boolean =>
  gap === null &&
  footer === null &&
  [columns, answers, dialect].every((said) => Object.keys(said).length === 0) &&
  rows.length === 0;

/** Far more rows than a table with a signature below it has; the header stands among the first. */
const ROWS_READ = 20_000;

async function rowsOf(file: TableFile, index: number): Promise<Row[]> {
  const rows: Row[] = [];
  for await (const batch of file.rows(index)) {
    for (const row of batch) rows.push(row);
    if (rows.length >= ROWS_READ) break;
  }
  return rows;
}
