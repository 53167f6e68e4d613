import { Button, Group } from '@mantine/core';
import { useText } from '#renderer/ground/text.tsx';
import { useSay } from '#renderer/ground/use-say.ts';
import { writeBlock } from './clipboard.ts';
import classes from './EntryView.module.css';
import type { LeftCell } from './grid-acts.ts';
import { textAtMost } from './grid-model.ts';
import type { GridNames } from './use-grid-names.ts';

const SHOWN = 40;
const TEXT_SHOWN = 60;

/** Pasted values that found no place, each with why, and the way to get them onto the clipboard again. */
export function RestPanel({
  left,
  names,
  onClose,
}: {
  readonly left: readonly LeftCell[];
  readonly names: GridNames;
  readonly onClose: () => void;
}) {
  const { t } = useText();
  const say = useSay();
  const describe = useLeftText(names);
  if (left.length === 0) return null;
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(blockOfLeft(left));
      say.done(t('entry.copied', { rows: new Set(left.map(({ row }) => row)).size, columns: 1 }));
    } catch {
      say.failed(t('entry.copyFailed'));
    }
  };
  return (
    <section className={classes.rest} role="alert" aria-label={t('entry.rest.title', { cells: left.length })}>
      <strong>{t('entry.rest.title', { cells: left.length })}</strong>
      <p>{t('entry.rest.note')}</p>
      <ul>
        {left.slice(0, SHOWN).map((cell) => (
          <li key={`${cell.row} ${cell.column}`}>{describe(cell)}</li>
        ))}
        {left.length > SHOWN && <li>{t('entry.rest.more', { cells: left.length - SHOWN })}</li>}
      </ul>
      <Group gap="xs">
        <Button size="compact-sm" variant="default" onClick={copy}>
          {t('entry.rest.copy')}
        </Button>
        <Button size="compact-sm" variant="default" onClick={onClose}>
          {t('entry.rest.close')}
        </Button>
      </Group>
    </section>
  );
}

function useLeftText(names: GridNames): (cell: LeftCell) => string {
  const { t } = useText();
  return ({ why, text, row, column, unit, at }) => {
    const shown = text.slice(0, TEXT_SHOWN);
    if (why === 'outside' || unit === null || at === null)
      return t('entry.rest.outside', { row: row + 1, column: column + 1, text: shown });
    const values = { unit: names.row(unit), column: names.column(at), text: shown };
    return why === 'notAsked'
      ? t('entry.rest.notAsked', values)
      : t('entry.rest.tooLong', { ...values, most: textAtMost(at) });
  };
}

/** The values where they stood in the pasted block, nothing between them. */
function blockOfLeft(left: readonly LeftCell[]): string {
  const rows: string[][] = [];
  const [firstRow, firstColumn] = [
    Math.min(...left.map(({ row }) => row)),
    Math.min(...left.map(({ column }) => column)),
  ];
  for (const { row, column, text } of left) {
    const cells = rows[row - firstRow] ?? [];
    cells[column - firstColumn] = text;
    rows[row - firstRow] = cells;
  }
  return writeBlock(Array.from(rows, (cells) => Array.from(cells ?? [], (text) => text ?? '')));
}
