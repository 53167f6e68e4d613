import { useRef } from 'react';
import { useText } from '#renderer/ground/text.tsx';
import type { IntakePreviewDto } from '#shared/contract/intake.ts';
import { useInbox } from '../inbox.tsx';
import type { InboxItem } from '../inbox-item.ts';
import type { SheetView } from './overlay.ts';
import classes from './Sheet.module.css';
import { SheetBar } from './SheetBar.tsx';
import { SheetGrid } from './SheetGrid.tsx';
import { SpotPanel } from './SpotPanel.tsx';
import { GRID, useDeskActs } from './use-desk-acts.ts';
import { useFiltered } from './use-filtered.ts';
import { useSheet } from './use-sheet.ts';

interface DeskProps {
  readonly item: InboxItem;
  readonly preview: IntakePreviewDto;
  readonly view: SheetView;
}

/** One sheet: what is looked for in it, the grid, and beside it the cell with the keyboard. */
export function SheetDesk({ item, preview, view }: DeskProps) {
  const { t } = useText();
  const inbox = useInbox();
  const search = useFiltered(preview, view.sheet);
  const { data, lastRow } = useSheet(preview, view, search.rows);
  const desk = useRef<HTMLDivElement>(null);
  const focus = (part: string) => {
    const found = desk.current?.querySelector<HTMLElement>(part);
    found?.focus();
    // What is written there is to be replaced, not gone on with.
    if (found instanceof HTMLInputElement) found.select();
  };
  const acts = useDeskActs({ item, view, data, filtered: search.rows, focus });
  const { selection, spot, editing, act } = acts;
  return (
    <div ref={desk} className={classes.desk}>
      <SheetBar
        {...{ item, preview, view, search, lastRow }}
        onTrouble={acts.trouble}
        onDone={() => focus(GRID)}
      />
      <div className={classes.middle}>
        <div className={classes.sheet}>
          <SheetGrid
            {...{ data, view, selection, editing }}
            label={t('intake.sheet.grid', { sheet: view.sheet })}
            isBusy={item.state !== 'read'}
            onSelect={acts.select}
            onAct={act}
            onEdit={acts.edit}
            onFix={acts.fix}
            onTrouble={acts.trouble}
            onUndo={(isRedo) => (isRedo ? inbox.redo(item.key) : inbox.undo(item.key))}
            onSearch={() => focus('[data-sheet-search]')}
            onLeave={() => focus(FIRST_OF_PANEL)}
          />
        </div>
        <SpotPanel {...{ item, preview, view, spot }} onAct={act} onLeave={() => focus(GRID)} />
      </div>
    </div>
  );
}

const FIRST_OF_PANEL = '[data-spot-panel] :is(button, input):not(:disabled)';
