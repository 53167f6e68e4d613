import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { SourceFile } from './imports.ts';
import {
  calledName,
  declaredNames,
  isFunction,
  type Node,
  nameOf,
  nameOfFunction,
  type Place,
  placesIn,
  placesOf,
} from './syntax.ts';

/** Where tests drive pages and programs that go on changing by themselves. */
const ROOTS = ['tests/e2e', 'tests/desktop', 'tests/launch'] as const;
const PAGE_MODELS = 'tests/e2e/page-models/';

/** What asks a page, a place on it or a running program how it is at this moment. */
const READS =
  `count textContent allTextContents innerText allInnerTexts innerHTML inputValue getAttribute boundingBox
  isVisible isHidden isEnabled isDisabled isEditable isChecked evaluate evaluateAll url title pages said`.split(
    /\s+/,
  );
/** They ask again until the answer is the one that is waited for. */
const WAITS = ['poll', 'waitForFunction', 'waitForURL', 'waitForEvent'];

/** The tests that drive what runs, and the models of its pages. */
export function readDrivingTests(root: string): SourceFile[] {
  return ROOTS.flatMap((part) => {
    const names = readdirSync(join(root, part), { recursive: true, encoding: 'utf8' });
    const paths = names.map((name) => `${part}/${name.replaceAll('\\', '/')}`);
    return paths
      .filter((path) => path.endsWith('.ts') && !path.includes('/standin/'))
      .map((path) => ({ path, text: readFileSync(join(root, path), 'utf8') }));
  });
}

/** Assertions on what was so at one moment, as sentences that name the file, the line and the way out. */
export function looksOnce(files: readonly SourceFile[]): string[] {
  const parsed = files.map((file) => ({ ...file, places: placesOf(file.text) }));
  const models = parsed.filter(({ path }) => path.startsWith(PAGE_MODELS));
  const shared = models.flatMap(({ places }) => readersOf(places, []));
  return parsed.flatMap(({ path, text, places }) => {
    const readers = [...shared, ...readersOf(places, shared)];
    return wrongPlaces(places, readers).map(({ node }) => {
      const line = text.slice(0, node.start).split('\n').length;
      return `${path}:${line} looks once: wait for the fact with expect.poll, waitFor or waitForURL`;
    });
  });
}

function wrongPlaces(places: readonly Place[], readers: readonly string[]): Place[] {
  const reads = places.filter((place) => isRead(place, readers));
  const kept = reads.flatMap(({ around }) => {
    const within = around.find(isFunction);
    return declaredNames(declarationAround(around)).map((name) => ({ name, within }));
  });
  const isAsserted = ({ node, around }: Place): boolean =>
    kept.some(({ name, within }) => name === nameOf(node) && (!within || around.includes(within))) &&
    around[0]?.property !== node &&
    around.some(isExpect);
  return [...reads.filter(isUnkept), ...places.filter(isAsserted)];
}

/** Helpers whose answer is a read; calling one is a read too. */
function readersOf(places: readonly Place[], shared: readonly string[]): string[] {
  const found = new Set<string>();
  for (let before = -1; before < found.size; ) {
    before = found.size;
    for (const place of places.filter((candidate) => isRead(candidate, [...shared, ...found])))
      for (const name of helpersAround(place.around)) found.add(name);
  }
  return [...found];
}

/** A read whose answer is used, and that neither waits nor is part of a larger read. */
function isRead({ node, around }: Place, readers: readonly string[]): boolean {
  const isOne = (one: Node): boolean => {
    const name = calledName(one) ?? '';
    const isMethod = (one.callee as Node | undefined)?.type === 'MemberExpression';
    return readers.includes(name) || (isMethod && READS.includes(name));
  };
  const isWait = (one: Node): boolean => WAITS.includes(calledName(one) ?? '');
  if (!isOne(node) || around.some((outer) => isOne(outer) || isWait(outer))) return false;
  const user = around.find(({ type }) => type !== 'AwaitExpression' && type !== 'ChainExpression');
  return user?.type !== 'ExpressionStatement';
}

const isExpect = (node: Node): boolean => calledName(node) === 'expect';

/** Neither kept, to be compared with what comes later, nor the answer of a helper. */
function isUnkept({ around }: Place): boolean {
  const isKept = declarationAround(around) !== undefined || helpersAround(around).length > 0;
  return !isKept || around.some(isExpect);
}

/** The declaration that keeps the value; a callback on the way, as of `map`, passes its own on. */
function declarationAround(around: readonly Node[]): Node | undefined {
  for (const [index, node] of around.entries()) {
    if (node.type === 'VariableDeclarator') return node;
    const isNamed = isFunction(node) && nameOfFunction(node, around[index + 1]) !== undefined;
    if (isNamed || node.type.endsWith('Statement')) return undefined;
  }
  return undefined;
}

function helpersAround(around: readonly Node[]): string[] {
  return around.flatMap((node, index) =>
    isFunction(node) && answers(node) ? (nameOfFunction(node, around[index + 1]) ?? []) : [],
  );
}

function answers(node: Node): boolean {
  const ownReturn = ({ node: inner, around }: Place): boolean =>
    inner.type === 'ReturnStatement' && inner.argument !== null && around.find(isFunction) === node;
  return node.expression === true || placesIn(node).some(ownReturn);
}
