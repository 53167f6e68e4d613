import type { z } from 'zod';
import { screenFileName, screenSource } from '#main/core/brief/screen-source.ts';
import type { Tools } from '#main/core/brief/tools.ts';
import type { Client } from '#shared/contract/contract.ts';
import type { pictureRequest } from '#shared/contract/screen-export.ts';
import { cleanText } from '#shared/text/clean-text.ts';
import { cleanChart } from './chart-svg.ts';
import { figurePng, pagePlace, svgBytes } from './figure-picture.ts';
import { LOOKS } from './look.ts';
import { mapSvg } from './map-picture.ts';
import { frameSvg } from './picture-frame.ts';
import { plainDrawing } from './plain-drawing.ts';

export type PictureRequest = z.output<typeof pictureRequest>;

export interface ScreenPicture {
  readonly name: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/**
 * A chart or map of a screen as a picture of its own, with title, source and marks. UserErrors: CUT_UNKNOWN,
 * INPUT_INVALID for a drawing that is more than shapes and text, CANCELLED.
 */
export async function drawScreenPicture(
  client: Client,
  request: PictureRequest,
  tools: Tools,
  signal: AbortSignal | undefined,
): Promise<ScreenPicture> {
  const { drawing, title, theme, format, scale } = request;
  const look = LOOKS[theme];
  const chart = drawing.type === 'chart' ? plainDrawing(cleanChart(cleanText(drawing.svg))) : '';
  const source = await screenSource(client, request, signal);
  const svg = frameSvg({
    title,
    marks: source.marks,
    source: source.words.provenanceLine(source.provenance),
    draw: (room) => (drawing.type === 'map' ? mapSvg(drawing.map, pagePlace(room), tools, look) : chart),
    look,
    fonts: tools.fonts,
  });
  const bytes = format === 'svg' ? svgBytes(svg) : new Uint8Array(await figurePng(svg, scale, tools));
  return { name: screenFileName(title, source, format), bytes };
}
