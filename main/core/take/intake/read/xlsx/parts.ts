import { LIMITS } from '../../limits.ts';
import { limitExceeded } from '../../problem.ts';
import { asShown, type LegacyFont, legacyFontOf } from '../legacy/fonts.ts';
import { lookOfFormat, type NumberLook } from './dates.ts';
import { type Attributes, readXml } from './xml.ts';

type Chunks = AsyncIterable<Uint8Array>;

export interface Relation {
  readonly id: string;
  /** The last word of the relation's type: worksheet, sharedStrings, styles, officeDocument. */
  readonly type: string;
  readonly target: string;
}

/** The relations of a part, their targets resolved against the folder the part lies in. */
export async function readRelations(part: string, chunks: Chunks, folder: string): Promise<Relation[]> {
  const relations: Relation[] = [];
  await readXml(part, chunks, {
    open: (name, attributes) => {
      if (name !== 'Relationship' || attributes.get('TargetMode') === 'External') return;
      const target = attributes.get('Target') ?? '';
      relations.push({
        id: attributes.get('Id') ?? '',
        type: (attributes.get('Type') ?? '').split('/').at(-1) ?? '',
        target: target.startsWith('/') ? target.slice(1) : joinPath(folder, target),
      });
    },
  });
  return relations;
}

function joinPath(folder: string, target: string): string {
  const steps = folder === '' ? [] : folder.split('/');
  for (const step of target.split('/')) {
    if (step === '..') steps.pop();
    else if (step !== '.' && step !== '') steps.push(step);
  }
  return steps.join('/');
}

export interface WorkbookSheet {
  readonly name: string;
  readonly isHidden: boolean;
  readonly relation: string;
}

export interface WorkbookPart {
  readonly sheets: readonly WorkbookSheet[];
  readonly is1904: boolean;
}

export async function readWorkbookPart(part: string, chunks: Chunks): Promise<WorkbookPart> {
  const sheets: WorkbookSheet[] = [];
  let is1904 = false;
  await readXml(part, chunks, {
    open: (name, attributes) => {
      if (name === 'workbookPr') is1904 = isTrue(attributes.get('date1904'));
      if (name !== 'sheet') return;
      sheets.push({
        name: (attributes.get('name') ?? '').normalize('NFC'),
        isHidden: attributes.get('state') === 'hidden' || attributes.get('state') === 'veryHidden',
        relation: relationId(attributes),
      });
    },
  });
  return { sheets, is1904 };
}

function relationId(attributes: Attributes): string {
  const key = attributes.names().find((name) => name.endsWith(':id'));
  return key === undefined ? '' : (attributes.get(key) ?? '');
}

function isTrue(text: string | undefined): boolean {
  return text === '1' || text === 'true' || text === 'on';
}

/** How each cell style shows numbers, and the font of an old alphabet that it shows texts in; by the style's index. */
export interface Styles {
  readonly looks: readonly NumberLook[];
  readonly fonts: readonly (LegacyFont | null)[];
}

export async function readStyles(part: string, chunks: Chunks): Promise<Styles> {
  const codes = new Map<number, string>();
  const named: (LegacyFont | null)[] = [];
  const looks: NumberLook[] = [];
  const fonts: (LegacyFont | null)[] = [];
  let list = '';
  await readXml(part, chunks, {
    open: (name, attributes) => {
      if (name === 'numFmt')
        codes.set(Number(attributes.get('numFmtId')), attributes.get('formatCode') ?? '');
      if (name === 'cellXfs' || name === 'fonts') list = name;
      if (list === 'fonts' && name === 'font') named.push(null);
      if (list === 'fonts' && name === 'name') named[named.length - 1] = legacyFontOf(attributes.get('val'));
      if (name !== 'xf' || list !== 'cellXfs') return;
      const id = Number(attributes.get('numFmtId') ?? 0);
      looks.push(lookOfFormat(id, codes.get(id)));
      fonts.push(named[Number(attributes.get('fontId') ?? 0)] ?? null);
    },
    close: (name) => {
      if (name === list) list = '';
    },
  });
  return { looks, fonts };
}

/** The shared texts, rich text joined, phonetic hints left out, NFC. */
export async function readSharedTexts(part: string, chunks: Chunks): Promise<string[]> {
  const texts: string[] = [];
  const state = { text: '', characters: 0, isText: false, isPhonetic: false };
  let font: LegacyFont | null = null;
  await readXml(part, chunks, {
    open: (name, attributes) => {
      if (name === 'si') state.text = '';
      if (name === 'r') font = null;
      if (name === 'rFont') font = legacyFontOf(attributes.get('val'));
      if (name === 'rPh') state.isPhonetic = true;
      state.isText = name === 't' && !state.isPhonetic;
    },
    wantsText: () => state.isText,
    text: (text) => {
      state.text += font === null ? text : asShown(text, font);
    },
    close: (name) => {
      state.isText = false;
      if (name === 'r') font = null;
      if (name === 'rPh') state.isPhonetic = false;
      if (name !== 'si') return;
      if (state.text.length > LIMITS.cellCharacters) throw limitExceeded('cellCharacters', state.text.length);
      state.characters += state.text.length;
      texts.push(officeText(state.text));
      if (texts.length > LIMITS.sharedTexts) throw limitExceeded('sharedTexts', texts.length);
      if (state.characters > LIMITS.sharedCharacters)
        throw limitExceeded('sharedCharacters', state.characters);
    },
  });
  return texts;
}

/** NFC, with Excel's escapes for control characters (_x000D_) decoded. */
export function officeText(text: string): string {
  const plain = text.includes('_x')
    ? text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) =>
        String.fromCharCode(Number.parseInt(code, 16)),
      )
    : text;
  return plain.normalize('NFC');
}
