import { Button, SegmentedControl, TextInput } from '@mantine/core';
import { IconArrowBackUp, IconArrowForwardUp, IconChevronDown, IconChevronUp } from '@tabler/icons-react';
import { useText } from '#renderer/ground/text.tsx';
import { SHEET_FILTERS } from '#shared/contract/choices.ts';
import type { IntakePreviewDto } from '#shared/contract/intake.ts';
import { useInbox } from '../inbox.tsx';
import type { InboxItem } from '../inbox-item.ts';
import type { SheetView } from './overlay.ts';
import { RecipePart } from './RecipePart.tsx';
import classes from './Sheet.module.css';
import type { Filtered } from './use-filtered.ts';

/** Looks for words, shows only rows that want a person, leads from problem to problem, takes back. */
export function SheetBar(props: {
  readonly item: InboxItem;
  readonly preview: IntakePreviewDto;
  readonly view: SheetView;
  readonly search: Filtered;
  readonly lastRow: number;
  readonly onTrouble: (step: 1 | -1) => void;
  readonly onDone: () => void;
}) {
  const { item, preview, view, search, lastRow } = props;
  const { t, format } = useText();
  return (
    <div className={classes.bar}>
      <TextInput
        size="xs"
        data-sheet-search
        aria-label={t('intake.sheet.search')}
        placeholder={t('intake.sheet.search')}
        value={search.text}
        onChange={(event) => search.setText(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key === 'Enter' || event.key === 'F6') props.onDone();
          if (event.key === 'Escape') search.setText('');
          if (['Enter', 'F6', 'Escape'].includes(event.key)) event.stopPropagation();
        }}
      />
      <SegmentedControl
        size="xs"
        aria-label={t('intake.sheet.filter')}
        value={search.only}
        data={SHEET_FILTERS.map((value) => ({ value, label: t(`intake.sheet.filter.${value}`) }))}
        onChange={(value) => search.setOnly(SHEET_FILTERS.find((one) => one === value) ?? 'all')}
      />
      <span className={classes.soft} aria-live="polite">
        {search.total === null
          ? t('intake.sheet.rows', { count: format.number(lastRow) })
          : t('intake.sheet.found', { count: search.total })}
      </span>
      <RecipePart {...{ item, preview }} sheet={view.sheet} />
      <BarButtons {...{ item, view }} onTrouble={props.onTrouble} />
    </div>
  );
}

function BarButtons(props: {
  readonly item: InboxItem;
  readonly view: SheetView;
  readonly onTrouble: (step: 1 | -1) => void;
}) {
  const { item, view } = props;
  const { t } = useText();
  const inbox = useInbox();
  const isOpen = item.state === 'read';
  const isFree = view.troubled.length === 0;
  return (
    <span className={classes.buttons}>
      <Button.Group>
        <Button
          size="compact-xs"
          variant="default"
          disabled={isFree}
          aria-label={t('intake.sheet.trouble.before')}
          title={`${t('intake.sheet.trouble.before')} (Shift+F8)`}
          onClick={() => props.onTrouble(-1)}
        >
          <IconChevronUp size="0.9rem" aria-hidden="true" />
        </Button>
        <Button
          size="compact-xs"
          variant="default"
          disabled={isFree}
          title={`${t('intake.sheet.trouble.next')} (F8)`}
          rightSection={<IconChevronDown size="0.9rem" aria-hidden="true" />}
          onClick={() => props.onTrouble(1)}
        >
          {t('intake.sheet.trouble.next')}
        </Button>
      </Button.Group>
      <Button.Group>
        <Button
          size="compact-xs"
          variant="default"
          disabled={!isOpen || item.past.length === 0}
          title="Ctrl+Z"
          leftSection={<IconArrowBackUp size="0.9rem" aria-hidden="true" />}
          onClick={() => inbox.undo(item.key)}
        >
          {t('intake.sheet.undo')}
        </Button>
        <Button
          size="compact-xs"
          variant="default"
          disabled={!isOpen || item.future.length === 0}
          aria-label={t('intake.sheet.redo')}
          title={`${t('intake.sheet.redo')} (Ctrl+Y)`}
          onClick={() => inbox.redo(item.key)}
        >
          <IconArrowForwardUp size="0.9rem" aria-hidden="true" />
        </Button>
      </Button.Group>
    </span>
  );
}
