import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { initWasm, Resvg } from '@resvg/resvg-wasm';
import { icnsFile, icoFile, type Picture } from './icon-files.ts';

const HERE = import.meta.dirname;
/** The page shows the same drawing in its tab. */
const APPLICATION = join(HERE, '../../renderer/public/icon.svg');
const DOCUMENT = join(HERE, 'kh02.svg');

const WINDOWS_SIZES = [16, 24, 32, 48, 64, 128, 256] as const;
const APPLE_SIZES = [16, 32, 64, 128, 256, 512, 1024] as const;
const LINUX_SIZES = [16, 24, 32, 48, 64, 128, 256, 512] as const;

/**
 * Draws the icons of the program and of its files in every form the three systems want, into the folder given as
 * argument, by default this one. The packager finds them ready: to convert one it would have to fetch a program.
 */
async function buildIcons(target: string): Promise<void> {
  await initWasm(readFileSync(fileURLToPath(import.meta.resolve('@resvg/resvg-wasm/index_bg.wasm'))));
  mkdirSync(join(target, 'linux'), { recursive: true });
  for (const [name, file] of [
    ['icon', APPLICATION],
    ['kh02', DOCUMENT],
  ] as const) {
    const svg = readFileSync(file, 'utf8');
    writeFileSync(join(target, `${name}.ico`), icoFile(drawAll(svg, WINDOWS_SIZES)));
    writeFileSync(join(target, `${name}.icns`), icnsFile(drawAll(svg, APPLE_SIZES)));
  }
  for (const { size, png } of drawAll(readFileSync(APPLICATION, 'utf8'), LINUX_SIZES))
    writeFileSync(join(target, 'linux', `${size}x${size}.png`), png);
}

const drawAll = (svg: string, sizes: readonly number[]): Picture[] => sizes.map((size) => draw(svg, size));

function draw(svg: string, size: number): Picture {
  const drawing = new Resvg(svg, { fitTo: { mode: 'width', value: size } });
  const image = drawing.render();
  const picture = { size, rgba: withoutAlpha(image.pixels), png: image.asPng() };
  image.free();
  drawing.free();
  return picture;
}

/** Colours as they are, where the drawing has them multiplied with how opaque they are. */
function withoutAlpha(pixels: Uint8Array): Uint8Array {
  return pixels.map((value, at) => {
    const alpha = pixels[at - (at % 4) + 3] ?? 0;
    return at % 4 === 3 || alpha === 0 ? value : Math.min(255, Math.round((value * 255) / alpha));
  });
}

await buildIcons(process.argv[2] ?? HERE);
