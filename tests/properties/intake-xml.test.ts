import fc from 'fast-check';
import { SaxesParser } from 'saxes';
import { expect, test } from 'vitest';
import { createXmlReader } from '#main/core/take/intake/read/xlsx/xml.ts';

type Event =
  | readonly ['open', string, Readonly<Record<string, string>>]
  | readonly ['text' | 'close', string];

/** What a parser of the whole language tells; null when it finds the text not well-formed. */
function byOracle(xml: string): Event[] | null {
  const events: Event[] = [];
  const parser = new SaxesParser({ position: false });
  let hasFailed = false;
  parser.on('error', () => {
    hasFailed = true;
  });
  let depth = 0;
  // Blanks around the root are told by the one and not by the other.
  const tellText = (text: string) => depth > 0 && events.push(['text', text]);
  parser.on('opentag', ({ name, attributes }) => {
    depth += 1;
    events.push(['open', name, attributes as Readonly<Record<string, string>>]);
  });
  parser.on('text', tellText);
  parser.on('cdata', tellText);
  parser.on('closetag', ({ name }) => {
    depth -= 1;
    events.push(['close', name]);
  });
  parser.write(xml).close();
  return hasFailed ? null : joinTexts(events);
}

function byReader(bytes: Buffer, size: number): Event[] | null {
  const events: Event[] = [];
  const reader = createXmlReader('part', {
    open: (name, attributes) => {
      const values = attributes.names().map((key) => [key, attributes.get(key) ?? ''] as const);
      events.push(['open', name, Object.fromEntries(values)]);
    },
    text: (text) => events.push(['text', text]),
    close: (name) => events.push(['close', name]),
  });
  try {
    for (let at = 0; at < bytes.length; at += size) reader.write(bytes.subarray(at, at + size));
    reader.end();
  } catch {
    return null;
  }
  return joinTexts(events);
}

// Where a text is cut is nobody's business; short texts come NFC.
function joinTexts(events: readonly Event[]): Event[] {
  const joined: Event[] = [];
  for (const event of events) {
    const last = joined.at(-1);
    if (event[0] === 'text' && last?.[0] === 'text') joined[joined.length - 1] = ['text', last[1] + event[1]];
    else joined.push(event);
  }
  return joined
    .map((event): Event => (event[0] === 'text' ? ['text', event[1].normalize('NFC')] : event))
    .filter(([kind, text]) => kind !== 'text' || text !== '');
}

const name = fc.constantFrom('c', 'row', 'v', 'sheetData', 'ắ', '_x-1.b');
const character = fc.constantFrom(
  'a',
  '1',
  'ế',
  'e\u0302',
  ' ',
  '\n',
  '\r\n',
  '\t',
  '&amp;',
  '&#233;',
  '&#x1F600;',
  ']',
);
const text = fc.array(character, { maxLength: 6 }).map((parts) => parts.join(''));
const attributes = fc
  .uniqueArray(fc.tuple(name, text, fc.constantFrom('"', "'")), { selector: ([key]) => key, maxLength: 3 })
  .map((list) => list.map(([key, value, quote]) => ` ${key} = ${quote}${value}>${quote}`).join(''));
const between = fc.oneof(
  text,
  text.map((inside) => `<![CDATA[${inside.replaceAll(']', '')}<&]]>`),
  text.map((inside) => `<!-- ${inside} -->`),
  fc.constant('<?pi x?>'),
);
const element = fc.letrec<{ tree: string }>((tie) => ({
  tree: fc
    .tuple(name, attributes, fc.array(fc.oneof({ maxDepth: 3 }, between, tie('tree')), { maxLength: 3 }))
    .map(([tag, values, inside]) =>
      inside.length === 0 ? `<${tag}${values}/>` : `<${tag}${values} >${inside.join('')}</${tag} >`,
    ),
})).tree;
const head = fc.constantFrom('', '<?xml version="1.0" encoding="UTF-8"?>\n', '\ufeff<?xml version="1.0"?>');

test('XML is read as a parser of the whole language reads it, wherever it is cut', () => {
  fc.assert(
    fc.property(head, element, fc.integer({ min: 1, max: 40 }), (before, tree, size) => {
      const xml = `${before}${tree}\n`;
      const expected = byOracle(xml);
      expect(expected).not.toBeNull();
      expect(byReader(Buffer.from(xml), size)).toEqual(expected);
    }),
    { numRuns: 1000 },
  );
});

test('XML in which something was lost or put in is refused, or read as it stands', () => {
  const spoiled = fc
    .tuple(element, fc.nat(), fc.nat({ max: 3 }), fc.constantFrom('', '<', '>', '&', '"', '/', '\u0001', '='))
    .map(([xml, place, length, insert]) => {
      const at = place % xml.length;
      return xml.slice(0, at) + insert + xml.slice(at + length);
    });
  fc.assert(
    fc.property(spoiled, fc.integer({ min: 1, max: 40 }), (xml, size) => {
      const expected = byOracle(xml);
      const read = byReader(Buffer.from(xml), size);
      if (expected !== null) expect(read).toEqual(expected);
      // Never more than the same, cut by where it was: a reader must not depend on how the bytes arrive.
      expect(read).toEqual(byReader(Buffer.from(xml), 100_000));
    }),
    { numRuns: 2000 },
  );
});
