/** The sheet cannot be cut into rows by its tags alone. */
export class NotCut extends Error {}

/** What stands around the rows of a sheet, at most: merged cells, rules and checks of all its cells. */
const AROUND_AT_MOST = 16 * 1024 * 1024;
/** A row of the longest texts, with room for its tags. */
const ROW_AT_MOST = 4 * 1024 * 1024;

/**
 * Called with the XML of a sheet in its order: what stands before the rows, each row with the spaces before it, what
 * stands behind them. Bytes are signs of Latin-1, one each: the tags of UTF-8 are ASCII, and all else goes through.
 */
export interface Visit {
  readonly around: (text: string) => void;
  readonly row: (number: number, text: string) => void;
  /** After each piece. */
  readonly flush?: () => Promise<void>;
}

interface Cutting {
  state: 'before' | 'rows' | 'after';
  rest: string;
  prefix: string;
  number: number;
}

/** Goes through the XML of a sheet piece by piece. NotCut. */
export async function visitRows(pieces: AsyncIterable<Uint8Array>, visit: Visit): Promise<void> {
  const cutting: Cutting = { state: 'before', rest: '', prefix: '', number: 0 };
  for await (const piece of pieces) {
    cutting.rest += Buffer.from(piece.buffer, piece.byteOffset, piece.length).toString('latin1');
    if (cutting.state === 'before') begin(cutting, visit);
    if (cutting.state === 'rows') cutRows(cutting, visit);
    const most = cutting.state === 'rows' ? ROW_AT_MOST : AROUND_AT_MOST;
    if (cutting.rest.length > most) throw new NotCut(cutting.state);
    await visit.flush?.();
  }
  if (cutting.state !== 'after') throw new NotCut('end');
  visit.around(cutting.rest);
  await visit.flush?.();
}

/** In anything but UTF-8 the tags stand elsewhere. */
const OTHER_ENCODING = /^(\xFE\xFF|\xFF\xFE|<\?xml[^>]*encoding=["'](?!utf-8["']))/i;

function begin(cutting: Cutting, visit: Visit): void {
  const found = /<([\w.-]+:)?sheetData(\s[^>]*)?>/.exec(cutting.rest);
  if (found === null) return;
  if (found[0].endsWith('/>') || OTHER_ENCODING.test(cutting.rest)) throw new NotCut('sheetData');
  const end = found.index + found[0].length;
  visit.around(cutting.rest.slice(0, end));
  Object.assign(cutting, { state: 'rows', prefix: found[1] ?? '', rest: cutting.rest.slice(end) });
}

/** Whole rows from the beginning of the text on. */
function cutRows(cutting: Cutting, visit: Visit): void {
  const { rest, prefix } = cutting;
  const [rowName, rowEnd, close] = [`<${prefix}row`, `</${prefix}row>`, `</${prefix}sheetData>`];
  let at = 0;
  for (;;) {
    const start = rest.indexOf('<', at);
    const open = start < 0 ? -1 : rest.indexOf('>', start) + 1;
    if (open <= 0) break;
    const tag = rest.slice(start, open);
    if (tag === close) {
      cutting.state = 'after';
      break;
    }
    if (!tag.startsWith(rowName)) throw new NotCut('row');
    const end = tag.endsWith('/>') ? open : rest.indexOf(rowEnd, open) + rowEnd.length;
    if (end < open) break;
    const row = rest.slice(at, end);
    // Inside a comment or CDATA what looks like the end of a row may be none.
    if (row.includes('<!')) throw new NotCut('row');
    cutting.number = Number(/\sr\s*=\s*["'](\d+)/.exec(tag)?.[1] ?? cutting.number + 1);
    visit.row(cutting.number, row);
    at = end;
  }
  cutting.rest = rest.slice(at);
}
