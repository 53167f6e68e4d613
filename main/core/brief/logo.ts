import { SaxesParser } from 'saxes';
import type { LogoDto } from '#shared/contract/brand.ts';
import { UserError } from '#shared/contract/errors.ts';
import { svgToPng } from './pictures/png.ts';
import type { Tools } from './tools.ts';

/** Sides in pixels: a smaller logo is a smear on paper, a larger one only costs memory. */
const LOGO_LIMITS = { smallest: 16, largest: 4096, svgCharacters: 512 * 1024 } as const;
/** Wide enough for a 4K slide: the logo takes an eighth of it at most. */
const DRAWN_WIDTH = 600;

/** Elements of SVG that draw; anything that runs, fetches or embeds is not among them. */
const DRAWING = new Set(
  'svg g defs path rect circle ellipse line polyline polygon text tspan title desc metadata style symbol use clipPath mask linearGradient radialGradient stop pattern'.split(
    ' ',
  ),
);

/**
 * A logo from outside as a clean PNG: its size is read from its head before anything is decoded, then it is drawn
 * anew, so that nothing else of the file is kept. BRAND_REFUSED: kind, size, or an SVG that does more than draw.
 */
export async function cleanLogo(bytes: Uint8Array, tools: Tools): Promise<LogoDto> {
  const { width, height, svg } = await readLogo(bytes);
  const png = await svgToPng(svg, DRAWN_WIDTH, tools.fonts, 'transparent').catch((cause: unknown) => {
    throw refuse('damaged', cause);
  });
  const drawn = sizeOfPng(Buffer.from(png)) ?? { width, height };
  return { png: Buffer.from(png).toString('base64'), ...drawn };
}

interface Read {
  readonly width: number;
  readonly height: number;
  readonly svg: string;
}

async function readLogo(bytes: Uint8Array): Promise<Read> {
  const file = Buffer.from(bytes);
  const png = sizeOfPng(file);
  if (png !== null) return wrap(file, 'png', png);
  const jpeg = sizeOfJpeg(file);
  if (jpeg !== null) return wrap(file, 'jpeg', jpeg);
  const text = new TextDecoder().decode(file);
  if (!/<svg[\s>]/.test(text.slice(0, 4096))) throw refuse('kind');
  return readSvg(text);
}

interface Size {
  readonly width: number;
  readonly height: number;
}

function checkSize({ width, height }: Size): void {
  const { smallest, largest } = LOGO_LIMITS;
  const isRight = [width, height].every((side) => side >= smallest && side <= largest);
  if (!isRight || Math.max(width, height) > 12 * Math.min(width, height)) throw refuse('size');
}

function wrap(file: Buffer, kind: 'png' | 'jpeg', size: Size): Read {
  checkSize(size);
  const { width, height } = size;
  const data = `data:image/${kind};base64,${file.toString('base64')}`;
  const image = `<image width="${width}" height="${height}" href="${data}"/>`;
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">${image}</svg>`;
  return { width, height, svg };
}

/** PNG specification, 11.2.2: IHDR is the first chunk. */
function sizeOfPng(file: Buffer): Size | null {
  const isPng =
    file.length > 33 && file.readUInt32BE(0) === 0x89504e47 && file.readUInt32BE(12) === 0x49484452;
  return isPng ? { width: file.readUInt32BE(16), height: file.readUInt32BE(20) } : null;
}

/** ITU-T T.81, B.2.2: the first start-of-frame segment holds the size. */
function sizeOfJpeg(file: Buffer): Size | null {
  if (file.length < 4 || file.readUInt16BE(0) !== 0xffd8) return null;
  let at = 2;
  while (at + 9 < file.length && file[at] === 0xff) {
    const marker = file[at + 1] ?? 0;
    const isFrame = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
    if (isFrame) return { height: file.readUInt16BE(at + 5), width: file.readUInt16BE(at + 7) };
    at += 2 + file.readUInt16BE(at + 2);
  }
  throw refuse('damaged');
}

function readSvg(text: string): Read {
  if (text.length > LOGO_LIMITS.svgCharacters) throw refuse('size');
  let size: Size | null = null;
  const parser = new SaxesParser();
  parser.on('error', (error) => {
    throw refuse('damaged', error);
  });
  parser.on('doctype', () => {
    throw refuse('active');
  });
  parser.on('opentag', ({ name, attributes }) => {
    checkElement(name, attributes);
    size ??= sizeOfSvg(attributes);
  });
  parser.on('text', (words) => {
    if (/@import|url\(\s*['"]?(?!#)/i.test(words)) throw refuse('active');
  });
  parser.write(text).close();
  if (size === null) throw refuse('size');
  checkSize(size);
  return { ...(size as Size), svg: text };
}

function checkElement(name: string, attributes: Readonly<Record<string, string>>): void {
  if (!DRAWING.has(name) && !/^(sodipodi|inkscape|rdf|cc|dc):/.test(name)) throw refuse('active');
  for (const [key, value] of Object.entries(attributes)) {
    if (/^on/i.test(key)) throw refuse('active');
    const isLink = /(^|:)href$/.test(key) && !value.startsWith('#');
    if (isLink || /url\(\s*['"]?(?!#)/i.test(value)) throw refuse('active');
  }
}

function sizeOfSvg(attributes: Readonly<Record<string, string>>): Size {
  const [, , width, height] = (attributes.viewBox ?? '')
    .trim()
    .split(/[\s,]+/)
    .map(Number);
  const side = (text: string | undefined, other: number | undefined): number =>
    /^[\d.]+(px)?$/.test(text ?? '') ? Number.parseFloat(text ?? '') : (other ?? Number.NaN);
  return { width: side(attributes.width, width), height: side(attributes.height, height) };
}

function refuse(reason: 'kind' | 'size' | 'damaged' | 'active', cause?: unknown): UserError {
  return new UserError('BRAND_REFUSED', { reason }, cause === undefined ? {} : { cause });
}
