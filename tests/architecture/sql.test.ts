import { expect, it } from 'vitest';
import { PROJECT_FOLDER } from '#main/hosts/launch/project.ts';
import { isBelow, listImports, readSources, resolve } from './imports.ts';
import { calledName, isNode, type Node, nameOf, placesOf } from './syntax.ts';

/** What only a database has; `exec` is a word of regular expressions too. */
const ASKS = new Set(['prepare', 'pragma']);
const STATEMENT = /^\s*(SELECT|INSERT|UPDATE|DELETE|WITH)\s+\S/;
const FLOORS = ['judge', 'take', 'ask', 'desk', 'brief'].map((floor) => `main/core/${floor}`);

const sources = readSources(PROJECT_FOLDER);
const isStore = (path: string) => /(^|[/-])store\.ts$/.test(path);

/** Connections are variables; a regular expression is written there and then, or a constant in capitals. */
function isConnection(value: unknown): boolean {
  if (!isNode(value)) return false;
  const name = nameOf(value.type === 'MemberExpression' ? value.property : value);
  return name !== undefined && /[a-z]/.test(name);
}

function asksDatabase(node: Node): boolean {
  const name = calledName(node);
  const { callee } = node;
  if (name === undefined || !isNode(callee) || callee.type !== 'MemberExpression') return false;
  return ASKS.has(name) || (name === 'exec' && isConnection(callee.object));
}

function isStatement({ type, value }: Node): boolean {
  const text = type === 'TemplateElement' && isText(value) ? value.raw : value;
  return (
    (type === 'Literal' || type === 'TemplateElement') && typeof text === 'string' && STATEMENT.test(text)
  );
}

function isText(value: unknown): value is { readonly raw: string } {
  return typeof value === 'object' && value !== null && 'raw' in value;
}

/** The lines that speak SQL. */
function findSql(text: string, path: string): number[] {
  const found = placesOf(text, path).filter(({ node }) => asksDatabase(node) || isStatement(node));
  return found.map(({ node }) => text.slice(0, node.start).split('\n').length);
}

it('SQL stands only in stores and in the room of the database', () => {
  // The page has no database: it may not import the rooms that have.
  const isExempt = (path: string) =>
    isStore(path) || ['main/db', 'renderer'].some((room) => isBelow(path, room));
  const others = sources.filter(({ path }) => !isExempt(path));
  const wrong = others.flatMap(({ path, text }) => findSql(text, path).map((line) => `${path}:${line}`));
  expect(wrong.map((place) => `${place} speaks SQL; move it into a store.ts or *-store.ts`)).toEqual([]);
});

it.each([
  ["database.prepare('x')", 1],
  ["context.read.exec('BEGIN')", 1],
  ['const sql = `\n  SELECT 1 FROM unit`;', 1],
  ["const sql = 'DELETE FROM unit';", 1],
  ["/a/.exec('b'); SHAPE.exec('b'); new RegExp('a').exec('b');", 0],
  ["const label = 'Update now'; const tag = 'SELECT';", 0],
])('in %s SQL is found %i times', (text, times) => {
  expect(findSql(text, 'main/core/a.ts')).toHaveLength(times);
});

/** The feature of a file: its folder on the floor, or the floor itself. */
function featureOf(path: string): string {
  return path.split('/').slice(0, -1).slice(0, 4).join('/');
}

function judgeStore(path: string, specifier: string): string[] {
  const target = resolve(path, specifier);
  const floor = FLOORS.find((one) => isBelow(path, one));
  if (target === null || floor === undefined || !isStore(target) || !isBelow(target, floor)) return [];
  if (featureOf(target) === featureOf(path)) return [];
  return [
    `${path} imports ${specifier}; a store is its own feature's, which offers what its neighbours need`,
  ];
}

it('no feature reads the store of another one on its floor', () => {
  const wrong = sources.flatMap(({ path, text }) =>
    listImports(text).flatMap((specifier) => judgeStore(path, specifier)),
  );
  expect(wrong).toEqual([]);
});

it.each([
  ['main/core/take/watch/a.ts', '#main/core/take/intake/store.ts', 1],
  ['main/core/take/watch/a.ts', '../intake/inbox/store.ts', 1],
  ['main/core/take/intake/inbox/a.ts', '../store.ts', 0],
  ['main/core/take/watch/a.ts', '#main/core/take/intake/offers.ts', 0],
  ['main/core/desk/alerts/a.ts', '#main/core/judge/alerts/store.ts', 0],
])('%s imports %s: %i faults', (path, specifier, faults) => {
  expect(judgeStore(path, specifier)).toHaveLength(faults);
});
