import type { BriefingDescriptionDto } from '#shared/contract/briefing.ts';
import type { BlockDto, BriefingPageDto } from '#shared/contract/briefing-page.ts';
import type { Block, Briefing, Page } from './description.ts';
import { marksOf } from './marks.ts';

/** The briefing as it crosses the contract: plain data, its sentences already said. */
export function describeBriefing(briefing: Briefing): BriefingDescriptionDto {
  const { title, subtitle, organisation, brand, unitName, cut, compareCut, asOf } = briefing;
  const pages = briefing.pages.map((page) => describePage(page, briefing));
  return { title, subtitle, organisation, brand, unitName, cut, compareCut, asOf, pages };
}

function describePage(page: Page, briefing: Briefing): BriefingPageDto {
  const provenance = briefing.words.provenanceLine(page.provenance);
  return {
    id: page.id,
    title: page.title,
    // The line of the source is no note of a person's: every writer adds it again.
    notes: page.notes.filter((line) => line !== provenance),
    provenance,
    marks: marksOf(page, briefing),
    rows: page.rows.map(({ height, cells }) => ({
      height,
      cells: cells.map(({ width, block }) => ({ width, block: describeBlock(block) })),
    })),
  };
}

/** Readonly lists become the contract's own; what only writers need is left out. */
function describeBlock(block: Block): BlockDto {
  switch (block.type) {
    case 'headline':
    case 'chart':
      return block;
    case 'text':
      return { type: 'text', paragraphs: [...block.paragraphs] };
    case 'figures':
      return {
        type: 'figures',
        figures: block.figures.map(({ value: _value, format: _format, ...shown }) => shown),
      };
    case 'table':
      return { type: 'table', table: describeTable(block.table) };
    case 'map':
      return { type: 'map', map: structuredClone(block.map) as MapDto };
  }
}

type MapDto = Extract<BlockDto, { type: 'map' }>['map'];
type TableDto = Extract<BlockDto, { type: 'table' }>['table'];

function describeTable(table: Extract<Block, { type: 'table' }>['table']): TableDto {
  return {
    title: table.title,
    columns: table.columns.map((column) => ({ ...column })),
    rows: table.rows.slice(0, table.most).map((cells) => cells.map(({ value: _value, ...shown }) => shown)),
    emptyText: table.emptyText,
  };
}
