import { type OfficePackage, partText, partXml, relatedPart } from '#main/core/files/office-package.ts';
import {
  appendEdit,
  applyEdits,
  attributeEdit,
  attributeOf,
  childOf,
  type Edit,
  editedSource,
  prefixOf,
  setAttributeEdit,
  type Tag,
  tagsOf,
  type XmlElement,
} from '#main/core/files/xml-tree.ts';
import { encodeText } from '#main/core/files/zip.ts';
import { columnIndex, columnName, rowNumber } from './place.ts';
import { workbookPart } from './sheets.ts';

/** Gives the number of a style that is as the one of that number but for the fill. */
type Refill = (style: number) => number;

/**
 * Fills cells (C7) of sheets with a colour (RRGGBB). All else stays as its owner made it, to the byte. Refuses a package that cannot be relied on.
 */
export function markCells(
  file: OfficePackage,
  sheets: ReadonlyMap<string, readonly string[]>,
  colour: string,
): void {
  const styles = relatedPart(file, workbookPart(file), 'styles');
  if (styles === undefined) throw file.refuse('damaged');
  const { text, root } = partXml(file, styles);
  const p = prefixOf(root);
  const fills = childOf(root, `${p}fills`);
  const looks = childOf(root, `${p}cellXfs`);
  if (fills === undefined || looks === undefined) throw file.refuse('damaged');
  const refilled = new Map<number, number>();
  const refill: Refill = (style) => {
    const number = refilled.get(style) ?? looks.children.length + refilled.size;
    refilled.set(style, number);
    return number;
  };
  for (const [sheet, cells] of sheets)
    file.parts[sheet] = encodeText(markedSheet(partText(file, sheet), cells, refill));
  const fill = `<${p}fill><${p}patternFill patternType="solid"><${p}fgColor rgb="FF${colour}"/><${p}bgColor indexed="64"/></${p}patternFill></${p}fill>`;
  const fillId = String(fills.children.length);
  const added = [...refilled.keys()].map((style) => {
    const look = looks.children[style];
    if (look === undefined) throw file.refuse('damaged');
    const edits = [
      setAttributeEdit(text, look, 'fillId', fillId),
      setAttributeEdit(text, look, 'applyFill', '1'),
    ];
    return editedSource(text, look, edits);
  });
  const edits = [...grown(text, fills, [fill]), ...grown(text, looks, added), ...mendedPatterns(text)];
  file.parts[styles] = encodeText(applyEdits(text, edits));
}

/** ST_PatternType (ECMA-376 part 1, 18.18.55). */
const PATTERNS: ReadonlySet<string> = new Set(
  'none solid mediumGray darkGray lightGray darkHorizontal darkVertical darkDown darkUp darkGrid darkTrellis lightHorizontal lightVertical lightDown lightUp lightGrid lightTrellis gray125 gray0625'.split(
    ' ',
  ),
);

/** Some programs write what is no pattern ('undefined'), at which Excel stops: none is meant. */
function mendedPatterns(text: string): Edit[] {
  return [...tagsOf(text)].flatMap((tag) => {
    if (tag.kind === 'close' || tag.name.slice(prefixOf(tag).length) !== 'patternFill') return [];
    const pattern = attributeOf(text, tag, 'patternType');
    return pattern === undefined || PATTERNS.has(pattern)
      ? []
      : attributeEdit(text, tag, 'patternType', 'none');
  });
}

/** A list with more at its end, and its count. */
function grown(text: string, list: XmlElement, more: readonly string[]): Edit[] {
  const count = String(list.children.length + more.length);
  return [appendEdit(text, list, more.join('')), ...attributeEdit(text, list, 'count', count)];
}

interface RowState {
  readonly tag: Tag;
  /** Columns to be marked. */
  readonly wanted: readonly number[];
  readonly cells: { readonly column: number; readonly start: number }[];
  column: number;
}

/** The sheet's text, in which each cell names its new style; a cell that is not there is put in. */
function markedSheet(text: string, cells: readonly string[], refill: Refill): string {
  const wanted = Map.groupBy(cells, rowNumber);
  const edits: Edit[] = [];
  let number = 0;
  let row: RowState | undefined;
  for (const tag of tagsOf(text)) {
    const name = tag.name.slice(prefixOf(tag).length);
    if (name === 'row' && tag.kind === 'open') {
      number = Number(attributeOf(text, tag, 'r') ?? number + 1);
      const columns = (wanted.get(number) ?? []).map(columnIndex).toSorted((left, right) => left - right);
      row = columns.length === 0 ? undefined : { tag, wanted: columns, cells: [], column: -1 };
    } else if (name === 'row' && tag.kind === 'empty') {
      number = Number(attributeOf(text, tag, 'r') ?? number + 1);
    } else if (name === 'row' && row !== undefined) {
      edits.push(...missingCells(text, row, number, tag.start, refill));
      row = undefined;
    } else if (name === 'c' && tag.kind !== 'close' && row !== undefined) {
      const place = attributeOf(text, tag, 'r');
      row.column = place === undefined ? row.column + 1 : columnIndex(place);
      row.cells.push({ column: row.column, start: tag.start });
      const style = Number(attributeOf(text, tag, 's') ?? 0);
      if (row.wanted.includes(row.column))
        edits.push(setAttributeEdit(text, tag, 's', String(refill(style))));
    }
  }
  return applyEdits(text, edits);
}

function missingCells(text: string, row: RowState, number: number, end: number, refill: Refill): Edit[] {
  return row.wanted
    .filter((column) => !row.cells.some((cell) => cell.column === column))
    .map((column) => {
      const start = row.cells.find((cell) => cell.column > column)?.start ?? end;
      const style = refill(Number(attributeOf(text, row.tag, 's') ?? 0));
      const xml = `<${prefixOf(row.tag)}c r="${columnName(column)}${number}" s="${style}"/>`;
      return { start, end: start, text: xml };
    });
}
