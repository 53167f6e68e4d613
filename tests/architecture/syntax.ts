import { parseSync } from 'vite';

export interface Node {
  readonly type: string;
  readonly start: number;
  readonly end: number;
  readonly [part: string]: unknown;
}

/** A node and those that it lies in, the innermost first. */
export interface Place {
  readonly node: Node;
  readonly around: readonly Node[];
}

export function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && 'type' in value;
}

/** Every node of a TypeScript source; the ending of its path tells whether it holds JSX. */
export function placesOf(text: string, path = 'source.ts'): Place[] {
  return placesIn(parseSync(path, text).program);
}

/** A function above so many lines has a written reason. */
export const LONG_FUNCTION = 60;

/** Name and lines of each function that takes more than one; one inside another counts in both. */
export function measureFunctions(text: string, path: string) {
  const functions = placesOf(text, path).filter(({ node }) => isFunction(node));
  return functions
    .map(({ node, around }) => ({
      name: nameOfFunction(node, around[0]) ?? 'unnamed',
      lines: text.slice(node.start, node.end).split('\n').length,
    }))
    .filter(({ lines }) => lines > 1);
}

/** A node and every one inside it. */
export function placesIn(value: unknown, around: readonly Node[] = []): Place[] {
  if (Array.isArray(value)) return value.flatMap((one) => placesIn(one, around));
  if (!isNode(value)) return [];
  const inside = Object.values(value).flatMap((part) => placesIn(part, [value, ...around]));
  return [{ node: value, around }, ...inside];
}

export function nameOf(node: unknown): string | undefined {
  return isNode(node) && typeof node.name === 'string' ? node.name : undefined;
}

/** `page.url()` and `countOf(page)` are calls of `url` and `countOf`. */
export function calledName(node: Node): string | undefined {
  const { callee } = node;
  if (node.type !== 'CallExpression' || !isNode(callee)) return undefined;
  return nameOf(callee.type === 'MemberExpression' ? callee.property : callee);
}

export function isFunction({ type }: Node): boolean {
  return /^(Arrow)?Function(Declaration|Expression)$/.test(type);
}

/** What a function is called by: its own name, or that of the constant, method or property that it is given to. */
export function nameOfFunction(node: Node, parent: Node | undefined): string | undefined {
  const isGiven = parent?.init === node || parent?.value === node;
  return nameOf(node.id) ?? (isGiven ? nameOf(parent.id ?? parent.key) : undefined);
}

/** The names that a declaration makes, those taken out of an object or a list too. */
export function declaredNames(declarator: Node | undefined): string[] {
  return placesIn(declarator?.id)
    .filter(({ node, around }) => around[0]?.key !== node || around[0].shorthand === true)
    .flatMap(({ node }) => nameOf(node) ?? []);
}
