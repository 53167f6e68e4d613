import { createElement, type ReactNode } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { loadMessages } from '#renderer/ground/messages.ts';
import { TextProvider } from '#renderer/ground/text.tsx';
import { boundColumns } from '#renderer/tables/bound-columns.ts';
import { SplitGlyph } from '#renderer/ui/SplitGlyph.tsx';
import { StatusBadge } from '#renderer/ui/StatusBadge.tsx';
import { createTranslator } from '#shared/text/translator.ts';

beforeAll(async () => {
  vi.stubGlobal('window', { localStorage: { getItem: () => 'vi' } });
  await loadMessages('vi');
});

const drawn = (element: ReactNode) => renderToStaticMarkup(createElement(TextProvider, null, element));

describe('an undetermined status', () => {
  const bounds = { operatingAtLeast: 'yellow', operatingAtMost: 'green' } as const;

  it('is half the one and half the other colour, with both said beside the word', () => {
    const html = drawn(
      createElement(StatusBadge, { status: 'undetermined', bounds: { atLeast: 'yellow', atMost: 'green' } }),
    );
    expect(html).toMatch(/stop-color="var\(--yellow\)".*stop-color="var\(--green\)"/);
    expect(html).toContain('Chưa đủ bằng chứng');
    expect(html).toContain('ít nhất VÀNG, nhiều nhất XANH');
  });

  it('has no colour where nobody says between which it lies', () => {
    expect(drawn(createElement(StatusBadge, { status: 'undetermined' }))).not.toContain('stop-color');
  });

  it('is one half of a split glyph, in both colours, and said in its sentence', () => {
    const html = drawn(createElement(SplitGlyph, { reported: 'green', operating: 'undetermined', bounds }));
    expect(html).toContain(
      'aria-label="Báo cáo: Xanh. Vận hành: Chưa đủ bằng chứng (ít nhất VÀNG, nhiều nhất XANH)."',
    );
    expect(html).toContain('data-status="undetermined" data-least="yellow" data-most="green"');
    expect(html).not.toContain('bậc');
  });

  it('has a column for each of its ends in a file, empty where a status is certain', () => {
    const columns = boundColumns<object>(createTranslator('vi'), 'operating', (row) => row);
    expect(columns.map(({ header }) => header)).toEqual(['Vận hành: ít nhất', 'Vận hành: nhiều nhất']);
    expect(columns.map(({ value }) => value(bounds))).toEqual(['Vàng', 'Xanh']);
    expect(columns.map(({ value }) => value({}))).toEqual([null, null]);
  });
});
