import { XML_HEAD } from '#main/core/files/office-package.ts';
import { escapeXml } from '#main/core/files/xml-text.ts';

export const SPREADSHEET = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';

/** How a cell looks; what is not said is as Excel's own. Colours are RRGGBB. */
export interface Look {
  /** Points. */
  readonly size?: number;
  readonly isBold?: boolean;
  readonly isItalic?: boolean;
  readonly colour?: string;
  readonly fill?: string;
  /** Of thin lines all round. */
  readonly line?: string;
  /** A built-in number format's id, or the code of another. */
  readonly format?: number | string;
  readonly horizontal?: 'left' | 'center' | 'right';
  readonly vertical?: 'top' | 'center';
  readonly indent?: number;
  readonly isWrapped?: boolean;
  /** Can be filled in on a locked sheet. */
  readonly isUnlocked?: boolean;
  /** Text that looks like a formula. */
  readonly isQuoted?: boolean;
}

/** Gives each look the number by which cells name it. */
export interface Looks {
  readonly numberOf: (look: Look) => number;
  /** The part that says what the numbers mean. */
  readonly xml: () => string;
}

/** The first of the formats that are a workbook's own. */
const OWN_FORMATS = 164;

export function createLooks(font: string): Looks {
  const plain: Look = {};
  // Number 0 is what cells without one have.
  const numbers = new Map<Look, number>([[plain, 0]]);
  return {
    numberOf: (look) => {
      const number = numbers.get(look) ?? numbers.size;
      numbers.set(look, number);
      return number;
    },
    xml: () => stylesXml([...numbers.keys()], font),
  };
}

function stylesXml(looks: readonly Look[], font: string): string {
  const codes = createList();
  const fonts = createList();
  // The first two are the same in every workbook (ECMA-376 part 1, 18.8.21).
  const fills = createList(patternXml('none'), patternXml('gray125'));
  const borders = createList();
  const cells = looks.map((look) => {
    const { format = 0 } = look;
    const id = typeof format === 'number' ? format : OWN_FORMATS + codes.add(format);
    const parts = `fontId="${fonts.add(fontXml(look, font))}" fillId="${fills.add(fillXml(look))}" borderId="${borders.add(borderXml(look))}"`;
    const applied = 'applyNumberFormat="1" applyFont="1" applyFill="1" applyBorder="1" applyAlignment="1"';
    const quoted = look.isQuoted ? ' quotePrefix="1"' : '';
    const protection = look.isUnlocked ? '<protection locked="0"/>' : '';
    return `<xf numFmtId="${id}" ${parts} xfId="0"${quoted} ${applied} applyProtection="1">${alignmentXml(look)}${protection}</xf>`;
  });
  const formats = codes.all.map(
    (code, at) => `<numFmt numFmtId="${OWN_FORMATS + at}" formatCode="${escapeXml(code)}"/>`,
  );
  const normal = '<cellStyle name="Normal" xfId="0" builtinId="0"/>';
  const base = '<xf numFmtId="0" fontId="0" fillId="0" borderId="0"/>';
  return `${XML_HEAD}<styleSheet xmlns="${SPREADSHEET}">${listXml('numFmts', formats)}${listXml('fonts', fonts.all)}${listXml('fills', fills.all)}${listXml('borders', borders.all)}${listXml('cellStyleXfs', [base])}${listXml('cellXfs', cells)}${listXml('cellStyles', [normal])}</styleSheet>`;
}

/** Texts by their place; the same text has one place. */
function createList(...first: string[]) {
  const all = [...first];
  const add = (text: string): number => {
    if (!all.includes(text)) all.push(text);
    return all.indexOf(text);
  };
  return { all, add };
}

/** A list that says how long it is; nothing where it is empty. */
export function listXml(name: string, items: readonly string[]): string {
  return items.length === 0 ? '' : `<${name} count="${items.length}">${items.join('')}</${name}>`;
}

function fontXml({ size = 11, isBold, isItalic, colour }: Look, name: string): string {
  const ink = colour === undefined ? '' : `<color rgb="FF${colour}"/>`;
  return `<font>${isBold ? '<b/>' : ''}${isItalic ? '<i/>' : ''}<sz val="${size}"/>${ink}<name val="${name}"/></font>`;
}

function patternXml(pattern: string, inside = ''): string {
  return `<fill><patternFill patternType="${pattern}">${inside}</patternFill></fill>`;
}

function fillXml({ fill }: Look): string {
  if (fill === undefined) return patternXml('none');
  return patternXml('solid', `<fgColor rgb="FF${fill}"/><bgColor indexed="64"/>`);
}

function borderXml({ line }: Look): string {
  const side = (name: string): string =>
    line === undefined ? `<${name}/>` : `<${name} style="thin"><color rgb="FF${line}"/></${name}>`;
  return `<border>${['left', 'right', 'top', 'bottom'].map(side).join('')}<diagonal/></border>`;
}

function alignmentXml({ horizontal, vertical, indent, isWrapped }: Look): string {
  const attributes = Object.entries({ horizontal, vertical, wrapText: isWrapped ? 1 : undefined, indent })
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => ` ${name}="${value}"`);
  return `<alignment${attributes.join('')}/>`;
}
