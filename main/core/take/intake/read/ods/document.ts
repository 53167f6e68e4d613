import { LIMITS } from '../../limits.ts';
import { FileRefused, limitExceeded } from '../../problem.ts';
import { createLegacyNotes } from '../legacy/notes.ts';
import { createRowBuilder } from '../row-builder.ts';
import { type OpenSheet, tableOfSheets } from '../sheets.ts';
import type { Row, TableFile } from '../table.ts';
import { type Attributes, createXmlReader, readXml, type XmlHandlers } from '../xlsx/xml.ts';
import { odsSheetHandlers } from './sheet.ts';
import { createOdsStyles } from './styles.ts';

/** Where the XML of a document comes from, as often as it is asked for. */
export interface OdsParts {
  readonly name: string;
  readonly bytes: number;
  readonly content: () => AsyncIterable<Uint8Array>;
  /** Styles that stand in a part of their own. */
  readonly styles: (() => AsyncIterable<Uint8Array>) | null;
}

interface Found {
  readonly name: string;
  readonly isHidden: boolean;
}

/**
 * Opens a spreadsheet of OpenDocument. All sheets stand in one part, which is read once for their names and again for
 * the rows of each, up to its end. Throws FileRefused.
 */
export async function openOpenDocument(parts: OdsParts): Promise<TableFile> {
  const styles = createOdsStyles();
  if (parts.styles !== null) await readXml('styles.xml', parts.styles(), styles.handlers);
  const found: Found[] = [];
  const { kinds, handlers } = sheetWatch((name, attributes) => {
    if (found.length >= LIMITS.sheets) throw limitExceeded('sheets', found.length + 1);
    found.push({ name, isHidden: styles.isHidden(attributes.get('table:style-name')) });
    return null;
  }, styles.handlers.open);
  await readXml(parts.name, parts.content(), handlers);
  if (!kinds.has('spreadsheet')) throw new FileRefused('FILE_KIND_UNKNOWN', { kind: 'OpenDocument' });
  const asked = parts.bytes * found.length;
  if (asked > LIMITS.rereadBytes) throw limitExceeded('rereadBytes', asked);
  if (found.length === 0) throw new FileRefused('FILE_DAMAGED', { part: parts.name });
  const notes = createLegacyNotes();
  const sheets = found.map(({ name, isHidden }, index): OpenSheet => {
    const rows: OpenSheet['rows'] = (meetMerged) =>
      readSheet(
        parts,
        index,
        (builder) => odsSheetHandlers({ name, rows: builder, styles, notes, meetMerged }),
        name,
      );
    return { name, isHidden, rows };
  });
  return await tableOfSheets('ods', sheets, notes.problems);
}

async function* readSheet(
  parts: OdsParts,
  wanted: number,
  handlersFor: (rows: ReturnType<typeof createRowBuilder>) => Required<XmlHandlers>,
  name: string,
): AsyncGenerator<readonly Row[]> {
  const rows = createRowBuilder(name);
  let index = -1;
  const { handlers } = sheetWatch(() => {
    index += 1;
    return index === wanted ? handlersFor(rows) : null;
  });
  const reader = createXmlReader(parts.name, handlers);
  for await (const chunk of parts.content()) {
    reader.write(chunk);
    if (rows.isFull()) yield rows.take();
    if (index > wanted) break;
  }
  if (index <= wanted) reader.end();
  yield rows.take();
}

/** Tells of each sheet as it begins, and hands what is in it to the handlers that are given for it. */
function sheetWatch(
  begin: (name: string, attributes: Attributes) => Required<XmlHandlers> | null,
  outside: XmlHandlers['open'] = () => undefined,
): { readonly kinds: ReadonlySet<string>; readonly handlers: Required<XmlHandlers> } {
  const kinds = new Set<string>();
  const path: string[] = [];
  let inside: Required<XmlHandlers> | null = null;
  let isInSheet = false;
  return {
    kinds,
    handlers: {
      open: (name, attributes) => {
        const parent = path.at(-1);
        path.push(name);
        if (parent === 'body') kinds.add(name);
        if (name === 'table' && parent === 'spreadsheet') {
          isInSheet = true;
          inside = begin((attributes.get('table:name') ?? '').normalize('NFC'), attributes);
        } else if (isInSheet) inside?.open(name, attributes);
        else outside(name, attributes);
      },
      wantsText: () => inside?.wantsText() === true,
      text: (text) => inside?.text(text),
      close: (name) => {
        path.pop();
        if (name === 'table' && path.at(-1) === 'spreadsheet') {
          isInSheet = false;
          inside = null;
        } else inside?.close(name);
      },
    },
  };
}
