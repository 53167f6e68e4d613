import { ActionIcon, SegmentedControl, Tooltip } from '@mantine/core';
import { IconArrowsLeftRight } from '@tabler/icons-react';
import { changeQuery } from '#renderer/ground/address.ts';
import { useText } from '#renderer/ground/text.tsx';
import { Labelled } from '#renderer/ui/Toolbar.tsx';
import { SidePicker } from './SidePicker.tsx';
import { type ComparisonChoice, swapSides } from './use-comparison.ts';

/** The two sides, the way to swap them, the level and which of the two statuses is compared. */
export function CutPair({ choice }: { readonly choice: ComparisonChoice }) {
  const { t } = useText();
  return (
    <>
      <SidePicker name="from" label={t('compare.from')} choice={choice} />
      <Tooltip label={t('compare.swap')}>
        <ActionIcon
          variant="default"
          size="2.25rem"
          aria-label={t('compare.swap')}
          onClick={() => swapSides(choice)}
        >
          <IconArrowsLeftRight size="1.125rem" aria-hidden="true" />
        </ActionIcon>
      </Tooltip>
      <SidePicker name="to" label={t('compare.to')} choice={choice} />
      <Labelled label={t('compare.level')}>
        <SegmentedControl
          size="sm"
          aria-label={t('compare.level')}
          value={choice.level}
          onChange={(level) => changeQuery({ level: level === 'province' ? level : null })}
          data={[
            { value: 'commune', label: t('unitLevel.commune') },
            { value: 'province', label: t('unitLevel.province') },
          ]}
        />
      </Labelled>
      <Labelled label={t('compare.side')}>
        <SegmentedControl
          size="sm"
          aria-label={t('compare.side')}
          value={choice.side}
          onChange={(side) => changeQuery({ side: side === 'operating' ? side : null })}
          data={[
            { value: 'reported', label: t('status.reported') },
            { value: 'operating', label: t('status.operating') },
          ]}
        />
      </Labelled>
    </>
  );
}
