import { LINE_HEIGHT, wrapLines } from '#main/core/brief/fit.ts';
import { escapeXml } from '#main/core/files/xml-text.ts';
import { cleanText } from '#shared/text/clean-text.ts';
import { FONT_FAMILY, type Fonts } from './font-metrics.ts';
import type { Look } from './look.ts';

/** Drawing units: the picture at 1x is as many pixels. */
const WIDTH = 1280;
const HEIGHT = 720;
const MARGIN = 32;
/** Room to the right of the title for the marks. */
const MARKS_WIDTH = 260;
const MARK_SIZES = { line: 16, lines: 12 } as const;
/** From the largest down: the first in which the title takes no more than its lines. */
const TITLE_SIZES = [
  { size: 28, lines: 2 },
  { size: 22, lines: 3 },
  { size: 17, lines: 5 },
] as const;
const SOURCE_SIZE = 14;

export interface Framed {
  readonly title: string;
  /** 'SỐ LIỆU MINH HỌA' and the like; may be empty. */
  readonly marks: string;
  /** Source, as-of time and rule version. */
  readonly source: string;
  /** The drawing as an SVG of its own, made for the given room. */
  readonly draw: (room: { readonly width: number; readonly height: number }) => string;
  readonly look: Look;
  readonly fonts: Fonts;
}

/** A drawing with its title above, the marks beside it and its source below, as one SVG. */
export function frameSvg({ title: given, marks, source, draw, look, fonts }: Framed): string {
  const title = cleanText(given);
  const head = fitTitle(title, WIDTH - 2 * MARGIN - (marks === '' ? 0 : MARKS_WIDTH), fonts);
  const signs = fitMarks(marks, fonts);
  const foot = wrapLines(source, WIDTH - 2 * MARGIN, SOURCE_SIZE, fonts.widthOf);
  const top = MARGIN + Math.max(heightOf(head), heightOf(signs)) + 10;
  const bottom = HEIGHT - 24 - foot.length * SOURCE_SIZE * 1.35;
  const room = { width: WIDTH - 2 * MARGIN, height: bottom - top };
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${HEIGHT}" viewBox="0 0 ${WIDTH} ${HEIGHT}" font-family="${FONT_FAMILY}">`,
    `<title>${escapeXml(title)}</title><rect width="${WIDTH}" height="${HEIGHT}" fill="${look.paper}"/>`,
    ...head.lines.map((line, index) =>
      svgText(line, MARGIN, MARGIN + head.size * (0.86 + index * LINE_HEIGHT), head.size, look.title, BOLD),
    ),
    ...signs.lines.map((line, index) =>
      svgText(
        line,
        WIDTH - MARGIN,
        MARGIN + signs.size * (1.25 + index * LINE_HEIGHT),
        signs.size,
        look.mark,
        `${BOLD} ${TO_THE_END}`,
      ),
    ),
    nested(draw(room), MARGIN, top, room),
    ...foot.map((line, index) =>
      svgText(line, MARGIN, bottom + 14 + SOURCE_SIZE * (0.6 + index * 1.35), SOURCE_SIZE, look.faint),
    ),
    '</svg>',
  ].join('');
}

interface Fitted {
  readonly lines: readonly string[];
  readonly size: number;
}

const BOLD = 'font-weight="700"';
const TO_THE_END = 'text-anchor="end"';

const heightOf = ({ lines, size }: Fitted): number => lines.length * size * LINE_HEIGHT;

/** In one line as large as they may be; what is longer, such as a week that is collected and a month that waits, smaller and in several. */
function fitMarks(marks: string, fonts: Fonts): Fitted {
  if (marks === '') return { lines: [], size: 0 };
  const room = MARKS_WIDTH - 12;
  const size = fonts.widthOf(marks, MARK_SIZES.line, 700) <= room ? MARK_SIZES.line : MARK_SIZES.lines;
  return { lines: wrapLines(marks, room, size, fonts.widthOf, 700), size };
}

function fitTitle(title: string, width: number, fonts: Fonts): Fitted {
  const fits = TITLE_SIZES.map(({ size, lines }) => ({
    size,
    most: lines,
    lines: wrapLines(title, width, size, fonts.widthOf, 700),
  }));
  const fit = fits.find(({ lines, most }) => lines.length <= most) ?? fits.at(-1);
  return { lines: fit?.lines.slice(0, 5) ?? [], size: fit?.size ?? 17 };
}

/** An SVG inside another one, fitted into its place. */
function nested(
  svg: string,
  x: number,
  y: number,
  place: { readonly width: number; readonly height: number },
): string {
  return svg.replace(/^<svg\b[^>]*>/, (start) => {
    const box = /viewBox="([^"]*)"/.exec(start)?.[1] ?? `0 0 ${place.width} ${place.height}`;
    return `<svg x="${x}" y="${y.toFixed(1)}" width="${place.width}" height="${place.height.toFixed(1)}" viewBox="${box}">`;
  });
}

function svgText(text: string, x: number, y: number, size: number, colour: string, rest = ''): string {
  return `<text x="${x}" y="${y.toFixed(1)}" font-size="${size}" fill="${colour}" ${rest}>${escapeXml(text)}</text>`;
}
