import type { BriefingDescriptionDto } from '#shared/contract/briefing.ts';
import type {
  AddedFigureDto,
  BlockDto,
  BriefingPageDto,
  PageChoiceDto,
} from '#shared/contract/briefing-page.ts';

/** How the preview draws a figure added from a screen; `source` is any briefing of the figure's own cut. */
export function pageOfFigure(
  { id, title, figure, notes }: PageChoiceDto,
  source: BriefingDescriptionDto | undefined,
): BriefingPageDto {
  const first = source?.pages[0];
  return {
    id,
    title: '',
    notes: notes ?? [],
    provenance: first?.provenance ?? '',
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
