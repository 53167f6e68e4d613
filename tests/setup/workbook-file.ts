import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { SaxesParser } from 'saxes';

interface Element {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: Element[];
  text: string;
}

export interface ReadCell {
  readonly value: string | number | boolean | null;
  /** A built-in number format's id, or the code of another. */
  readonly format: number | string;
  /** RRGGBB of a solid fill. */
  readonly fill: string | null;
  readonly isLocked: boolean;
  readonly note: string | null;
}

export interface ReadSheet {
  readonly name: string;
  readonly state: string;
  readonly widths: readonly number[];
  readonly filter: string | undefined;
  readonly pane: Readonly<Record<string, string>>;
  readonly checks: readonly { readonly range: string; readonly type: string; readonly formula: string }[];
  /** By place; those of the file only. */
  readonly cells: ReadonlyMap<string, ReadCell>;
}

/** A workbook as another program understands it: written for the tests alone, on a parser of the whole language. */
export function readWorkbookFile(file: Uint8Array): ReadSheet[] {
  const parts = unzipSync(file);
  const part = (name: string) => parse(strFromU8(parts[name] ?? new Uint8Array()));
  const targets = (owner: string, of: string) =>
    owner in parts
      ? all(part(owner), 'Relationship').map((one) => [one.attributes[of], pathOf(one)] as const)
      : [];
  const sheets = new Map(targets('xl/_rels/workbook.xml.rels', 'Id'));
  const shared = 'xl/sharedStrings.xml' in parts ? all(part('xl/sharedStrings.xml'), 'si').map(said) : [];
  const styles = part('xl/styles.xml');
  return all(part('xl/workbook.xml'), 'sheet').map(({ attributes }) => {
    const path = sheets.get(attributes['r:id'] ?? '') ?? '';
    const kinds = new Map(
      targets(path.replace(/([^/]*)$/, '_rels/$1.rels'), 'Type').map(([type, to]) => [
        type?.split('/').at(-1),
        to,
      ]),
    );
    const notes = kinds.has('comments')
      ? notesOf(part(kinds.get('comments') ?? ''))
      : new Map<string, string>();
    return {
      name: attributes.name ?? '',
      state: attributes.state ?? 'visible',
      ...sheetOf(part(path), styles, shared, notes),
    };
  });
}

/** The workbook with some cells, which it must have, filled in otherwise; null empties one. */
export function fillWorkbook(
  file: Uint8Array,
  sheet: string,
  cells: Readonly<Record<string, string | number | null>>,
): Uint8Array<ArrayBuffer> {
  const parts = unzipSync(file);
  const at = readWorkbookFile(file).findIndex(({ name }) => name === sheet) + 1;
  const path = `xl/worksheets/sheet${at}.xml`;
  const xml = strFromU8(parts[path] ?? new Uint8Array()).replace(
    /<c r="([A-Z]+\d+)"( s="\d+")?[^>]*?(?:\/>|>.*?<\/c>)/g,
    (cell, place: string, style = '') => {
      const value = cells[place];
      if (value === undefined) return cell;
      if (typeof value === 'number') return `<c r="${place}"${style}><v>${value}</v></c>`;
      if (value === null) return `<c r="${place}"${style}/>`;
      return `<c r="${place}"${style} t="inlineStr"><is><t>${value}</t></is></c>`;
    },
  );
  return Uint8Array.from(zipSync({ ...parts, [path]: strToU8(xml) }));
}

function parse(xml: string): Element {
  const root: Element = { name: '', attributes: {}, children: [], text: '' };
  const open = [root];
  const parser = new SaxesParser();
  parser.on('opentag', ({ name, attributes }) => {
    const element = {
      name: name.replace(/^\w+:/, ''),
      attributes: { ...attributes },
      children: [],
      text: '',
    };
    open.at(-1)?.children.push(element);
    open.push(element);
  });
  parser.on('text', (text) => {
    const top = open.at(-1);
    if (top !== undefined) top.text += text;
  });
  parser.on('closetag', () => open.pop());
  parser.write(xml).close();
  return root;
}

function all(element: Element | undefined, name: string): Element[] {
  return (element?.children ?? []).flatMap((one) => (one.name === name ? [one] : all(one, name)));
}

const said = (element: Element): string =>
  all(element, 't')
    .map(({ text }) => text)
    .join('');

/** Everything we write and read lies in xl, one folder deep at most. */
function pathOf({ attributes: { Target: target = '' } }: Element): string {
  if (target.startsWith('/')) return target.slice(1);
  return target.startsWith('../') ? `xl/${target.slice(3)}` : `xl/${target}`;
}

function notesOf(comments: Element): Map<string, string> {
  return new Map(all(comments, 'comment').map((one) => [one.attributes.ref ?? '', said(one)]));
}

function sheetOf(
  sheet: Element,
  styles: Element,
  shared: readonly string[],
  notes: ReadonlyMap<string, string>,
) {
  const cells = all(sheet, 'c').map((cell) => {
    const place = cell.attributes.r ?? '';
    const look = lookOf(styles, Number(cell.attributes.s ?? 0));
    return [place, { ...look, value: cellValue(cell, shared), note: notes.get(place) ?? null }] as const;
  });
  return {
    widths: all(sheet, 'col').map(({ attributes }) => Number(attributes.width)),
    filter: all(sheet, 'autoFilter')[0]?.attributes.ref,
    pane: all(sheet, 'pane')[0]?.attributes ?? {},
    checks: all(sheet, 'dataValidation').map((one) => ({
      range: one.attributes.sqref ?? '',
      type: one.attributes.type ?? '',
      formula: all(one, 'formula1')[0]?.text ?? '',
    })),
    cells: new Map(cells),
  };
}

function cellValue(cell: Element, shared: readonly string[]): ReadCell['value'] {
  const value = all(cell, 'v')[0]?.text;
  const { t: type = 'n' } = cell.attributes;
  if (type === 'inlineStr') return said(cell);
  if (value === undefined) return null;
  if (type === 's') return shared[Number(value)] ?? null;
  if (type === 'b') return value === '1';
  return type === 'n' ? Number(value) : value;
}

function lookOf(styles: Element, style: number): Pick<ReadCell, 'format' | 'fill' | 'isLocked'> {
  const look = all(all(styles, 'cellXfs')[0], 'xf')[style];
  const attributes = look?.attributes ?? {};
  const id = Number(attributes.numFmtId ?? 0);
  const code = all(styles, 'numFmt').find((one) => Number(one.attributes.numFmtId) === id);
  const fill = all(all(styles, 'fills')[0], 'fill')[Number(attributes.fillId ?? 0)];
  const [protection] = all(look, 'protection');
  return {
    format: code?.attributes.formatCode ?? id,
    fill: all(fill, 'fgColor')[0]?.attributes.rgb?.slice(2) ?? null,
    isLocked: protection?.attributes.locked !== '0',
  };
}
