import { describe, expect, it } from 'vitest';
import { openJsonFeed } from '#main/core/take/intake/read/json.ts';
import { jsonShape } from '#main/core/take/intake/read/json-shape.ts';
import { bytesSource } from '#tests/fixtures/intake/read-all.ts';

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

describe('the shape of a JSON text', () => {
  it.each([
    ['[]', { depth: 1, groups: 1 }],
    ['{"a":[{"b":1},{"b":2}]}', { depth: 3, groups: 4 }],
    ['{"Xã “{[”":"]}{["}', { depth: 1, groups: 1 }],
    [String.raw`["\"[[","\\",[]]`, { depth: 2, groups: 2 }],
    ['["never ends [', { depth: 1, groups: 1 }],
  ])('counts the brackets of %s outside of texts', (text, shape) => {
    expect(jsonShape(bytesOf(text))).toEqual(shape);
  });
});

describe('a JSON feed', () => {
  const open = (observations: string) =>
    openJsonFeed(
      bytesSource('x.json', bytesOf(`{"format":"kh02-import","version":1,"observations":[${observations}]}`)),
    );
  const good = '{"unit_code":"11629","indicator":"devices","value":1}';

  it('is refused at the first wrong observation, with its row and what is wrong with it', async () => {
    const wrong = '{"unit_code":11629,"indicator":"devices"}';
    await expect(open([good, wrong, wrong].join())).rejects.toMatchObject({
      problem: {
        code: 'JSON_INVALID',
        values: { path: 'observations.1.unit_code', rule: 'invalid_type' },
        row: 2,
      },
    });
  });

  it.each([
    ['an observation that holds more than figures', '{"unit_code":"11629","indicator":"d","value":[[1]]}'],
    ['more observations than its length can hold', '{},'.repeat(500).slice(0, -1)],
  ])('is refused by its shape: %s', async (_what, observations) => {
    await expect(open(observations)).rejects.toMatchObject({
      problem: { code: 'JSON_INVALID', values: { rule: 'shape' } },
    });
  });
});
