import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Application, createApp } from '#main/core/app.ts';
import { cleanLogo } from '#main/core/brief/logo.ts';
import { makeBriefing } from '#main/core/brief/make.ts';
import { writePdf } from '#main/core/brief/pdf/write.ts';
import { writePptx } from '#main/core/brief/pptx/write.ts';
import { createTools, type Tools } from '#main/core/brief/tools.ts';
import { decodeText, unzipParts } from '#main/core/files/zip.ts';
import { filledFolder } from '#tests/setup/data-folder.ts';

const CUT = 'moment-2025-07-31T1600';
const SVG =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 120 40"><rect width="120" height="40" fill="#9E1B1B"/><text x="10" y="26" fill="#fff">UBND</text></svg>';
/** 40 x 20 pixels. */
const JPEG =
  '/9j/4AAQSkZJRgABAQAAAQABAAD/2wBDAA0JCgsKCA0LCgsODg0PEyAVExISEyccHhcgLikxMC4pLSwzOko+MzZGNywtQFdBRkxOUlNSMj5aYVpQYEpRUk//2wBDAQ4ODhMREyYVFSZPNS01T09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT0//wAARCAAUACgDASIAAhEBAxEB/8QAFQABAQAAAAAAAAAAAAAAAAAAAAb/xAAUEAEAAAAAAAAAAAAAAAAAAAAA/8QAFQEBAQAAAAAAAAAAAAAAAAAAAAX/xAAUEQEAAAAAAAAAAAAAAAAAAAAA/9oADAMBAAIRAxEAPwCYAVUsAAAAAAAAAB//2Q==';
let app: Application;
let tools: Tools;

beforeAll(async () => {
  app = await createApp({ dataFolder: filledFolder() });
  tools = createTools(join(import.meta.dirname, '../../assets'));
});

afterAll(() => app.close());

const file = (text: string): string => Buffer.from(text).toString('base64');
const gap = () => makeBriefing(app.client, { kind: 'gap', language: 'vi', cut: CUT });

describe('the look of the house', () => {
  it('is the program’s own until somebody sets another', async () => {
    expect(await app.client.briefing.brand()).toEqual({
      organisation: null,
      accent: null,
      band: null,
      logo: null,
    });
    const { brand, organisation } = await gap();
    expect(brand).toEqual({ accent: '#0F4C81', band: '#0F4C81', logo: null });
    expect(organisation).toContain('Kế hoạch số 02-KH/BCĐTW');
  });

  it('is worn by slides, PDF and preview: name, colours, logo', async () => {
    await app.client.briefing.setBrand({
      organisation: 'UBND thành phố Hải Phòng',
      accent: '#14614F',
      band: '#F5CB45',
      logo: { file: file(SVG) },
    });
    const briefing = await gap();
    const parts = unzipParts(await writePptx(briefing, { tools }));
    const all = Object.entries(parts)
      .filter(([name]) => name.endsWith('.xml'))
      .map(([, bytes]) => decodeText(bytes))
      .join('');
    expect(all).toContain('UBND thành phố Hải Phòng');
    expect(all).toContain('14614F');
    expect(all).not.toContain('0F4C81');
    expect(decodeText(parts['ppt/slideLayouts/slideLayout2.xml'] ?? new Uint8Array())).toMatch(
      /F5CB45[\s\S]*<p:pic>/,
    );
    const pdf = Buffer.from(await writePdf(briefing, { tools, format: 'a4' })).toString('latin1');
    expect(pdf).toContain('/Subtype /Image');
    const shown = await app.client.briefing.describe({ briefing: 'gap', cut: CUT });
    expect(shown.brand.accent).toBe('#14614F');
    expect(shown.brand.logo).toMatchObject({ width: 600, height: 200 });
    expect(shown.organisation).toBe('UBND thành phố Hải Phòng');
  });

  it('keeps what is not given, and goes back to the program’s own', async () => {
    const kept = await app.client.briefing.setBrand({ band: '#17212B' });
    expect(kept).toMatchObject({ organisation: 'UBND thành phố Hải Phòng', accent: '#14614F' });
    const none = { organisation: null, accent: null, band: null, logo: null };
    expect(await app.client.briefing.setBrand(none)).toEqual(none);
  });

  it('refuses a colour in which words cannot be read', async () => {
    await expect(app.client.briefing.setBrand({ accent: '#F5CB45' })).rejects.toMatchObject({
      code: 'BRAND_REFUSED',
      data: { values: { reason: 'contrast', least: 4.5 } },
    });
  });
});

describe('a logo from outside', () => {
  const reasonOf = (bytes: Uint8Array | string) =>
    cleanLogo(typeof bytes === 'string' ? Buffer.from(bytes) : bytes, tools).then(
      () => 'taken',
      (error: { values?: { reason?: string } }) => error.values?.reason,
    );

  it('becomes a PNG that holds nothing of the file but its picture', async () => {
    const drawn = await cleanLogo(Buffer.from(SVG), tools);
    const again = await cleanLogo(
      Buffer.concat([Buffer.from(drawn.png, 'base64'), Buffer.from('<?php')]),
      tools,
    );
    expect(Buffer.from(again.png, 'base64').includes('<?php')).toBe(false);
    expect(await cleanLogo(Buffer.from(JPEG, 'base64'), tools)).toMatchObject({ width: 600, height: 300 });
  });

  it.each([
    ['a script', SVG.replace('<text', '<script>alert(1)</script><text')],
    ['a handler', SVG.replace('<rect', '<rect onload="alert(1)"')],
    ['a picture from elsewhere', SVG.replace('<text', '<image href="http://example.org/a.png"/><text')],
    ['a link to elsewhere', SVG.replace('<text', '<use href="http://example.org/a.svg#a"/><text')],
    [
      'a style from elsewhere',
      SVG.replace('<text', '<style>@import "http://example.org/a.css";</style><text'),
    ],
    ['another document inside', SVG.replace('<text', '<foreignObject><p/></foreignObject><text')],
    ['entities', `<!DOCTYPE svg [<!ENTITY a "aaaaaaaa">]>${SVG}`],
  ])('as SVG with %s is refused', async (_what, svg) => {
    expect(await reasonOf(svg)).toBe('active');
  });

  it('of another kind, torn, tiny, huge or flat is refused', async () => {
    const { png } = await cleanLogo(Buffer.from(SVG), tools);
    const bytes = Buffer.from(png, 'base64');
    const claims = (width: number, height: number): Buffer => {
      const copy = Buffer.from(bytes);
      copy.writeUInt32BE(width, 16);
      copy.writeUInt32BE(height, 20);
      return copy;
    };
    expect(await reasonOf('GIF89a')).toBe('kind');
    expect(await reasonOf(SVG.slice(0, 80))).toBe('damaged');
    expect(await reasonOf(claims(60_000, 60_000))).toBe('size');
    expect(await reasonOf(claims(8, 8))).toBe('size');
    expect(await reasonOf(claims(4000, 100))).toBe('size');
  });
});
