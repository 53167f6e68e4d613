import { readdirSync, readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import { HOMES_OF_NODE_MODULES, LAYERS, type Layer } from './layers.ts';

export interface SourceFile {
  /** Relative to the root, with slashes. */
  readonly path: string;
  readonly text: string;
}

const ROOTS = ['shared', 'main', 'renderer', 'assets'] as const;

/** Every source file of the application. */
export function readSources(root: string): SourceFile[] {
  return ROOTS.flatMap((part) => {
    const names = readdirSync(join(root, part), { recursive: true, encoding: 'utf8' });
    const sources = names.map((name) => `${part}/${name.replaceAll('\\', '/')}`);
    return sources
      .filter((path) => /\.tsx?$/.test(path) && !path.endsWith('.d.ts'))
      .map((path) => ({ path, text: readFileSync(join(root, path), 'utf8') }));
  });
}

// `import x from`, `export … from`, `import '…'`, `import('…')`.
const IMPORT = /(?:^|[^\w.'"`])(?:import|export)\b(?:[^'"`;]*?\bfrom)?\s*\(?\s*['"]([^'"\n]+)['"]/g;

/** What a file imports, as it is written there. Comments do not count. */
export function listImports(text: string): string[] {
  const code = text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/^\s*\/\/.*$/gm, '');
  return [...code.matchAll(IMPORT)].map((match) => match[1] ?? '');
}

const TYPES_ALONE =
  /\b(?:import|export)\s+(?:type\b[^'"`;]*|\{(?:\s*type\b[^,}]*,?)+\s*\}\s*)from\s*['"][^'"\n]+['"]/g;

/** The same without what is imported for its types alone: what a bundle takes in. */
export function listValueImports(text: string): string[] {
  return listImports(text.replace(TYPES_ALONE, ''));
}

/** The layer of a path, or undefined for a file that lies in none. */
export function layerOf(path: string): Layer | undefined {
  const fitting = LAYERS.filter((layer) => isBelow(path, layer.folder));
  return fitting.toSorted((one, other) => other.folder.length - one.folder.length)[0];
}

/** What is wrong with one import, as a sentence that names file, import and what is allowed; null when all is well. */
export function judgeImport(file: string, specifier: string): string | null {
  const layer = layerOf(file);
  if (layer === undefined) return `${file} lies in no layer of tests/architecture/layers.ts`;
  if (specifier.startsWith('node:')) return judgeNode(file, layer, specifier);
  const target = resolve(file, specifier);
  if (target === null) return judgePackage(file, layer, packageOf(specifier));
  const targetLayer = layerOf(target);
  const isOwn = targetLayer?.folder === layer.folder || isBelow(target, layer.folder);
  if (isOwn || layer.mayImport.some((folder) => isBelow(target, folder))) return null;
  return `${file} imports ${specifier}; ${layer.folder} may import ${orNothing(layer.mayImport)}`;
}

function judgeNode(file: string, layer: Layer, specifier: string): string | null {
  const home = HOMES_OF_NODE_MODULES[specifier];
  if (!layer.node) return `${file} imports ${specifier}; ${layer.folder} may not use Node's modules`;
  if (home === undefined || isBelow(file, home)) return null;
  return `${file} imports ${specifier}; its home is ${home}`;
}

function judgePackage(file: string, layer: Layer, name: string): string | null {
  const fits = (known: string) => known === name || (known.endsWith('/') && name.startsWith(known));
  // A package whose home is a folder above is at home in the folders below it too.
  const chain = LAYERS.filter((other) => isBelow(layer.folder, other.folder));
  if (chain.some((other) => other.packages.some(fits))) return null;
  const homes = LAYERS.filter((other) => other.packages.some(fits)).map((other) => other.folder);
  return `${file} imports the package ${name}; its home is ${orNothing(homes)} (tests/architecture/layers.ts)`;
}

function orNothing(names: readonly string[]): string {
  return names.length === 0 ? 'nothing' : names.join(', ');
}

/** The path that an alias or a relative import means; null for a package. */
export function resolve(file: string, specifier: string): string | null {
  if (specifier.startsWith('#')) return specifier.slice(1);
  return specifier.startsWith('.') ? posix.join(posix.dirname(file), specifier) : null;
}

function packageOf(specifier: string): string {
  const parts = specifier.split('/');
  return parts.slice(0, specifier.startsWith('@') ? 2 : 1).join('/');
}

export function isBelow(path: string, folder: string): boolean {
  return path === folder || path.startsWith(`${folder}/`);
}
