import { Button, Select } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useApi } from '#renderer/ground/client/ApiProvider.tsx';
import { useText } from '#renderer/ground/text.tsx';
import { foldText } from '#shared/text/fold.ts';
import { filterGroups, meaningOptions, withOwn } from '../column-meanings.ts';
import { useInbox } from '../inbox.tsx';
import type { InboxItem } from '../inbox-item.ts';
import { lettersOf, type SheetView } from './overlay.ts';
import classes from './Sheet.module.css';
import type { SpotPlace } from './spot.ts';

const NOTHING = 'ignored';

/** What the column holds, and on what ground; another meaning, or none, can be said. */
export function ColumnRole(props: {
  readonly item: InboxItem;
  readonly view: SheetView;
  readonly spot: SpotPlace;
  readonly onLeave: () => void;
}) {
  const { item, view, spot, onLeave } = props;
  const text = useText();
  const { t } = text;
  const inbox = useInbox();
  const indicators = useQuery(useApi().plan.indicators.queryOptions()).data;
  const meanings = useMemo(() => meaningOptions(indicators ?? [], text), [indicators, text]);
  const letters = lettersOf(spot.column);
  const column = view.columns.get(letters);
  if (column === undefined) return null;
  const { meaning, certainty, questionId, header } = column;
  const { answers } = item.revision;
  const isOpen = item.state === 'read';
  const revise = (next: Record<string, string>) => {
    inbox.revise(item.key, { answers: next });
    onLeave();
  };
  const say = (code: string) => revise({ ...answers, [questionId]: code });
  const withdraw = () => {
    const { [questionId]: _, ...others } = answers;
    revise(others);
  };
  const other = t(meaning.startsWith('base:') ? 'intake.meaning.base' : 'intake.meaning.unknown');
  return (
    <section className={classes.part}>
      <h3>{t('intake.sheet.column', { column: letters })}</h3>
      <p className={classes.value}>{header === '' ? t('intake.sheet.empty') : header}</p>
      <div data-column-role>
        <Select
          size="xs"
          aria-label={t('intake.sheet.columnMeans', { column: letters })}
          data={withOwn(meanings, meaning, other)}
          value={answers[questionId] ?? meaning}
          allowDeselect={false}
          disabled={!isOpen}
          searchable
          maxDropdownHeight="50vh"
          comboboxProps={{ width: 'max-content', position: 'bottom-end' }}
          filter={({ options, search }) => filterGroups(options, foldText(search))}
          onChange={(code) => code !== null && say(code)}
        />
      </div>
      <p className={classes.soft}>
        {t(`intake.certainty.${answers[questionId] === undefined ? certainty : 'chosen'}`)}
      </p>
      <div className={classes.acts}>
        {answers[questionId] === undefined ? (
          <Button
            size="compact-xs"
            variant="default"
            disabled={!isOpen || meaning === NOTHING}
            onClick={() => say(NOTHING)}
          >
            {t('intake.sheet.noData')}
          </Button>
        ) : (
          <Button size="compact-xs" variant="default" disabled={!isOpen} onClick={withdraw}>
            {t('intake.sheet.asFound')}
          </Button>
        )}
      </div>
    </section>
  );
}
