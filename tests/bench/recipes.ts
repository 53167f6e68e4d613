import { columnName } from '#main/core/files/workbook/place.ts';
import { collectFigures } from '#main/core/take/intake/check/collect.ts';
import { openTable } from '#main/core/take/intake/read/open-table.ts';
import { FileAnswers } from '#main/core/take/intake/recipes/answers.ts';
import type { RecipeContent, RecipeDto } from '#shared/contract/recipes.ts';
import { bytesSource } from '#tests/fixtures/intake/read-all.ts';
import { collectOptions, register } from '#tests/fixtures/intake/register.ts';

const MOST = 1.05;
const ROUNDS = 31;
const RECIPES_OF_OTHERS = 200;

const communes = [...register.byCode.values()].filter(({ level }) => level === 'commune');
const HEADER = ['Mã số hóa', 'Hạ tầng', 'Con người', ...Array.from({ length: 37 }, (_, at) => `Mục ${at}`)];
const ROLES = ['unitCode', 'value:devices', 'value:staff'];
const KEYS = ['ma so hoa', 'ha tang', 'con nguoi'];
const roles = HEADER.map((_, at) => ROLES[at] ?? 'ignored');
const cells = ['Có', 'Không', ...Array.from({ length: 37 }, () => '1')].join(';');
const BYTES = Buffer.from(
  [HEADER.join(';'), ...communes.map(({ code }) => `${code};${cells}`), `Gộp lại;${communes.length};0`].join(
    '\n',
  ),
);

const CONTENT: RecipeContent = {
  header: [HEADER.map((text) => text.toLowerCase())],
  ...{ gap: null, dialect: {}, answers: {}, texts: {}, footer: 'hết bảng' },
  columns: Object.fromEntries(roles.map((role, at) => [columnName(at), role])),
  rows: [{ label: 'gộp lại', kind: 'total' }],
};
const recipe = (name: string, content: RecipeContent): RecipeDto => ({
  ...{ name, version: 1, sender: null, kind: 'figures', content },
  ...{ madeAt: '', madeBy: '', endedAt: null },
});
const known = [
  ...Array.from({ length: RECIPES_OF_OTHERS }, (_, at) =>
    recipe(`Khác ${at}`, { ...CONTENT, header: [[...(CONTENT.header[0] ?? []), `khác ${at}`]] }),
  ),
  recipe('Bảng', CONTENT),
];
const answers = roles.map((role, at): [string, string] => [`column:${KEYS[at] ?? `muc ${at - 3}`}`, role]);
const layout = new Map([
  [
    'a.csv',
    {
      ...{ header: { first: 1, last: 1 }, firstRow: null, lastRow: null },
      rows: new Map([[communes.length + 2, 'total' as const]]),
    },
  ],
]);

/** 3,321 communes in 40 columns: said by a person, or by a recipe among two hundred of others. */
async function read(isByRecipe: boolean): Promise<number> {
  const file = await openTable(bytesSource('a.csv', BYTES));
  const options = collectOptions(
    isByRecipe
      ? { answers: new FileAnswers(), recipes: { known, isAsked: false } }
      : { answers: new FileAnswers(answers), layout },
  );
  const begun = performance.now();
  const { figures, recipes, problems } = await collectFigures(file, 'a.csv', options);
  const took = performance.now() - begun;
  const isRead = figures.size === 2 * communes.length && problems.errors() + problems.questions() === 0;
  if (!isRead || recipes.length !== Number(isByRecipe))
    throw new Error('The table was not read as it is meant');
  return took;
}

/** A recipe adds at most 5% to what the same choices of a person cost. */
export async function run(): Promise<boolean> {
  const times = { recipe: [] as number[], person: [] as number[] };
  for (let round = -3; round < ROUNDS; round += 1) {
    // In turn, so that what else the machine does falls on both.
    const [person, byRecipe] = [await read(false), await read(true)];
    if (round < 0) continue;
    times.person.push(person);
    times.recipe.push(byRecipe);
  }
  const [person, byRecipe] = [lowQuartile(times.person), lowQuartile(times.recipe)];
  const factor = byRecipe / person;
  process.stdout.write(
    `recipe: ${byRecipe.toFixed(1)} ms, the same choices by a person ${person.toFixed(1)} ms: ${factor.toFixed(3)} (at most ${MOST})\n`,
  );
  return factor <= MOST;
}

/** Of times on a machine that does other things too. */
function lowQuartile(times: readonly number[]): number {
  return times.toSorted((left, right) => left - right)[Math.floor(times.length / 4)] ?? 0;
}
