import { Button } from '@mantine/core';
import { useText } from '#renderer/ground/text.tsx';
import type { InboxItem } from '../inbox-item.ts';
import { chosenOf, HEADER_ROWS } from './choices.ts';
import { ACT_KEYS, type Act } from './keys.ts';
import type { SheetView } from './overlay.ts';
import classes from './Sheet.module.css';
import type { SpotPlace } from './spot.ts';

const LETTERS = Object.entries(ACT_KEYS).filter(([, act]) => act !== 'column') as [
  string,
  Exclude<Act, 'column'>,
][];

/** What the chosen rows are: the header, where the figures begin and end, a total, a section; or left out. */
export function RowActs(props: {
  readonly item: InboxItem;
  readonly view: SheetView;
  readonly spot: SpotPlace;
  readonly onAct: (act: Act) => void;
  readonly onLeave: () => void;
}) {
  const { item, view, spot, onAct, onLeave } = props;
  const { t } = useText();
  const { rows } = spot;
  const first = rows[0] ?? spot.row;
  const last = rows.at(-1) ?? spot.row;
  const isChosen = (act: Exclude<Act, 'column'>): boolean => {
    const said = chosenOf(item.revision, view.sheet);
    if (act === 'exclude') return rows.length > 0 && rows.every((row) => view.excluded.has(row));
    if (act === 'header') return said?.header?.first === first && said.header.last === last;
    if (act === 'across') return said?.orientation === 'across';
    if (act === 'firstRow') return said?.firstRow === first;
    if (act === 'lastRow') return said?.lastRow === last;
    return said?.rows !== undefined && rows.every((row) => said.rows?.[String(row)] === act);
  };
  return (
    <section className={classes.part}>
      <h3>
        {first === last
          ? t('intake.sheet.row', { row: first })
          : t('intake.sheet.rowsChosen', { first, last })}
      </h3>
      <div className={classes.acts}>
        {LETTERS.map(([letter, act]) => (
          <Button
            key={act}
            size="compact-xs"
            variant={isChosen(act) ? 'filled' : 'default'}
            aria-pressed={isChosen(act)}
            aria-keyshortcuts={letter.toUpperCase()}
            disabled={item.state !== 'read' || (act === 'header' && last - first >= HEADER_ROWS)}
            onClick={() => {
              onAct(act);
              onLeave();
            }}
            rightSection={<kbd className={classes.key}>{letter.toUpperCase()}</kbd>}
          >
            {t(`intake.sheet.act.${act}`)}
          </Button>
        ))}
      </div>
    </section>
  );
}
