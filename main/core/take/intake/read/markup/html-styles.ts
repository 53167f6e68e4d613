import { htmlAttribute } from './html-tags.ts';

/** What Excel's own HTML says of a cell besides its text. */
export interface HtmlStyle {
  readonly format: string | undefined;
  readonly font: string | undefined;
}

const RULE = /\.([\w-]+)\s*\{([^}]{0,4000})\}/g;
const FORMAT = /mso-number-format\s*:\s*("(?:[^"\\]|\\.)*"|[^;"]+)/i;
const FONT = /font-family\s*:\s*("[^"]*"|'[^']*'|[^;,]+)/i;

/** Rules of the page for classes of cells. */
export function classStyles(html: string): ReadonlyMap<string, HtmlStyle> {
  const styles = new Map<string, HtmlStyle>();
  const start = html.search(/<style/i);
  if (start < 0) return styles;
  const end = html.indexOf('</', start);
  for (const [, name = '', body = ''] of html.slice(start, end < 0 ? undefined : end).matchAll(RULE))
    styles.set(name, declared(body));
  return styles;
}

function declared(body: string): HtmlStyle {
  return { format: plainFormat(FORMAT.exec(body)?.[1]), font: FONT.exec(body)?.[1]?.trim() };
}

/** CSS escapes what a number format is made of: `"0\.0%"`, `\@`. */
function plainFormat(text: string | undefined): string | undefined {
  return text
    ?.trim()
    .replace(/^"|"$/g, '')
    .replace(/\\([0-9a-f]{4})/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
    .replace(/\\(.)/g, '$1');
}

/** Of one cell, by its own style, then by its class. */
export function cellStyle(body: string, classes: ReadonlyMap<string, HtmlStyle>): HtmlStyle {
  const own = htmlAttribute(body, 'style');
  const named = classes.get(htmlAttribute(body, 'class') ?? '');
  const style = own === undefined ? undefined : declared(own);
  return {
    format: style?.format ?? named?.format ?? htmlAttribute(body, 'data-z'),
    font: style?.font ?? named?.font,
  };
}
