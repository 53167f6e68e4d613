/**
 * The cells of a block that a spreadsheet put on the clipboard: lines of cells between tabs. A cell with a tab, a line break
 * or a quote in it stands in quotes, its quotes doubled. A lone quote inside a cell is just that.
 */
export function parseBlock(text: string): string[][] {
  const rows: string[][] = [[]];
  let at = 0;
  while (at < text.length) {
    const [cell, end] = text[at] === '"' ? quotedCell(text, at) : plainCell(text, at);
    rows.at(-1)?.push(cell);
    const separator = text[end] ?? '';
    at = end + (separator === '\r' && text[end + 1] === '\n' ? 2 : 1);
    if (separator === '\t' && at >= text.length) rows.at(-1)?.push('');
    // Spreadsheets end the last line, too: no row follows.
    if ((separator === '\n' || separator === '\r') && at < text.length) rows.push([]);
  }
  return rows.filter((row, index) => row.length > 0 || index > 0);
}

function plainCell(text: string, from: number): [string, number] {
  let end = from;
  while (end < text.length && !'\t\r\n'.includes(text[end] ?? '')) end += 1;
  return [text.slice(from, end), end];
}

/** A quote that is never closed, or goes on after its end, is a character like others. */
function quotedCell(text: string, from: number): [string, number] {
  let cell = '';
  for (let at = from + 1; at < text.length; at += 1) {
    if (text[at] !== '"') cell += text[at];
    else if (text[at + 1] === '"') {
      cell += '"';
      at += 1;
    } else if (at + 1 >= text.length || '\t\r\n'.includes(text[at + 1] ?? '')) return [cell, at + 1];
    else break;
  }
  return plainCell(text, from);
}

/** The same the other way. */
export function writeBlock(rows: readonly (readonly string[])[]): string {
  const quoted = (cell: string) => (/["\t\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);
  return rows.map((row) => row.map(quoted).join('\t')).join('\r\n');
}
