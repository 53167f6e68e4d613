import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { initWasm, Resvg } from '@resvg/resvg-wasm';
import { FONT_FAMILY, type Fonts } from './font-metrics.ts';

/** Widths of a picture in pixels at 1x, 2x and 4K. */
export const PICTURE_WIDTHS = { '1x': 1280, '2x': 2560, '4k': 3840 } as const;
export type PictureScale = keyof typeof PICTURE_WIDTHS;

let ready: Promise<void> | undefined;

function startWasm(): Promise<void> {
  ready ??= initWasm(readFileSync(fileURLToPath(import.meta.resolve('@resvg/resvg-wasm/index_bg.wasm'))));
  return ready;
}

/** PNG bytes of an SVG at a width in pixels, drawn with our fonts alone: the same on every machine. */
export async function svgToPng(
  svg: string,
  width: number,
  fonts: Fonts,
  background: '#FFFFFF' | 'transparent' = '#FFFFFF',
): Promise<Uint8Array> {
  await startWasm();
  const { regular, semibold, bold, italic } = fonts.bytes;
  const drawing = new Resvg(svg, {
    fitTo: { mode: 'width', value: width },
    ...(background === 'transparent' ? {} : { background }),
    font: { fontBuffers: [regular, semibold, bold, italic], defaultFontFamily: FONT_FAMILY },
  });
  try {
    const image = drawing.render();
    try {
      return image.asPng();
    } finally {
      image.free();
    }
  } finally {
    drawing.free();
  }
}
