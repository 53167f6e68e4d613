import type { BriefingDescriptionDto } from '#shared/contract/briefing.ts';
import type { BriefingPageDto, PageChoiceDto } from '#shared/contract/briefing-page.ts';

/** How the preview draws a figure added from a screen; its source is read when the file is made. */
export function pageOfFigure(
  { id, figure, notes }: PageChoiceDto,
  description: BriefingDescriptionDto,
): BriefingPageDto {
  const first = description.pages[0];
  const isSameCut = figure?.cut === description.cut;
  return {
    id,
    title: '',
    notes: notes ?? [],
    // Another cut has a source line of its own, which only the engine can write.
    provenance: isSameCut ? (first?.provenance ?? '') : (figure?.cut ?? ''),
    marks: first?.marks ?? '',
    rows: figure === undefined ? [] : [{ height: 100, cells: [{ width: 1, block: figure.block }] }],
  };
}
