import { dirname, posix } from 'node:path';
import { expect, it } from 'vitest';
import { PROJECT_FOLDER } from '#main/hosts/launch/project.ts';
import { listImports, listValueImports, readSources } from './imports.ts';

/** Files that need each other for their types alone: what one describes is in the hands of the others. */
const TYPE_CIRCLES: readonly (readonly string[])[] = [
  ['main/core/brief/fit.ts', 'main/core/brief/style.ts'],
  ['main/core/judge/alerts/cut-facts.ts', 'main/core/judge/alerts/month-facts.ts'],
  [
    'main/core/judge/judgement/judge.ts',
    'main/core/judge/judgement/kept.ts',
    'main/core/judge/judgement/month.ts',
    'main/core/judge/judgement/standing.ts',
    'main/core/judge/judgement/store.ts',
    'main/core/judge/judgement/totals.ts',
    'main/core/judge/judgement/units.ts',
  ],
  [
    'main/core/take/intake/commit.ts',
    'main/core/take/intake/origins.ts',
    'main/core/take/intake/write-figures.ts',
  ],
  [
    'main/db/backups.ts',
    'main/db/identity.ts',
    'main/db/open.ts',
    'main/db/opening-lock.ts',
    'main/db/place.ts',
    'main/db/restore.ts',
  ],
  ['main/hosts/cli/commands/import-snapshot.ts', 'main/hosts/cli/commands/import.ts'],
  [
    'renderer/map/ChoroplethMap.tsx',
    'renderer/map/ChoroplethScene.tsx',
    'renderer/map/use-map-keyboard.ts',
    'renderer/map/use-map-pointer.ts',
  ],
  ['renderer/map/province-borders.ts', 'renderer/map/topology.ts'],
];

const sources = readSources(PROJECT_FOLDER);
const known = new Set(sources.map(({ path }) => path));

function graph(importsOf: (text: string) => string[]): ReadonlyMap<string, readonly string[]> {
  const resolved = (file: string, name: string) =>
    name.startsWith('#') ? name.slice(1) : posix.join(dirname(file), name);
  return new Map(
    sources.map(({ path, text }) => [
      path,
      importsOf(text)
        .filter((name) => name.startsWith('#') || name.startsWith('.'))
        .map((name) => resolved(path, name))
        .filter((target) => known.has(target)),
    ]),
  );
}

/** Groups of files that all reach each other, sorted: Tarjan's strongly connected components of more than one file. */
function circles(edges: ReadonlyMap<string, readonly string[]>): string[][] {
  const order = new Map<string, number>();
  const low = new Map<string, number>();
  const stack: string[] = [];
  const found: string[][] = [];
  const visit = (file: string): number => {
    const mine = order.size;
    order.set(file, mine);
    low.set(file, mine);
    stack.push(file);
    for (const target of edges.get(file) ?? []) {
      const reached = order.has(target)
        ? stack.includes(target)
          ? (order.get(target) ?? mine)
          : mine
        : visit(target);
      low.set(file, Math.min(low.get(file) ?? mine, reached));
    }
    if (low.get(file) === mine) {
      const group = stack.splice(stack.indexOf(file));
      if (group.length > 1) found.push(group.toSorted());
    }
    return low.get(file) ?? mine;
  };
  for (const file of edges.keys()) if (!order.has(file)) visit(file);
  return found.toSorted((one, other) => ((one[0] ?? '') < (other[0] ?? '') ? -1 : 1));
}

it('no files need each other to run', () => {
  expect(circles(graph(listValueImports))).toEqual([]);
});

it('files that need each other for their types are listed', () => {
  expect(circles(graph(listImports))).toEqual(TYPE_CIRCLES);
});
