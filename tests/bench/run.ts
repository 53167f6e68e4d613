import { readdirSync } from 'node:fs';

/**
 * `npm run bench` runs every bench of this folder, `npm run bench -- map` those that are named. A bench is a file
 * `<name>.ts` that exports `run(): Promise<boolean>`: false when a budget is missed. Ends with 1 when one is.
 */
const OWN_FILES = new Set(['run.ts']);
const known = readdirSync(new URL('.', import.meta.url), { withFileTypes: true })
  .filter((entry) => entry.isFile() && entry.name.endsWith('.ts') && !OWN_FILES.has(entry.name))
  .map((entry) => entry.name.slice(0, -3))
  .toSorted();
const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => !known.includes(name));
if (unknown.length > 0) {
  console.error(`No bench named ${unknown.join(', ')}. There are: ${known.join(', ')}`);
  process.exit(2);
}
let isWithin = true;
for (const name of wanted.length > 0 ? wanted : known) {
  const bench = (await import(`./${name}.ts`)) as { run(): Promise<boolean> };
  isWithin = (await bench.run()) && isWithin;
}
process.exit(isWithin ? 0 : 1);
