import type { AddedFigureDto, PageChoiceDto } from '#shared/contract/briefing-page.ts';
import type { Client } from '#shared/contract/contract.ts';
import { UserError } from '#shared/contract/errors.ts';
import type { Block, Briefing, Page } from './description.ts';
import { gatherFacts } from './facts.ts';
import { map, provenanceOf, row } from './pages/parts.ts';
import { createSay } from './say.ts';

/**
 * The briefing with the pages a person chose, in their order, under their titles and with their notes. Figures of
 * built-in pages stay what they are; a figure added from a screen says which cut it speaks of. INPUT_INVALID for a
 * page that the briefing does not have or that is a repetition, CUT_UNKNOWN for an added figure's cut.
 */
export async function choosePages(
  client: Client,
  briefing: Briefing,
  choices: readonly PageChoiceDto[] | undefined,
): Promise<Briefing> {
  if (choices === undefined) return briefing;
  const pages: Page[] = [];
  for (const choice of choices) {
    if (pages.some((page) => page.id === choice.id)) throw unknownPage(choice.id);
    const page =
      choice.figure === undefined
        ? briefing.pages.find((one) => one.id === choice.id)
        : await addedPage(client, briefing, choice, choice.figure);
    if (page === undefined) throw unknownPage(choice.id);
    pages.push(inOwnWords(page, choice, briefing));
  }
  return { ...briefing, pages };
}

function unknownPage(id: string): UserError {
  return new UserError('INPUT_INVALID', { problem: `page ${id}` });
}

/** The source stays in the notes: whoever speaks must be able to name it. */
function inOwnWords(page: Page, { title, notes }: PageChoiceDto, { words }: Briefing): Page {
  return {
    ...page,
    ...(title === undefined || title === page.title ? {} : { hasOwnTitle: true }),
    ...(notes === undefined ? {} : { hasOwnNotes: true }),
    title: title ?? page.title,
    notes:
      notes === undefined
        ? page.notes
        : [...notes.filter((line) => line.trim() !== ''), words.provenanceLine(page.provenance)],
  };
}

async function addedPage(
  client: Client,
  briefing: Briefing,
  choice: PageChoiceDto,
  { cut, block }: AddedFigureDto,
): Promise<Page> {
  const facts = await gatherFacts(client, { cut, compare: null });
  const say = createSay(briefing.language, facts.names);
  const provenance = provenanceOf(facts, say);
  const title = block.type === 'chart' ? block.chart.title : block.map.description;
  const isSaidAbove = (choice.title ?? title) === title;
  return {
    id: choice.id,
    title,
    rows: [row(100, [1, drawnBlock(block, isSaidAbove)])],
    notes: [briefing.words.provenanceLine(provenance)],
    provenance,
    isFigure: true,
  };
}

function drawnBlock(block: AddedFigureDto['block'], isSaidAbove: boolean): Block {
  if (block.type === 'map') return map(block.map);
  return isSaidAbove ? { ...block, hasCaption: false } : block;
}
