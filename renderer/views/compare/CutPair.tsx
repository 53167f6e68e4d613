import { ActionIcon, SegmentedControl, Select, Tooltip } from '@mantine/core';
import { IconArrowsLeftRight } from '@tabler/icons-react';
import { changeQuery } from '#renderer/app/address.ts';
import { useCut } from '#renderer/app/cut.tsx';
import { useText } from '#renderer/app/text.tsx';
import { Labelled } from '#renderer/ui/Toolbar.tsx';
import { cutName } from '#shared/text/reason-text.ts';
import { type ComparisonChoice, swapCuts } from './use-comparison.ts';

/** The two cuts, the way to swap them, the level and which of the two statuses is compared. */
export function CutPair({ choice }: { readonly choice: ComparisonChoice }) {
  const { t } = useText();
  return (
    <>
      <CutChoice name="from" label={t('compare.from')} value={choice.from} />
      <Tooltip label={t('compare.swap')}>
        <ActionIcon
          variant="default"
          size="2.25rem"
          aria-label={t('compare.swap')}
          onClick={() => swapCuts(choice)}
        >
          <IconArrowsLeftRight size="1.125rem" aria-hidden="true" />
        </ActionIcon>
      </Tooltip>
      <CutChoice name="to" label={t('compare.to')} value={choice.to} />
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

function CutChoice(props: {
  readonly name: 'from' | 'to';
  readonly label: string;
  readonly value: string | null;
}) {
  const text = useText();
  const { cuts } = useCut();
  return (
    <Select
      size="sm"
      w="15rem"
      label={props.label}
      allowDeselect={false}
      maxDropdownHeight="60vh"
      data={cuts.map((cut) => ({ value: cut.id, label: cutName(cut, text) }))}
      value={props.value}
      onChange={(id) => id !== null && changeQuery({ [props.name]: id }, { push: true })}
    />
  );
}
