import type { BriefingDescriptionDto } from '#shared/contract/briefing.ts';
import type {
  AddedFigureDto,
  BlockDto,
  BriefingPageDto,
  PageChoiceDto,
} from '#shared/contract/briefing-page.ts';

/** How the preview draws a figure added from a screen; its source is read when the file is made. */
export function pageOfFigure(
  { id, title, figure, notes }: PageChoiceDto,
  description: BriefingDescriptionDto,
  nameOfCut: (id: string) => string,
): BriefingPageDto {
  const first = description.pages[0];
  const isSameCut = figure?.cut === description.cut;
  return {
    id,
    title: '',
    notes: notes ?? [],
    // Another cut has a source line of its own, which only the engine can write.
    provenance: isSameCut ? (first?.provenance ?? '') : nameOfCut(figure?.cut ?? ''),
    marks: first?.marks ?? '',
    rows:
      figure === undefined ? [] : [{ height: 100, cells: [{ width: 1, block: drawn(figure.block, title) }] }],
  };
}

/** A chart whose title is the page's says it once. */
function drawn(block: AddedFigureDto['block'], title: string | undefined): BlockDto {
  if (block.type === 'map') return block;
  return (title ?? block.chart.title) === block.chart.title ? { ...block, hasCaption: false } : block;
}
