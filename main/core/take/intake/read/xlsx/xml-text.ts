/** The XML that is being read is not well-formed. */
export class MalformedXml extends Error {}

const NAMED: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };
const REFERENCE = /&([^;&]{0,12});?/g;

/** Text with its references replaced. Only the five of XML and numbers exist: nothing else can be declared here. */
function decodeReferences(text: string): string {
  return text.replace(REFERENCE, (whole, name: string) => {
    const character = whole.endsWith(';') ? (NAMED[name] ?? numbered(name)) : undefined;
    if (character === undefined) throw new MalformedXml(`reference ${whole}`);
    return character;
  });
}

function numbered(name: string): string | undefined {
  const digits = /^#(?:x([0-9a-fA-F]{1,6})|(\d{1,7}))$/.exec(name);
  if (digits === null) return undefined;
  const code = digits[1] === undefined ? Number(digits[2]) : Number.parseInt(digits[1], 16);
  return isCharacter(code) ? String.fromCodePoint(code) : undefined;
}

/** Characters of XML 1.0, production 2. */
function isCharacter(code: number): boolean {
  if (code < 0x20) return code === 0x9 || code === 0xa || code === 0xd;
  return code < 0xd800 || (code > 0xdfff && code < 0xfffe) || (code > 0xffff && code <= 0x10ffff);
}

/** Line ends as XML 1.0 wants them (2.11). */
export function decodeLines(text: string): string {
  return text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text;
}

/** Line ends and references of a text between tags. */
export function decodeText(text: string): string {
  const lines = decodeLines(text);
  return lines.includes('&') ? decodeReferences(lines) : lines;
}

/** An attribute's value with its blanks made spaces (XML 1.0, 3.3.3). */
export function decodeAttribute(text: string): string {
  const spaced = text.replace(/\r\n|[\t\n\r]/g, ' ');
  return spaced.includes('&') ? decodeReferences(spaced) : spaced;
}
