import type { ChartSpec } from '#shared/charts/spec.ts';
import type { MAP_PATTERNS } from '#shared/contract/briefing-page.ts';
import type { BriefingKind } from '#shared/contract/choices.ts';
import type { Colour, WorkspaceMark } from '#shared/domain/model.ts';
import type { Locale } from '#shared/text/format.ts';

/** What every page says of where its figures come from. */
export interface PageProvenance {
  /** Names of the sources in the briefing's language. */
  readonly source: string;
  /** UTC instant the figures speak of. */
  readonly asOf: string;
  readonly cut: string;
  readonly ruleVersion: number;
  readonly mark: WorkspaceMark | null;
  readonly corrected: boolean;
  /** How many provinces are in, of a cut that is no picture yet; null of any other. */
  readonly collecting: { readonly provinces: number; readonly inProvinces: number } | null;
  /** Of a month: of which cut its colours are, in words; '' of any other cut. */
  readonly statusCut: string;
  /** The month that speaks of what operates in place of a newer one, in words; '' where the newest does. */
  readonly waiting: string;
}

export type Direction = 'better' | 'worse' | 'same' | 'unknown';

/** One big number. `value` null = no data, which is written as a dash and never as 0. */
export interface KeyFigure {
  readonly label: string;
  readonly value: number | null;
  readonly text: string;
  readonly format: CellFormat;
  /** Change since the comparison cut in words, with the direction it means (not its sign). */
  readonly change?: { readonly text: string; readonly direction: Direction };
  readonly colour?: Colour;
}

export type CellFormat = 'text' | 'integer' | 'decimal' | 'percent' | 'date';

/** A cell as a value (for workbooks: number or yyyy-mm-dd date) and as a person reads it. */
export interface TableCell {
  readonly value: string | number | null;
  readonly text: string;
  readonly colour?: Colour | 'none';
}

export interface TableColumn {
  readonly title: string;
  /** Share of the table's width; the shares of all columns need not sum to 1. */
  readonly width: number;
  readonly format: CellFormat;
}

export interface TableSpec {
  readonly title: string;
  readonly columns: readonly TableColumn[];
  /** All of them: a workbook has every row. */
  readonly rows: readonly (readonly TableCell[])[];
  /** How many of them a page shows at most, with a line that tells how many more there are. */
  readonly most?: number;
  /** Said instead of rows when there are none. */
  readonly emptyText: string;
}

/** Marks on the colour of an area that tell classes apart without it. */
export type MapPattern = (typeof MAP_PATTERNS)[number];

export interface MapSpec {
  readonly level: 'province' | 'commune';
  /** What the picture shows, for people who cannot see it. */
  readonly description: string;
  /** Colour null = no data, drawn hatched. */
  readonly areas: readonly {
    readonly code: string;
    readonly name: string;
    readonly value: string | number | null;
    readonly colour: string | null;
    readonly pattern?: MapPattern;
    /** Draws the pattern (#RRGGBB): the other colour that the area may have. */
    readonly ink?: string;
  }[];
  /** Of the areas' values. */
  readonly format: CellFormat;
  readonly legendTitle: string;
  readonly legend: readonly {
    readonly label: string;
    readonly colour: string | null;
    readonly pattern?: MapPattern;
    /** Draws the pattern (#RRGGBB): the other colour that the area may have. */
    readonly ink?: string;
    readonly count: string;
  }[];
  /** In the order of weight: a label that would cover an earlier one is left out. Degrees, WGS 84. */
  readonly labels: readonly {
    /** The area it names. */
    readonly code: string;
    readonly lon: number;
    readonly lat: number;
    readonly lines: readonly string[];
  }[];
  readonly archipelagoNames: Readonly<Record<string, string>>;
}

export type Block =
  | { readonly type: 'headline'; readonly text: string }
  | { readonly type: 'figures'; readonly figures: readonly KeyFigure[] }
  /** The chart's title stands above it, unless the page's own says the same. */
  | {
      readonly type: 'chart';
      readonly chart: ChartSpec;
      readonly hasCaption?: false;
      /** What an empty chart says where 'no data' would be untrue: there is simply none of it. */
      readonly emptyText?: string;
    }
  | { readonly type: 'map'; readonly map: MapSpec }
  | { readonly type: 'table'; readonly table: TableSpec }
  | { readonly type: 'text'; readonly paragraphs: readonly string[] };

/** Cells of a row share its width by weight; rows share the page's height by weight. */
export interface PageRow {
  readonly height: number;
  readonly cells: readonly { readonly width: number; readonly block: Block }[];
}

export interface Page {
  /** Stable name of the page inside its briefing: what a template and a renewal find it by. */
  readonly id: string;
  readonly title: string;
  readonly rows: readonly PageRow[];
  /** Said by the speaker: why the figures are so, and where they come from. */
  readonly notes: readonly string[];
  readonly provenance: PageProvenance;
  /** The title, the notes are a person's own: a renewal leaves them alone. */
  readonly hasOwnTitle?: true;
  readonly hasOwnNotes?: true;
  /** Taken from a screen as it stood there: nothing a newer cut could renew. */
  readonly isFigure?: true;
}

/** The house's colours (#RRGGBB) and logo. */
export interface Brand {
  readonly accent: string;
  readonly band: string;
  /** PNG, base64, with its size in pixels. */
  readonly logo: { readonly png: string; readonly width: number; readonly height: number } | null;
}

/** A briefing as data: everything that is written down, nothing of how a file format writes it. */
export interface Briefing {
  readonly kind: BriefingKind;
  readonly language: Locale;
  readonly title: string;
  readonly subtitle: string;
  readonly organisation: string;
  readonly brand: Brand;
  /** Id of the snapshot file that the figures come from; null: the workspace. */
  readonly snapshot: string | null;
  readonly unit: string;
  readonly unitName: string;
  readonly cut: string;
  readonly compareCut: string | null;
  readonly asOf: string;
  readonly pages: readonly Page[];
  /** Words of the frame round the pages, in the language. */
  readonly words: FrameWords;
}

export interface FrameWords {
  readonly marks: Readonly<Record<WorkspaceMark, string>>;
  readonly correctedMark: string;
  readonly collectingMark: (there: NonNullable<PageProvenance['collecting']>) => string;
  /** One line per page: source, as-of time, rule version. */
  readonly provenanceLine: (provenance: PageProvenance) => string;
  readonly pageNumber: (page: number, pages: number) => string;
  readonly notesTitle: string;
  readonly noData: string;
  /** 'Còn n mục khác…' below a table that was cut. */
  readonly others: (count: number) => string;
  readonly cover: Readonly<
    Record<
      | 'sheet'
      | 'field'
      | 'value'
      | 'unit'
      | 'asOf'
      | 'cut'
      | 'compare'
      | 'rules'
      | 'source'
      | 'data'
      | 'page'
      | 'contents'
      | 'figure'
      | 'change'
      | 'code',
      string
    >
  >;
  readonly formatTime: (instant: string) => string;
}

/** Blocks of a page in reading order. */
export function blocksOf(page: Page): Block[] {
  return page.rows.flatMap((row) => row.cells.map((cell) => cell.block));
}
