/** What ends a line in one program or another: U+000B is PowerPoint's Shift+Enter on the clipboard. */
const LINE_ENDS = /\r\n?|[\v\f\u0085\u2028\u2029]/g;
/** What XML 1.0 has no place for (production 2), and halves of characters. */
const NO_CHARACTERS =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these very characters are looked for.
  /[\u0000-\u0008\u000E-\u001F\uFFFE\uFFFF]|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g;

/** Text as any file can hold it: every kind of line end is \n, and what is no character is gone. */
export function cleanText(text: string): string {
  return text.replace(LINE_ENDS, '\n').replace(NO_CHARACTERS, '');
}

/** The same where there is room for one line only: names, titles of documents, bookmarks. */
export function oneLine(text: string): string {
  return cleanText(text)
    .replace(/\s*\n\s*/g, ' ')
    .trim();
}

/** Plain data with all its texts clean; functions in it stay as they are. */
export function cleanTexts<Value>(value: Value, clean = cleanText): Value {
  const cleaned = (one: unknown): unknown => {
    if (typeof one === 'string') return clean(one);
    if (Array.isArray(one)) return one.map(cleaned);
    if (typeof one !== 'object' || one === null) return one;
    return Object.fromEntries(Object.entries(one).map(([key, inner]) => [key, cleaned(inner)]));
  };
  return cleaned(value) as Value;
}
