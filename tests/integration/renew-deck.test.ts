import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { zipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Application, createApp } from '#main/core/app.ts';
import { makeBriefing } from '#main/core/brief/make.ts';
import { writePptx } from '#main/core/brief/pptx/write.ts';
import { DECK_LIMITS } from '#main/core/brief/renew/package.ts';
import { inspectDeck, type RenewResult, renewDeck } from '#main/core/brief/renew/renew.ts';
import { createTools, type Tools } from '#main/core/brief/tools.ts';
import { decodeText, encodeText, type Parts, unzipParts } from '#main/core/files/zip.ts';
import { filledFolder, freshFolder } from '#tests/setup/data-folder.ts';

const OLD = 'moment-2025-07-31T1600';
const NEW = 'week-2025-10-06';
let app: Application;
let tools: Tools;
let made: Uint8Array;
const folder = freshFolder();

beforeAll(async () => {
  app = await createApp({ dataFolder: filledFolder() });
  tools = createTools(join(import.meta.dirname, '../../assets'));
  made = await writePptx(await makeBriefing(app.client, { kind: 'national', language: 'vi', cut: OLD }), {
    tools,
  });
});

afterAll(() => app.close());

const texts = (xml: string): string[] =>
  [...xml.matchAll(/<a:t>([^<]*)<\/a:t>/g)].map(([, text]) => text ?? '');
const part = (parts: Parts, name: string): string => decodeText(parts[name] ?? new Uint8Array());
const slidePart = (number: number): string => `ppt/slides/slide${number}.xml`;

let files = 0;
function nextPath(): string {
  files += 1;
  return join(folder, `deck-${files}.pptx`);
}

/** The deck as a person left it in a file. */
function saved(parts: Parts): string {
  const path = nextPath();
  // Not by our own writer, which refuses torn parts.
  writeFileSync(path, zipSync(parts));
  return path;
}

function edited(change: (parts: Parts) => void): string {
  const parts = unzipParts(made);
  change(parts);
  return saved(parts);
}

function replaceIn(parts: Parts, name: string, from: string | RegExp, to: string): void {
  const before = part(parts, name);
  const after = before.replace(from, () => to);
  expect(after, `${name}: ${from}`).not.toBe(before);
  parts[name] = encodeText(after);
}

async function renew(path: string, cut = NEW): Promise<{ parts: Parts; pages: RenewResult['pages'] }> {
  const out = nextPath();
  const deck = { path, name: 'Bản của tôi.pptx' };
  const { pages, file } = await renewDeck(app.client, { deck, cut, out, tools });
  expect(file).toBe(out);
  return { parts: unzipParts(readFileSync(out)), pages };
}

describe('a deck that nobody changed', () => {
  it('becomes what a deck of the newer cut says, on every page, in notes, charts and tables', async () => {
    const { parts, pages } = await renew(saved(unzipParts(made)));
    expect(pages.map(({ state }) => state)).toEqual(Array(12).fill('renewed'));
    expect(pages.flatMap(({ own }) => own)).toEqual([]);
    const briefing = await makeBriefing(app.client, { kind: 'national', language: 'vi', cut: NEW });
    const fresh = unzipParts(await writePptx(briefing, { tools }));
    for (let number = 1; number <= 12; number += 1) {
      // What is new on a page stands behind the rest.
      expect(texts(part(parts, slidePart(number))).sort(), `slide ${number}`).toEqual(
        texts(part(fresh, slidePart(number))).sort(),
      );
      const notes = `ppt/notesSlides/notesSlide${number}.xml`;
      expect(texts(part(parts, notes))).toEqual(texts(part(fresh, notes)));
    }
    for (const name of Object.keys(fresh).filter((one) => /charts\/chart\d+\.xml$/.test(one)))
      expect(part(parts, name), name).toBe(part(fresh, name));
  });

  it('gives each chart its own workbook again and leaves no part that nobody needs', async () => {
    const { parts } = await renew(saved(unzipParts(made)));
    const workbooks = Object.keys(parts).filter((name) => name.startsWith('ppt/embeddings/'));
    const charts = Object.keys(parts).filter((name) => /charts\/chart\d+\.xml$/.test(name));
    expect(workbooks).toHaveLength(charts.length);
    for (const name of charts) {
      const relations = part(parts, name.replace('charts/', 'charts/_rels/').concat('.rels'));
      const target = /Target="\.\.\/([^"]*)"/.exec(relations)?.[1];
      expect(workbooks).toContain(`ppt/${target}`);
    }
    expect(Object.keys(parts).filter((name) => name.startsWith('ppt/media/'))).toHaveLength(1);
  });

  it('is the same bytes when it is renewed twice, and can be renewed again', async () => {
    const path = saved(unzipParts(made));
    const outs = [join(folder, 'once.pptx'), join(folder, 'twice.pptx'), join(folder, 'back.pptx')] as const;
    const options = { deck: { path, name: 'a.pptx' }, cut: NEW, tools };
    await renewDeck(app.client, { ...options, out: outs[0] });
    await renewDeck(app.client, { ...options, out: outs[1] });
    expect(readFileSync(outs[0]).equals(readFileSync(outs[1]))).toBe(true);
    await renewDeck(app.client, {
      deck: { path: outs[0], name: 'once.pptx' },
      cut: OLD,
      tools,
      out: outs[2],
    });
    const back = unzipParts(readFileSync(outs[2]));
    const old = unzipParts(made);
    for (let number = 1; number <= 12; number += 1)
      expect(texts(part(back, slidePart(number))).sort()).toEqual(texts(part(old, slidePart(number))).sort());
  });
});

describe('a deck its author worked on', () => {
  it('keeps the order of pages and leaves out what was taken out', async () => {
    const path = edited((parts) => {
      replaceIn(
        parts,
        'ppt/presentation.xml',
        /<p:sldIdLst>.*<\/p:sldIdLst>/,
        '<p:sldIdLst><p:sldId id="260" r:id="rId6"/><p:sldId id="256" r:id="rId2"/></p:sldIdLst>',
      );
    });
    const { parts, pages } = await renew(path);
    expect(pages.map(({ title }) => title)).toEqual(['Xếp hạng độ phủ xanh', 'Tình hình chung']);
    expect(part(parts, 'ppt/presentation.xml')).toContain('<p:sldId id="260" r:id="rId6"/><p:sldId id="256"');
    expect(texts(part(parts, slidePart(5))).join(' ')).toContain('Số liệu đến 06/10/2025 16:00');
    // A slide that is not in the deck's list is nobody's page.
    expect(texts(part(parts, slidePart(3))).join(' ')).toContain('31/07/2025');
  });

  it('keeps the author’s title, sentence, figure and note, and renews what stands beside them', async () => {
    const path = edited((parts) => {
      replaceIn(
        parts,
        slidePart(1),
        '<a:t>Tình hình chung</a:t>',
        '<a:t>Tình hình tuần này &amp; việc cần làm</a:t>',
      );
      replaceIn(parts, slidePart(1), '<a:t>59,65%</a:t>', '<a:t>gần 60%</a:t>');
      replaceIn(
        parts,
        slidePart(1),
        /<a:t>34 Xanh[^<]*|<a:t>[^<]*34 Xanh, 0 Vàng, 0 Đỏ[^<]*/,
        '<a:t>Cả 34 tỉnh đều đạt tiến độ.',
      );
      replaceIn(
        parts,
        'ppt/notesSlides/notesSlide1.xml',
        '<a:t>Xã Xanh là',
        '<a:t>Nhớ cảm ơn các tỉnh. Xã Xanh là',
      );
    });
    const { parts, pages } = await renew(path);
    const slide = texts(part(parts, slidePart(1)));
    expect(slide).toContain('Tình hình tuần này &amp; việc cần làm');
    expect(slide).toContain('gần 60%');
    expect(slide).toContain('Cả 34 tỉnh đều đạt tiến độ.');
    expect(slide.join(' ')).not.toContain('1.981 trong 3.321');
    expect(slide.join(' ')).toContain('Số liệu đến 06/10/2025 16:00');
    const notes = texts(part(parts, 'ppt/notesSlides/notesSlide1.xml'));
    expect(notes[0]).toMatch(/^Nhớ cảm ơn các tỉnh/);
    expect(notes.join(' ')).toContain('Số liệu đến 06/10/2025 16:00');
    expect(notes.join(' ')).not.toContain('31/07/2025');
    expect(pages[0]?.own).toEqual([
      'gần 60%',
      'Cả 34 tỉnh đều đạt tiến độ.',
      'Tình hình tuần này & việc cần làm',
      expect.stringMatching(/^Nhớ cảm ơn các tỉnh/),
    ]);
  });

  it('says beforehand what it will keep', async () => {
    const path = edited((parts) => {
      replaceIn(parts, slidePart(4), /<a:t>[^<]*<\/a:t>(?=[\s\S]*<\/a:tbl>)/, '<a:t>Tiêu đề mới</a:t>');
    });
    const report = await inspectDeck({ path, name: 'Bản của tôi.pptx' });
    expect(report).toMatchObject({ kind: 'national', unit: 'VN', language: 'vi', cut: OLD });
    expect(report.pages).toHaveLength(12);
    expect(report.pages[3]?.own).toEqual(['Tiêu đề mới']);
    expect(report.pages.flatMap(({ own }) => own)).toHaveLength(1);
  });

  it('keeps a table in which a cell was changed, and says so', async () => {
    const path = edited((parts) => {
      const name = slidePart(4);
      const xml = part(parts, name);
      const at = xml.lastIndexOf('<a:t>', xml.indexOf('</a:tbl>'));
      parts[name] = encodeText(`${xml.slice(0, at)}<a:t>Đã xử lý: ${xml.slice(at + 5)}`);
    });
    const { parts, pages } = await renew(path);
    expect(texts(part(parts, slidePart(4))).join(' ')).toContain('Đã xử lý: ');
    expect(pages[3]?.own).toHaveLength(1);
  });

  it('keeps a chart whose figures were changed by hand, and does not bring back one that was taken out', async () => {
    const path = edited((parts) => {
      replaceIn(parts, 'ppt/charts/chart2.xml', /<c:v>2<\/c:v>|<c:v>1<\/c:v>/, '<c:v>77</c:v>');
      replaceIn(
        parts,
        slidePart(5),
        /<p:graphicFrame>(?:(?!<p:graphicFrame>)[\s\S])*?<\/p:graphicFrame>/,
        '',
      );
    });
    const { parts, pages } = await renew(path);
    expect(part(parts, 'ppt/charts/chart2.xml')).toContain('<c:v>77</c:v>');
    expect(pages[2]?.own).toEqual(['Số nhiệm vụ theo nhóm và tiến độ']);
    const frames = (xml: string) => xml.match(/<p:graphicFrame>/g)?.length ?? 0;
    expect(frames(part(parts, slidePart(5)))).toBe(frames(part(unzipParts(made), slidePart(5))) - 1);
  });

  it('leaves the author’s own slides, shapes and places alone', async () => {
    const ownShape =
      '<p:sp><p:nvSpPr><p:cNvPr id="90" name="TextBox 9"/><p:cNvSpPr txBox="1"/><p:nvPr/></p:nvSpPr><p:spPr/><p:txBody><a:bodyPr/><a:p><a:r><a:rPr lang="vi-VN"/><a:t>Ghi chú của tôi</a:t></a:r></a:p></p:txBody></p:sp>';
    const path = edited((parts) => {
      replaceIn(parts, slidePart(2), '</p:spTree>', `${ownShape}</p:spTree>`);
      replaceIn(
        parts,
        slidePart(2),
        /(?<=<p:pic>[\s\S]*?)<a:off x="\d+" y="\d+"\/>/,
        '<a:off x="11" y="22"/>',
      );
      // An own slide: the seventh without any of our names.
      parts[slidePart(7)] = encodeText(part(parts, slidePart(7)).replaceAll('kh02/1 ', 'Hình '));
    });
    const before = part(unzipParts(readFileSync(path)), slidePart(7));
    const { parts, pages } = await renew(path);
    expect(part(parts, slidePart(2))).toContain(ownShape);
    expect(part(parts, slidePart(2))).toContain('<a:off x="11" y="22"/>');
    expect(part(parts, slidePart(7))).toBe(before);
    expect(pages[6]?.state).toBe('own');
  });

  it('adds its line below a source line that was changed, and brings back the illustrative mark', async () => {
    const path = edited((parts) => {
      replaceIn(parts, slidePart(1), /<a:t>Nguồn: [^<]*/, '<a:t>Nguồn: Văn phòng tổng hợp');
      replaceIn(parts, slidePart(1), /<p:sp><p:nvSpPr><p:cNvPr id="3"[\s\S]*?<\/p:sp>/, '');
    });
    const { parts } = await renew(path);
    const slide = texts(part(parts, slidePart(1))).join('\n');
    expect(slide).toContain('Nguồn: Văn phòng tổng hợp');
    expect(slide).toContain('Số liệu đến 06/10/2025 16:00');
    expect(slide).toContain('SỐ LIỆU MINH HỌA');
    const ids = [...part(parts, slidePart(1)).matchAll(/<p:cNvPr id="(\d+)"/g)].map(([, id]) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });
});

describe('a deck saved by LibreOffice', () => {
  it('is known again: all marks are there, and charts get the workbooks back that it left out', async () => {
    const path = join(import.meta.dirname, '../fixtures/briefing/saved-by-libreoffice.pptx');
    const before = unzipParts(readFileSync(path));
    expect(Object.keys(before).filter((name) => name.includes('embeddings'))).toEqual([]);
    const { parts, pages } = await renew(path);
    expect(pages.map(({ state }) => state)).toEqual(Array(7).fill('renewed'));
    expect(pages.flatMap(({ own }) => own)).toEqual([]);
    expect(Object.keys(parts).filter((name) => name.includes('embeddings'))).not.toEqual([]);
    for (let number = 1; number <= 7; number += 1) {
      const said = texts(part(parts, slidePart(number))).join(' ');
      expect(said).toContain('Số liệu đến 06/10/2025 16:00');
      expect(said).not.toContain('31/07/2025');
    }
  });
});

describe('a file that is not renewed', () => {
  const refused = async (path: string) => {
    const out = join(folder, 'never.pptx');
    const deck = { path, name: 'x.pptx' };
    const error = await renewDeck(app.client, { deck, cut: NEW, out, tools }).catch((one: unknown) => one);
    expect(existsSync(out)).toBe(false);
    return error;
  };
  const write = (bytes: Uint8Array): string => {
    const path = nextPath();
    writeFileSync(path, bytes);
    return path;
  };

  it.each([
    [
      'a deck of somebody else',
      'foreign',
      (parts: Parts) => {
        for (const name of Object.keys(parts).filter((one) => /slides\/slide\d+\.xml$/.test(one)))
          parts[name] = encodeText(part(parts, name).replaceAll('kh02/1 ', ''));
      },
    ],
    [
      'a deck of a newer program',
      'newer',
      (parts: Parts) => {
        replaceIn(parts, slidePart(1), 'kh02/1 page', 'kh02/2 page');
      },
    ],
    [
      'a deck with a torn slide',
      'damaged',
      (parts: Parts) => {
        parts[slidePart(1)] = encodeText(part(parts, slidePart(1)).slice(0, 5000));
      },
    ],
    [
      'a deck with entities of its own',
      'damaged',
      (parts: Parts) => {
        replaceIn(parts, slidePart(1), /<p:sld /, '<!DOCTYPE p:sld [<!ENTITY a "aaaa">]><p:sld ');
      },
    ],
    [
      'a deck with macros',
      'macros',
      (parts: Parts) => {
        parts['ppt/vbaProject.bin'] = new Uint8Array(8);
      },
    ],
  ] as const)('%s is refused', async (_what, reason, change) => {
    expect(await refused(edited(change))).toMatchObject({ code: 'DECK_REFUSED', values: { reason } });
  });

  it('a deck with a torn part that is none of ours is not written, and the part is named', async () => {
    const torn = edited((parts) => {
      parts['customXml/item1.xml'] = encodeText('<a>');
    });
    const error = await refused(torn);
    expect(error).toMatchObject({ code: 'PART_MALFORMED', values: { part: 'customXml/item1.xml' } });
  });

  it('a torn, empty, encrypted or other file is refused', async () => {
    const reasonOf = async (bytes: Uint8Array) => {
      const error = await refused(write(bytes));
      return (error as { values?: { reason?: string } }).values?.reason;
    };
    expect(await reasonOf(made.slice(0, made.length / 2))).toBe('damaged');
    expect(await reasonOf(new Uint8Array())).toBe('damaged');
    expect(await reasonOf(Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1))).toBe('encrypted');
    expect(await reasonOf(encodeText('không phải bản trình chiếu'))).toBe('foreign');
    expect(await reasonOf(zipSync({ 'word/document.xml': encodeText('<a/>') }))).toBe('foreign');
  });

  it('a zip bomb is refused before it is inflated', async () => {
    const bomb = zipSync({ 'ppt/presentation.xml': new Uint8Array(DECK_LIMITS.partBytes + 1) });
    expect(bomb.length).toBeLessThan(1_000_000);
    expect(await refused(write(bomb))).toMatchObject({ code: 'DECK_REFUSED', values: { reason: 'large' } });
  });

  it('a missing file is said to be missing', async () => {
    expect(await refused(join(folder, 'nowhere.pptx'))).toMatchObject({ code: 'FILE_UNREADABLE' });
  });

  it('is never written over, under whatever path it is named', async () => {
    const path = saved(unzipParts(made));
    const before = readFileSync(path);
    const out = join(folder, '.', 'x', '..', `deck-${files}.pptx`);
    await expect(
      renewDeck(app.client, { deck: { path, name: 'deck.pptx' }, cut: NEW, out, tools }),
    ).rejects.toMatchObject({ code: 'DECK_REFUSED', values: { reason: 'same' } });
    expect(readFileSync(path).equals(before)).toBe(true);
  });
});
