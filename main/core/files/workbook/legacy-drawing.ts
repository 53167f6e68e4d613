import {
  addPart,
  addRelation,
  type OfficePackage,
  partText,
  RELATIONS,
  relationIdOf,
  relationsOf,
} from '#main/core/files/office-package.ts';
import { prefixOf, tagsOf } from '#main/core/files/xml-tree.ts';
import { encodeText } from '#main/core/files/zip.ts';
import { columnIndex, rowNumber } from './place.ts';

// The boxes in which notes are shown: a drawing language of Office 97 that Excel still asks for (ECMA-376 part 4, 19).
const NAMESPACES =
  'xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:x="urn:schemas-microsoft-com:office:excel"';
const EMPTY = `<xml ${NAMESPACES}><o:shapelayout v:ext="edit"><o:idmap v:ext="edit" data=""/></o:shapelayout></xml>`;
const BOX =
  '<v:shapetype id="_x0000_t202" coordsize="21600,21600" o:spt="202" path="m,l,21600r21600,l21600,xe"><v:stroke joinstyle="miter"/><v:path gradientshapeok="t" o:connecttype="rect"/></v:shapetype>';
/** Ids of shapes come in blocks, which the drawing lists. */
const BLOCK = 1024;
/** What stands behind the drawing in a sheet (CT_Worksheet, ECMA-376 part 1, 18.3.1.99). */
const BEHIND = new Set(
  'legacyDrawingHF drawingHF picture oleObjects controls webPublishItems tableParts extLst AlternateContent worksheet'.split(
    ' ',
  ),
);

/** Gives notes of a sheet their boxes, hidden until somebody points at the cell. Refuses as `addNotes` says. */
export function addLegacyDrawing(file: OfficePackage, sheet: string, cells: readonly string[]): void {
  if (cells.length === 0) return;
  const part = drawingOf(file, sheet);
  const text = partText(file, part);
  const end = text.lastIndexOf('</xml>');
  if (end < 0) throw file.refuse('damaged');
  const ids = [...text.matchAll(/_x0000_s(\d+)/g)].map(([, id]) => Number(id));
  const first = Math.floor(ids.reduce((most, id) => Math.max(most, id), 0) / BLOCK) + 1;
  const blocks = Array.from({ length: Math.ceil((cells.length + 1) / BLOCK) }, (_, at) => first + at);
  const shapes = cells.map((cell, at) => shapeXml(cell, first * BLOCK + 1 + at));
  const box = text.includes('id="_x0000_t202"') ? '' : BOX;
  const drawn = `${text.slice(0, end)}${box}${shapes.join('')}${text.slice(end)}`;
  const listed = drawn.replace(
    /(<o:idmap[^>]*\bdata=")([^"]*)"/,
    (_found, start: string, old: string) => `${start}${[old, ...blocks].filter(Boolean).join(',')}"`,
  );
  file.parts[part] = encodeText(listed);
}

/** The drawing that the sheet has, or a new one that is put where the sheet wants it. */
function drawingOf(file: OfficePackage, sheet: string): string {
  const text = partText(file, sheet);
  const from = text.lastIndexOf('sheetData');
  let depth = 0;
  for (const tag of tagsOf(text.slice(from))) {
    const found = { ...tag, start: tag.start + from, openEnd: tag.openEnd + from };
    const name = tag.name.slice(prefixOf(tag).length);
    if (depth === 0 && name === 'legacyDrawing') return drawingPart(file, sheet, relationIdOf(text, found));
    if (depth === 0 && BEHIND.has(name)) return addDrawing(file, sheet, found.start);
    if (tag.kind !== 'empty') depth += tag.kind === 'open' ? 1 : -1;
  }
  throw file.refuse('damaged');
}

function drawingPart(file: OfficePackage, sheet: string, id: string | undefined): string {
  const target = relationsOf(file, sheet).find((one) => one.id === id)?.target;
  if (target === undefined || target === null) throw file.refuse('damaged');
  return target;
}

function addDrawing(file: OfficePackage, sheet: string, at: number): string {
  const part = addPart(file, 'xl/drawings/drawing.vml', encodeText(EMPTY));
  const id = addRelation(file, sheet, 'vmlDrawing', part);
  const text = partText(file, sheet);
  const [root] = tagsOf(text);
  const p = root === undefined ? '' : prefixOf(root);
  const element = `<${p}legacyDrawing xmlns:r="${RELATIONS}" r:id="${id}"/>`;
  file.parts[sheet] = encodeText(text.slice(0, at) + element + text.slice(at));
  return part;
}

/** Three columns wide and six rows high, to the right of the cell. */
function shapeXml(cell: string, id: number): string {
  const [row, column] = [rowNumber(cell) - 1, columnIndex(cell)];
  const anchor = [column + 1, 15, Math.max(0, row - 1), 10, column + 4, 15, row + 5, 4].join(', ');
  return `<v:shape id="_x0000_s${id}" type="#_x0000_t202" style="position:absolute;margin-left:80pt;margin-top:2pt;width:220pt;height:90pt;z-index:1;visibility:hidden" fillcolor="#ffffe1" o:insetmode="auto"><v:fill color2="#ffffe1"/><v:shadow on="t" color="black" obscured="t"/><v:path o:connecttype="none"/><v:textbox style="mso-direction-alt:auto"><div style="text-align:left"></div></v:textbox><x:ClientData ObjectType="Note"><x:MoveWithCells/><x:SizeWithCells/><x:Anchor>${anchor}</x:Anchor><x:AutoFill>False</x:AutoFill><x:Row>${row}</x:Row><x:Column>${column}</x:Column></x:ClientData></v:shape>`;
}
