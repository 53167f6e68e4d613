import { textHash } from '#main/core/brief/pptx/identity.ts';
import {
  attributeEdit,
  attributeOf,
  childOf,
  type Edit,
  findFirst,
  sourceOf,
} from '#main/core/files/xml-tree.ts';
import type { DeckPackage } from './package.ts';
import { mergeParagraphs, paragraphsEdit } from './paragraphs.ts';
import { chartHashOf, paragraphsIn, type Shape, type Slide, tableHashOf, targetOf } from './slide.ts';
import { addPicture, type FreshSlide, type Leftovers, replaceChart, takeOver } from './take-over.ts';

/** One slide on its way: what is to be changed in its text, and what was found. */
export interface Renewal {
  readonly deck: DeckPackage;
  readonly slide: Slide;
  readonly fresh: FreshSlide;
  readonly left: Leftovers;
  readonly edits: Edit[];
  readonly kept: string[];
  renewed: number;
  nextId: number;
}

/** Whether a shape still says what we wrote into it. */
export function untouched({ deck, slide }: Pick<Renewal, 'deck' | 'slide'>, shape: Shape): boolean {
  const written = shape.identity?.written ?? [];
  switch (shape.content) {
    case 'fill':
      return true;
    case 'table':
      return tableHashOf(slide, shape) === written[0];
    case 'picture':
      return textHash(attributeOf(slide.xml, shape.properties, 'descr') ?? '') === written[0];
    case 'chart': {
      const part = targetOf(deck, slide, shape)?.target;
      return part !== undefined && chartHashOf(deck, part) === written[0];
    }
    case 'text': {
      const filled = paragraphsIn(slide, shape).filter(({ text }) => text.trim() !== '');
      return filled.length === written.length && filled.every(({ hash }, at) => hash === written[at]);
    }
  }
}

/** Renews one shape of ours, takes it away when there is nothing to say any more, or keeps it as a person's own. */
export function renewShape(renewal: Renewal, shape: Shape, fresh: Shape | undefined): void {
  const isSameKind = fresh?.content === shape.content;
  if (shape.content === 'text' && fresh !== undefined && isSameKind) {
    renewText(renewal, shape, fresh);
    return;
  }
  if (!untouched(renewal, shape)) {
    renewal.kept.push(nameForPeople(renewal, shape));
    return;
  }
  if (fresh === undefined || !isSameKind) {
    replace(renewal, shape, fresh);
    return;
  }
  renewal.edits.push(...attributeEdit(renewal.slide.xml, shape.properties, 'name', fresh.name));
  renewContent(renewal, shape, fresh);
  if (shape.content !== 'fill') renewal.renewed += 1;
}

/** A changed table, chart or picture by the first words it says. */
export function nameForPeople({ slide }: Pick<Renewal, 'slide'>, shape: Shape): string {
  const words = attributeOf(slide.xml, shape.properties, 'descr');
  if (words !== undefined && words !== '') return words;
  const [caption] = slide.shapes.filter(
    ({ identity }) => identity?.key === shape.identity?.key.replace(/\.\w+$/, '.caption'),
  );
  const said = paragraphsIn(slide, caption ?? shape).map(({ text }) => text);
  return said.join(' ') || (shape.identity?.key ?? '');
}

function replace(renewal: Renewal, shape: Shape, fresh: Shape | undefined): void {
  const { deck, slide, left } = renewal;
  const target =
    shape.content === 'chart' || shape.content === 'picture' ? targetOf(deck, slide, shape) : null;
  if (target !== null) {
    left.relations.add(target.id);
    left.parts.add(target.target);
  }
  const { start, end } = shape.element;
  const text = fresh === undefined ? '' : takeOver(deck, slide, renewal.fresh, fresh, renewal.nextId);
  if (fresh !== undefined) renewal.nextId += 1;
  renewal.edits.push({ start, end, text });
  renewal.renewed += 1;
}

function renewText(renewal: Renewal, shape: Shape, fresh: Shape): void {
  if (shape.body === undefined) return;
  const written = shape.identity?.written ?? [];
  const next = paragraphsIn(renewal.fresh.slide, fresh);
  const merged = mergeParagraphs(paragraphsIn(renewal.slide, shape), written, next);
  renewal.kept.push(...merged.kept);
  if (!merged.isRenewed) return;
  renewal.edits.push(paragraphsEdit(shape.body, merged.paragraphs));
  renewal.edits.push(...attributeEdit(renewal.slide.xml, shape.properties, 'name', fresh.name));
  renewal.renewed += 1;
}

function renewContent(renewal: Renewal, shape: Shape, fresh: Shape): void {
  const { deck, slide, left } = renewal;
  switch (shape.content) {
    case 'chart': {
      const now = targetOf(deck, slide, shape);
      const next = targetOf(renewal.fresh.deck, renewal.fresh.slide, fresh);
      if (now !== null && next !== null) replaceChart(deck, now.target, renewal.fresh, next.target, left);
      renewWords(renewal, shape, fresh);
      break;
    }
    case 'picture': {
      const now = targetOf(deck, slide, shape);
      const relation = addPicture(deck, slide, renewal.fresh, fresh);
      const picture = findFirst(shape.element, 'a:blip');
      if (relation === null || picture === undefined) return;
      renewal.edits.push(...attributeEdit(slide.xml, picture, 'r:embed', relation));
      if (now !== null) {
        left.relations.add(now.id);
        left.parts.add(now.target);
      }
      renewWords(renewal, shape, fresh);
      break;
    }
    case 'table':
      renewTable(renewal, shape, fresh);
      break;
    default:
      renewFill(renewal, shape, fresh);
  }
}

/** What people who cannot see it are told. */
function renewWords({ slide, fresh: { slide: from }, edits }: Renewal, shape: Shape, fresh: Shape): void {
  const words = attributeOf(from.xml, fresh.properties, 'descr');
  if (words !== undefined) edits.push(...attributeEdit(slide.xml, shape.properties, 'descr', words));
}

/** The rows are the fresh ones; the place is the person's. */
function renewTable({ fresh: { slide: from }, edits }: Renewal, shape: Shape, fresh: Shape): void {
  const now = findFirst(shape.element, 'a:tbl');
  const next = findFirst(fresh.element, 'a:tbl');
  if (now === undefined || next === undefined) return;
  edits.push({ start: now.start, end: now.end, text: sourceOf(from.xml, next) });
  const size = findFirst(childOf(shape.element, 'p:xfrm'), 'a:ext');
  const freshSize = findFirst(childOf(fresh.element, 'p:xfrm'), 'a:ext');
  if (size === undefined || freshSize === undefined) return;
  edits.push({ start: size.start, end: size.end, text: sourceOf(from.xml, freshSize) });
}

/** The bar beside a figure tells its colour. */
function renewFill({ fresh: { slide: from }, edits }: Renewal, shape: Shape, fresh: Shape): void {
  const now = childOf(childOf(shape.element, 'p:spPr'), 'a:solidFill');
  const next = childOf(childOf(fresh.element, 'p:spPr'), 'a:solidFill');
  if (now === undefined || next === undefined) return;
  edits.push({ start: now.start, end: now.end, text: sourceOf(from.xml, next) });
}
