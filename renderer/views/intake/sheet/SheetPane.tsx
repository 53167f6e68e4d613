import { useMemo, useState } from 'react';
import { useText } from '#renderer/ground/text.tsx';
import type { IntakePreviewDto } from '#shared/contract/intake.ts';
import type { InboxItem } from '../inbox-item.ts';
import { sheetView } from './overlay.ts';
import classes from './Sheet.module.css';
import { SheetDesk } from './SheetDesk.tsx';

type Parts = { readonly item: InboxItem; readonly preview: IntakePreviewDto };

/** Whether a file is a table that can be drawn as one. */
export function hasSheets({ format, sheets }: IntakePreviewDto): boolean {
  return format !== 'json' && sheets.length > 0;
}

/** Bảng: the file as the sheet it is, with what was understood drawn over it, and what a person says of it. */
export function SheetPane({ item, preview }: Parts) {
  const { t } = useText();
  const [chosen, setChosen] = useState<string | null>(null);
  const sheet = preview.sheets.find((one) => one.sheet === chosen)?.sheet ?? firstSheet(preview);
  const view = useMemo(() => sheetView(preview, sheet, item.revision), [preview, sheet, item.revision]);
  return (
    <section className={classes.panel} aria-label={t('intake.sheet.pane')}>
      {preview.sheets.length > 1 && (
        <fieldset className={classes.sheets}>
          <legend className="visually-hidden">{t('intake.sheet.sheets')}</legend>
          {preview.sheets.map((one) => (
            <button
              key={one.sheet}
              type="button"
              aria-pressed={one.sheet === sheet}
              onClick={() => setChosen(one.sheet)}
            >
              {one.sheet}
            </button>
          ))}
        </fieldset>
      )}
      <SheetDesk key={sheet} item={item} preview={preview} view={view} />
    </section>
  );
}

/** The first that holds something; instructions often stand before it. */
function firstSheet({ sheets }: IntakePreviewDto): string {
  return (
    (sheets.find(({ columns, reports }) => columns.length > 0 || reports !== null) ?? sheets[0])?.sheet ?? ''
  );
}
