import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DERIVED, newestFormat } from '#main/core/take/snapshots/format/versions.ts';
import { PROJECT_FOLDER } from '#main/hosts/launch/project.ts';
import { contract } from '#shared/contract/contract.ts';
import { ERROR_CODES } from '#shared/contract/errors.ts';
import { messagesOf } from '#shared/text/catalogue.ts';
import { listProcedures } from '#tests/setup/procedures.ts';
import { readSources } from './imports.ts';
import { LAYERS } from './layers.ts';

/** Pages of docs with parts that the code itself writes, by the name of the part. */
export const GENERATED_PAGES: Readonly<Record<string, readonly string[]>> = {
  'docs/architecture.md': ['floors'],
  'docs/reference.md': ['procedures', 'commands', 'dataFile', 'settings', 'environment', 'errors'],
  'docs/decisions/README.md': ['decisions'],
};

const PARTS: Readonly<Record<string, () => string>> = {
  floors,
  procedures,
  commands,
  dataFile,
  settings,
  environment,
  errors,
  decisions,
};

/** The page with every generated part written anew; what stands outside of the marks stays. */
export function withGeneratedParts(page: string, parts: readonly string[]): string {
  return parts.reduce((text, name) => {
    const [before, rest] = text.split(`<!-- generated: ${name} -->\n`);
    const after = rest?.slice(rest.indexOf('<!-- end -->'));
    if (before === undefined || after === undefined) throw new Error(`No mark of the part ${name}`);
    return `${before}<!-- generated: ${name} -->\n${PARTS[name]?.() ?? ''}${after}`;
  }, page);
}

export function readPage(path: string): string {
  return readFileSync(join(PROJECT_FOLDER, path), 'utf8');
}

function table(columns: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) =>
    `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |\n`;
  return [columns, columns.map(() => '---'), ...rows].map(line).join('');
}

function floors(): string {
  const inside = LAYERS.filter(({ folder }) => /^(main\/core|renderer)\/\w+$/.test(folder));
  const rows = inside.map(({ folder, mayImport, packages }) => {
    const room = folder.slice(0, folder.lastIndexOf('/'));
    const below = mayImport.flatMap((path) =>
      path.startsWith(`${room}/`) ? [path.slice(room.length + 1)] : [],
    );
    return [`\`${folder}\``, below.join(', ') || '–', packages.join(', ') || '–'];
  });
  return table(['floor', 'may use', 'packages'], rows);
}

function procedures(): string {
  const byFeature = Map.groupBy(listProcedures(contract), ({ name }) => name.split('.')[0] ?? '');
  const list = (some: readonly string[]) => some.map((name) => `\`${name}\``).join(', ');
  return table(
    ['feature', 'reads', 'writes'],
    [...byFeature].map(([feature, all]) => [
      `[${feature}](../shared/contract/${feature}.ts)`,
      list(all.flatMap(({ name, writes }) => (writes.length === 0 ? [name] : []))) || '–',
      all
        .flatMap(({ name, writes }) => (writes.length > 0 ? [`\`${name}\` (${writes.join(', ')})`] : []))
        .join('; ') || '–',
    ]),
  );
}

function commands(): string {
  const text = readPage('main/hosts/cli/kh02.ts');
  const names = [...text.matchAll(/^ {2}(\w+): async \(\) => \(await import\('\.\/(commands\/[\w-]+\.ts)/gm)];
  return table(
    ['command', 'written in'],
    names.map(([, name = '', file = '']) => [`\`kh02 ${name}\``, `[${file}](../main/hosts/cli/${file})`]),
  );
}

/** What a file of the newest format holds. */
function dataFile(): string {
  const { version, dataTables } = newestFormat();
  const state = DERIVED.find((one) => one.version === version)?.schema;
  const head = state === 'unreleased' ? 'not released yet' : `of the schema after migration ${state}`;
  const rows = dataTables.map(({ name, columns }) => [
    `\`${name}\``,
    columns.map((column) => `\`${column.name}\``).join(', '),
  ]);
  return `Format ${version}, ${head}.\n\n${table(['table', 'columns that are filled'], rows)}`;
}

/** Where each match of the pattern's first group stands: the first file that writes it. */
function mentions(pattern: RegExp, folders: readonly string[]): string[][] {
  const found = new Map<string, string>();
  for (const { path, text } of readSources(PROJECT_FOLDER)) {
    if (!folders.some((folder) => path.startsWith(folder))) continue;
    for (const [, name = ''] of text.matchAll(pattern)) if (!found.has(name)) found.set(name, path);
  }
  const names = [...found].toSorted(([one], [other]) => (one < other ? -1 : 1));
  return names.map(([name, path]) => [`\`${name}\``, `[${path}](../${path})`]);
}

/** Keys of the table `setting`: constants whose names say so. */
function settings(): string {
  return table(
    ['setting', 'read in'],
    mentions(/\bconst \w*(?:SETTINGS?|KEY|PERSON_NAME|FILTERS)\w* = '([a-z][\w.-]+)'/g, ['main/core/']),
  );
}

function environment(): string {
  return table(['variable', 'read in'], mentions(/\b(KH02_[A-Z_]+)\b/g, ['main/', 'renderer/', 'assets/']));
}

function errors(): string {
  const vi = messagesOf('vi') as Readonly<Record<string, string>>;
  const en = messagesOf('en') as Readonly<Record<string, string>>;
  return table(
    ['code', 'tiếng Việt', 'English'],
    ERROR_CODES.map((code) => [`\`${code}\``, vi[`error.${code}`] ?? '', en[`error.${code}`] ?? '']),
  );
}

function decisions(): string {
  const files = readdirSync(join(PROJECT_FOLDER, 'docs/decisions')).filter((name) => /^\d{4}-/.test(name));
  return table(
    ['no.', 'decision'],
    files.toSorted().map((name) => {
      const title = readPage(`docs/decisions/${name}`).split('\n')[0] ?? '';
      return [name.slice(0, 4), `[${title.replace(/^#\s*\d+[.:]?\s*/, '')}](${name})`];
    }),
  );
}
