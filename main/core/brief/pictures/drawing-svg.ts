import { escapeXml } from '#main/core/files/xml-text.ts';
import {
  type Drawing,
  type Fill,
  fillKey,
  HALO,
  type Line,
  type PathMark,
  type TextMark,
  TILES,
} from './drawing.ts';
import { FONT_FAMILY } from './font-metrics.ts';

/** The drawing as SVG text. */
export function drawingSvg({ width, height, marks }: Drawing): string {
  const patterned = new Map<string, Fill>();
  const paint = (fill: Fill): string => {
    if (fill.marks === undefined) return fill.colour;
    patterned.set(fillKey(fill), fill);
    return `url(#${fillKey(fill)})`;
  };
  const body = marks.map((mark) => (mark.kind === 'text' ? textSvg(mark) : pathSvg(mark, paint)));
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" font-family="${FONT_FAMILY}">`,
    `<defs>${[...patterned.values()].map(patternSvg).join('')}</defs>`,
    ...body,
    '</svg>',
  ].join('');
}

function pathSvg({ lines, isClosed, fill, stroke }: PathMark, paint: (fill: Fill) => string): string {
  const filled = fill === undefined ? 'none' : paint(fill);
  const round = stroke?.isRound === true ? ' stroke-linecap="round"' : '';
  const stroked =
    stroke === undefined
      ? ''
      : ` stroke="${paint(stroke.fill)}" stroke-width="${stroke.width}" stroke-linejoin="round"${round}`;
  return `<path d="${lines.map((line) => lineData(line, isClosed)).join('')}" fill="${filled}"${stroked}/>`;
}

/** Relative steps: half as many letters as absolute places. */
function lineData(line: Line, isClosed: boolean): string {
  let [x = 0, y = 0] = line;
  let text = `M${x / 100} ${y / 100}l`;
  for (let index = 2; index < line.length; index += 2) {
    const nextX = line[index] ?? 0;
    const nextY = line[index + 1] ?? 0;
    text += `${(nextX - x) / 100} ${(nextY - y) / 100} `;
    x = nextX;
    y = nextY;
  }
  return isClosed ? `${text}z` : text;
}

/** Two texts for a halo instead of paint-order, which other programs draw over the letters. */
function textSvg({ text, x, y, size, weight, colour, isCentred, halo }: TextMark): string {
  const anchor = isCentred === true ? ' text-anchor="middle"' : '';
  const place = `x="${x.toFixed(1)}" y="${y.toFixed(1)}" font-size="${Number(size.toFixed(2))}" font-weight="${weight}"${anchor}`;
  const words = escapeXml(text);
  const below =
    halo === undefined
      ? ''
      : `<text ${place} fill="${halo}" stroke="${halo}" stroke-width="${(size * HALO.width).toFixed(1)}" stroke-linejoin="round" opacity="${HALO.opacity}">${words}</text>`;
  return `${below}<text ${place} fill="${colour}">${words}</text>`;
}

function patternSvg(fill: Fill): string {
  if (fill.marks === undefined) return '';
  const { side, width, lines, isRound } = TILES[fill.marks.pattern];
  const data = lines.map(([x1, y1, x2, y2]) => `M${x1} ${y1}L${x2} ${y2}`).join('');
  const cap = isRound === true ? ' stroke-linecap="round"' : '';
  return `<pattern id="${fillKey(fill)}" width="${side}" height="${side}" patternUnits="userSpaceOnUse"><rect width="${side}" height="${side}" fill="${fill.colour}"/><path d="${data}" fill="none" stroke="${fill.marks.ink}" stroke-width="${width}" opacity="${fill.marks.opacity}"${cap}/></pattern>`;
}
