/** What a text that begins with a tag is. */
export type MarkupKind = 'html' | 'xml2003' | 'fods' | 'other';

const DECLARATIONS = /^\s*(<\?[^>]*\?>|<!--[\s\S]*?-->|<!doctype[^>[]*>)/i;
const HTML_ROOTS =
  /^<(html|head|body|meta|style|title|link|script|table|div|center|font|form|span|p|h[1-6])[\s>/]/i;

/** By its first element. The text is the beginning of a file. */
export function markupKind(text: string): MarkupKind | null {
  if (!/^\s*<[!?a-z]/i.test(text)) return null;
  if (/^\s*<!doctype html/i.test(text)) return 'html';
  let rest = text;
  for (let found = DECLARATIONS.exec(rest); found !== null; found = DECLARATIONS.exec(rest))
    rest = rest.slice(found[0].length);
  rest = rest.trimStart();
  const [, root = ''] = /^<([\w:.-]+)/.exec(rest) ?? [];
  const local = root.slice(root.indexOf(':') + 1);
  if (local === 'Workbook' && rest.includes('urn:schemas-microsoft-com:office:spreadsheet')) return 'xml2003';
  if (local === 'document' && rest.includes('urn:oasis:names:tc:opendocument')) return 'fods';
  return HTML_ROOTS.test(rest) ? 'html' : 'other';
}
