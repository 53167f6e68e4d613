/** A tag of an HTML text, or the text between two. */
export interface HtmlToken {
  /** Name in small letters, with `/` before it where it closes; empty for text. */
  name: string;
  /** What stands in the tag behind its name, or the text. */
  body: string;
}

/** Elements whose text is none of the page's. */
const SILENT = new Set(['script', 'style', 'title', 'xml']);

/**
 * The tags and texts of an HTML page, one after the other; the same object each time. Comments, declarations and
 * what a browser does not show are left out. Whatever the text, its length decides how long this takes.
 */
export function* htmlTokens(html: string): Generator<HtmlToken> {
  const token: HtmlToken = { name: '', body: '' };
  let at = 0;
  while (at < html.length) {
    const open = html.indexOf('<', at);
    const end = open < 0 ? html.length : open;
    if (end > at) {
      token.name = '';
      token.body = html.slice(at, end);
      yield token;
    }
    if (open < 0) return;
    if (html.startsWith('<!--', open)) at = behind(html, '-->', open + 4);
    else if (/[a-z/]/i.test(html[open + 1] ?? '')) {
      const close = tagEnd(html, open + 1);
      const inner = html.slice(open + 1, close);
      const [name = ''] = /^\/?[a-z][\w:-]*/i.exec(inner) ?? [];
      token.name = name.toLowerCase();
      token.body = inner.slice(name.length);
      at = close + 1;
      if (SILENT.has(token.name)) at = behindElement(html, token.name, at);
      yield token;
    } else if (html[open + 1] === '!' || html[open + 1] === '?') at = behind(html, '>', open + 1);
    else at = open + 1;
  }
}

function behind(html: string, mark: string, from: number): number {
  const found = html.indexOf(mark, from);
  return found < 0 ? html.length : found + mark.length;
}

function behindElement(html: string, name: string, from: number): number {
  const found = html.slice(from).search(new RegExp(`</${name}`, 'i'));
  return found < 0 ? html.length : behind(html, '>', from + found);
}

/** Where the tag's `>` stands, which may also stand in a value. */
function tagEnd(html: string, from: number): number {
  let quote = '';
  for (let at = from; at < html.length; at += 1) {
    const letter = html[at] ?? '';
    if (quote !== '') {
      if (letter === quote) quote = '';
    } else if (letter === '>') return at;
    else if ((letter === '"' || letter === "'") && html[at - 1] === '=') quote = letter;
  }
  return html.length;
}

/** The value of an attribute; undefined where there is none. */
export function htmlAttribute(body: string, name: string): string | undefined {
  if (body.length <= name.length) return undefined;
  const found = patternOf(name).exec(body);
  const value = found?.[1] ?? found?.[2] ?? found?.[3];
  return value === undefined ? undefined : htmlText(value);
}

const patterns = new Map<string, RegExp>();
function patternOf(name: string): RegExp {
  const known =
    patterns.get(name) ?? new RegExp(`\\s${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)'|([^\\s"'>]+))`, 'i');
  patterns.set(name, known);
  return known;
}

const NAMED: Readonly<Record<string, string>> = {
  nbsp: '\u00a0',
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  ndash: '–',
  mdash: '—',
  hellip: '…',
  bull: '•',
  laquo: '«',
  raquo: '»',
};
/** Letters with a mark, by the name of the mark. */
const MARKS: Readonly<Record<string, string>> = {
  grave: '\u0300',
  acute: '\u0301',
  circ: '\u0302',
  tilde: '\u0303',
  uml: '\u0308',
};

/** A text with its references replaced; what is none stays. */
export function htmlText(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(/&(#x[0-9a-f]{1,6}|#\d{1,7}|[a-z]{2,10});?/gi, (whole, name: string) => {
    if (name.startsWith('#')) return character(name) ?? whole;
    const [, letter = '', mark = ''] = /^([a-z])(grave|acute|circ|tilde|uml)$/i.exec(name) ?? [];
    if (letter !== '') return (letter + (MARKS[mark.toLowerCase()] ?? '')).normalize('NFC');
    return NAMED[name.toLowerCase()] ?? whole;
  });
}

function character(name: string): string | undefined {
  const code = /^#x/i.test(name) ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1));
  const isLetter = code >= 0x20 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff);
  return isLetter ? String.fromCodePoint(code) : undefined;
}
