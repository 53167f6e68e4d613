import { join, relative } from 'node:path';
import type { BindingElement, Node, PropertyAccessExpression, SourceFile } from 'typescript/unstable/ast';
import {
  isBindingElement,
  isCallExpression,
  isIdentifier,
  isObjectBindingPattern,
  isPropertyAccessExpression,
  isTaggedTemplateExpression,
} from 'typescript/unstable/ast/is';
import { API, type Symbol as Known, type Project, SymbolFlags } from 'typescript/unstable/sync';

/** Objects of the language whose methods ask nothing of `this`. */
const WITHOUT_THIS = /^(Math|JSON|Number|Object|String)$/;

/**
 * Every method that is taken off its object in the files of a project (`main` for main/tsconfig.json): by `{ look } =
 * watch`, or by handing `watch.look` on. What is called so has lost its `this`, and no type tells of it.
 */
export function findUnboundMethods(root: string, folder: string): string[] {
  const api = new API({ cwd: root });
  try {
    const config = join(root, folder, 'tsconfig.json');
    const project = api.updateSnapshot({ openProjects: [config] }).getProject(config);
    if (project === undefined) throw new Error(`${config} is no project`);
    const files = project.program
      .getSourceFileNames()
      .filter((name) => name.startsWith(join(root, folder, '/')));
    return files.flatMap((name) => inFile(project, name).map((text) => `${relative(root, name)}: ${text}`));
  } finally {
    api.close();
  }
}

function inFile({ program, checker }: Project, name: string): string[] {
  const file = program.getSourceFile(name);
  if (file === undefined) return [];
  const { accesses, patterns } = collect(file);
  // Asked all at once: each question is a message to another process.
  const accessed = checker.getSymbolAtLocation(accesses.map((access) => access.name));
  const taken = checker.getTypeAtLocation(patterns.map((element) => element.parent));
  const wrong: Node[] = accesses.filter((_, at) => isMethod(accessed[at]));
  for (const [at, element] of patterns.entries()) {
    const type = taken[at];
    const key = element.propertyName ?? element.name;
    if (type !== undefined && key !== undefined && isIdentifier(key))
      if (isMethod(checker.getPropertyOfType(type, key.text))) wrong.push(element);
  }
  return wrong.filter((node) => !WITHOUT_THIS.test(ownerOf(node, file))).map((node) => node.getText(file));
}

function isMethod(symbol: Known | undefined): boolean {
  return symbol !== undefined && (symbol.flags & SymbolFlags.Method) !== 0;
}

function collect(file: SourceFile): { accesses: PropertyAccessExpression[]; patterns: BindingElement[] } {
  const accesses: PropertyAccessExpression[] = [];
  const patterns: BindingElement[] = [];
  const visit = (node: Node): void => {
    if (isPropertyAccessExpression(node) && !staysBound(node)) accesses.push(node);
    else if (isBindingElement(node) && isObjectBindingPattern(node.parent)) patterns.push(node);
    node.forEachChild(visit);
  };
  visit(file);
  return { accesses, patterns };
}

/** Called at once, or asked for something of its own (`bind`). */
function staysBound(node: Node): boolean {
  const { parent } = node;
  if (isCallExpression(parent) || isPropertyAccessExpression(parent)) return parent.expression === node;
  return isTaggedTemplateExpression(parent) && parent.tag === node;
}

/** The words for the object that the method is taken off. */
function ownerOf(node: Node, file: SourceFile): string {
  if (isPropertyAccessExpression(node)) return node.expression.getText(file);
  const declaration = node.parent.parent;
  return 'initializer' in declaration
    ? ((declaration.initializer as Node | undefined)?.getText(file) ?? '')
    : '';
}
