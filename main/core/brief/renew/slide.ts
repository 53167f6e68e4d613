import type { ShapeIdentity } from '#main/core/brief/pptx/identity.ts';
import {
  chartText,
  readPageName,
  readShapeName,
  tableText,
  textHash,
} from '#main/core/brief/pptx/identity.ts';
import { partXml, relationsOf } from '#main/core/files/office-package.ts';
import {
  attributeOf,
  childOf,
  findAll,
  findFirst,
  textOf,
  type XmlElement,
} from '#main/core/files/xml-tree.ts';
import type { DeckPackage } from './package.ts';
import { type Paragraph, paragraphsOf } from './paragraphs.ts';

/** What a shape holds: words, a table, a native chart, a picture, or nothing but a fill. */
export type Content = 'text' | 'table' | 'chart' | 'picture' | 'fill';

export interface Shape {
  readonly element: XmlElement;
  /** p:cNvPr: id, name, words for those who cannot see it. */
  readonly properties: XmlElement;
  readonly name: string;
  /** Null for a shape that is not ours. */
  readonly identity: ShapeIdentity | null;
  readonly content: Content;
  readonly body: XmlElement | undefined;
}

export interface Slide {
  readonly part: string;
  readonly xml: string;
  readonly root: XmlElement;
  readonly shapes: readonly Shape[];
  readonly title: Shape | undefined;
  /** The line of the source, which says which page this is. */
  readonly frame: Shape | undefined;
}

/** The slide with its shapes, those in groups too. */
export function readSlide(deck: DeckPackage, part: string): Slide {
  const { text: xml, root } = partXml(deck, part);
  const shapes = findAll(root, 'p:sp', 'p:pic', 'p:graphicFrame').flatMap((element) =>
    readShape(xml, element),
  );
  const isTitle = (shape: Shape): boolean =>
    /^(title|ctrTitle)$/.test(placeholderOf(xml, shape.element) ?? '');
  return {
    ...{ part, xml, root, shapes },
    title: shapes.find(isTitle),
    frame: shapes.find(({ name }) => readPageName(name) !== null),
  };
}

function readShape(xml: string, element: XmlElement): Shape[] {
  const properties = findFirst(element, 'p:cNvPr');
  if (properties === undefined) return [];
  const name = attributeOf(xml, properties, 'name') ?? '';
  const body = childOf(element, 'p:txBody');
  return [
    { element, properties, name, identity: readShapeName(name), content: contentOf(element, name), body },
  ];
}

function contentOf(element: XmlElement, name: string): Content {
  if (element.name === 'p:pic') return 'picture';
  if (element.name === 'p:graphicFrame') return findFirst(element, 'a:tbl') === undefined ? 'chart' : 'table';
  // Other programs give every shape an empty text.
  return / \d+\.(panel|bar)\d+ /.test(name) ? 'fill' : 'text';
}

/** The kind of placeholder a shape is: title, body, sldNum, ... */
export function placeholderOf(xml: string, element: XmlElement): string | undefined {
  const placeholder = findFirst(element, 'p:ph');
  return placeholder === undefined ? undefined : (attributeOf(xml, placeholder, 'type') ?? 'body');
}

export function paragraphsIn(slide: Pick<Slide, 'xml'>, shape: Shape | undefined): Paragraph[] {
  return shape?.body === undefined ? [] : paragraphsOf(slide.xml, shape.body);
}

/** Hash of what a table shows. */
export function tableHashOf(slide: Slide, shape: Shape): string {
  const rows = findAll(shape.element, 'a:tr').map((row) =>
    findAll(row, 'a:tc').map((cell) => {
      const body = childOf(cell, 'a:txBody');
      return body === undefined
        ? ''
        : paragraphsOf(slide.xml, body)
            .map(({ text }) => text)
            .join(' ');
    }),
  );
  return textHash(tableText(rows));
}

/** The part of a shape's chart or picture with the relation that leads to it. */
export function targetOf(
  deck: DeckPackage,
  slide: Slide,
  shape: Shape,
): { id: string; target: string } | null {
  const isChart = shape.content === 'chart';
  const element = findFirst(shape.element, isChart ? 'c:chart' : 'a:blip');
  if (element === undefined) return null;
  const id = attributeOf(slide.xml, element, isChart ? 'r:id' : 'r:embed');
  const target = relationsOf(deck, slide.part).find((one) => one.id === id)?.target ?? null;
  return id === undefined || target === null || deck.parts[target] === undefined ? null : { id, target };
}

/** Hash of the figures in a chart's part, as it shows them without its workbook. */
export function chartHashOf(deck: DeckPackage, part: string): string {
  const { text, root } = partXml(deck, part);
  const series = findAll(root, 'c:ser').map((element) => ({
    name: points(text, childOf(element, 'c:tx')).get(0) ?? '',
    categories: points(text, childOf(element, 'c:cat')),
    values: points(text, childOf(element, 'c:val')),
  }));
  const known = series[0]?.categories ?? new Map<number, string>();
  const categories = Array.from(
    { length: Math.max(0, ...known.keys(), -1) + 1 },
    (_, at) => known.get(at) ?? '',
  );
  const figures = series.map(({ name, values }) => ({
    name,
    values: categories.map((_, at) => numberOf(values.get(at))),
  }));
  return textHash(chartText(categories, figures));
}

function points(xml: string, element: XmlElement | undefined): Map<number, string> {
  if (element === undefined) return new Map();
  return new Map(
    findAll(element, 'c:pt').flatMap((point): [number, string][] => {
      const value = childOf(point, 'c:v');
      const at = Number(attributeOf(xml, point, 'idx'));
      return value === undefined || !Number.isInteger(at) || at > 10_000 ? [] : [[at, textOf(xml, value)]];
    }),
  );
}

function numberOf(text: string | undefined): number | null {
  const value = text === undefined || text.trim() === '' ? Number.NaN : Number(text);
  return Number.isFinite(value) ? value : null;
}
