import type { IntakePreviewDto } from '#shared/contract/intake.ts';
import type { InboxItem } from '../inbox-item.ts';
import type { SheetView } from './overlay.ts';

/** A cell, and the rows that are chosen with it; rows as numbered in the file. */
export interface SpotPlace {
  readonly row: number;
  readonly column: number;
  readonly rows: readonly number[];
}

export interface SpotProps {
  readonly item: InboxItem;
  readonly preview: IntakePreviewDto;
  readonly view: SheetView;
  readonly spot: SpotPlace;
  /** Back to the sheet: what was done there may take away the very control it was done with. */
  readonly onLeave: () => void;
}
