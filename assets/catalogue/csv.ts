/** One row of a CSV file with the line it starts on (1 = the header line). */
export interface CsvRow {
  readonly line: number;
  readonly cells: Readonly<Record<string, string>>;
}

export interface CsvTable {
  readonly file: string;
  readonly rows: readonly CsvRow[];
}

/** A fault in an input file: where it is, what is wrong and what to do. */
export interface Problem {
  readonly file: string;
  readonly line: number;
  readonly fault: string;
  readonly fix: string;
}

/** Rows keyed by header; quotes as in RFC 4180, LF or CRLF, an optional byte order mark. */
export function readCsv(
  file: string,
  text: string,
  columns: readonly string[],
  problems: Problem[],
): CsvTable {
  const lines = splitRecords(text.replace(/^\uFEFF/, ''));
  const header = lines[0]?.cells ?? [];
  const missing = columns.filter((column) => !header.includes(column));
  if (missing.length > 0) {
    problems.push({
      file,
      line: 1,
      fault: `column missing: ${missing.join(', ')}`,
      fix: `use the header ${columns.join(',')}`,
    });
    return { file, rows: [] };
  }
  const rows: CsvRow[] = [];
  for (const { line, cells } of lines.slice(1)) {
    if (cells.length !== header.length) {
      problems.push({
        file,
        line,
        fault: `${cells.length} cells, the header has ${header.length}`,
        fix: 'put text that holds a comma into double quotes',
      });
      continue;
    }
    rows.push({
      line,
      cells: Object.fromEntries(header.map((name, index) => [name, cells[index]?.trim() ?? ''])),
    });
  }
  return { file, rows };
}

function splitRecords(text: string): { line: number; cells: string[] }[] {
  const records: { line: number; cells: string[] }[] = [];
  let cells: string[] = [];
  let cell = '';
  let quoted = false;
  let line = 1;
  let start = 1;
  const endRecord = (): void => {
    if (cells.length > 0 || cell !== '') records.push({ line: start, cells: [...cells, cell] });
    cells = [];
    cell = '';
  };
  for (let at = 0; at < text.length; at++) {
    const character = text[at];
    if (character === '\n') line++;
    if (quoted && character === '"' && text[at + 1] === '"') {
      cell += '"';
      at++;
    } else if (character === '"') quoted = !quoted;
    else if (quoted) cell += character;
    else if (character === ',') {
      cells.push(cell);
      cell = '';
    } else if (character === '\n') {
      endRecord();
      start = line;
    } else if (character !== '\r') cell += character;
  }
  endRecord();
  return records;
}
