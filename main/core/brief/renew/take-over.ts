import { addPart, addRelation, clearRelations, relationsOf } from '#main/core/files/office-package.ts';
import { attributeEdit, type Edit, editedSource, findFirst } from '#main/core/files/xml-tree.ts';
import { encodeText } from '#main/core/files/zip.ts';
import type { DeckPackage } from './package.ts';
import { type Shape, type Slide, targetOf } from './slide.ts';

const CHART_TYPE = 'application/vnd.openxmlformats-officedocument.drawingml.chart+xml';

/** A slide of a deck that was just made from the newer cut. */
export interface FreshSlide {
  readonly deck: DeckPackage;
  readonly slide: Slide;
}

/** What a renewal leaves behind: relations of the slide nobody needs, parts only they led to. */
export interface Leftovers {
  readonly relations: Set<string>;
  readonly parts: Set<string>;
}

/** Puts the figures of a fresh chart into a chart's part of the deck, with a workbook of its own. */
export function replaceChart(
  deck: DeckPackage,
  part: string,
  fresh: FreshSlide,
  freshPart: string,
  left: Leftovers,
): void {
  for (const { target } of relationsOf(deck, part)) if (target !== null) left.parts.add(target);
  deck.parts[part] = fresh.deck.parts[freshPart] ?? new Uint8Array();
  clearRelations(deck, part);
  for (const { target, type } of relationsOf(fresh.deck, freshPart)) {
    const bytes = target === null ? undefined : fresh.deck.parts[target];
    // The fresh chart names its only relation rId1.
    if (bytes === undefined) continue;
    const workbook = addPart(deck, 'ppt/embeddings/workbook.xlsx', bytes);
    addRelation(deck, part, type, workbook, 'rId1');
  }
}

/** Adds the picture of a fresh shape to the deck; gives the id by which the slide refers to it. */
export function addPicture(deck: DeckPackage, slide: Slide, fresh: FreshSlide, shape: Shape): string | null {
  const picture = targetOf(fresh.deck, fresh.slide, shape);
  const bytes = picture === null ? undefined : fresh.deck.parts[picture.target];
  if (bytes === undefined) return null;
  return addRelation(deck, slide.part, 'image', addPart(deck, 'ppt/media/picture.png', bytes));
}

/** A fresh shape as a text for the slide, under that id, with the parts it refers to added to the deck. */
export function takeOver(
  deck: DeckPackage,
  slide: Slide,
  fresh: FreshSlide,
  shape: Shape,
  id: number,
): string {
  const { xml } = fresh.slide;
  const edits: Edit[] = attributeEdit(xml, shape.properties, 'id', String(id));
  const picture = findFirst(shape.element, 'a:blip');
  if (picture !== undefined) {
    const relation = addPicture(deck, slide, fresh, shape);
    if (relation !== null) edits.push(...attributeEdit(xml, picture, 'r:embed', relation));
  }
  const chart = findFirst(shape.element, 'c:chart');
  const freshChart = chart === undefined ? null : targetOf(fresh.deck, fresh.slide, shape);
  if (chart !== undefined && freshChart !== null) {
    const part = addPart(deck, 'ppt/charts/chart.xml', encodeText(''), CHART_TYPE);
    replaceChart(deck, part, fresh, freshChart.target, { relations: new Set(), parts: new Set() });
    const relation = addRelation(deck, slide.part, 'chart', part);
    edits.push(...attributeEdit(xml, chart, 'r:id', relation));
  }
  return editedSource(xml, shape.element, edits);
}
