import { ActionIcon, Select } from '@mantine/core';
import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react';
import { useCut } from '#renderer/ground/cut.tsx';
import { useText } from '#renderer/ground/text.tsx';
import type { ListedCutDto } from '#shared/contract/cuts.ts';
import { cutName } from '#shared/text/reason-text.ts';
import classes from './CutSelector.module.css';

/** Chooses the cut that every screen shows; the arrows go to its neighbours in time. */
export function CutSelector() {
  const text = useText();
  const { cuts, cut, previous, next, choose } = useCut();
  if (cut === null) return null;
  // A month is no choice among weeks, but it is what is on screen.
  const offered = cuts.includes(cut) ? cuts : [cut, ...cuts];
  const byId = new Map(offered.map((item) => [item.id, item]));
  return (
    <div className={classes.selector}>
      <Step label={text.t('cut.older')} to={previous} onGo={choose} icon={IconChevronLeft} />
      <Select
        aria-label={text.t('cut.label')}
        className={classes.select ?? ''}
        size="sm"
        allowDeselect={false}
        maxDropdownHeight="60vh"
        comboboxProps={{ width: 300, position: 'bottom-start' }}
        data={offered.map((item) => ({ value: item.id, label: cutName(item, text) }))}
        value={cut.id}
        onChange={(id) => id !== null && choose(id)}
        renderOption={({ option, checked }) => (
          <CutOption cut={byId.get(option.value)} isChosen={checked === true} />
        )}
      />
      <Step label={text.t('cut.newer')} to={next} onGo={choose} icon={IconChevronRight} />
    </div>
  );
}

function CutOption(props: { readonly cut: ListedCutDto | undefined; readonly isChosen: boolean }) {
  const text = useText();
  const { cut } = props;
  if (cut === undefined) return null;
  return (
    <span className={classes.option} data-chosen={props.isChosen || undefined}>
      <span>{cutName(cut, text)}</span>
      <span className={classes.note}>
        {cut.standing === null ? null : text.t(`cut.${cut.standing}`)}
        {cut.corrected ? text.t('cut.corrected') : null}
      </span>
      <span className={classes.asOf}>{text.t('cut.asOf', { time: text.format.dateTime(cut.asOf) })}</span>
    </span>
  );
}

function Step(props: {
  readonly label: string;
  readonly to: ListedCutDto | null;
  readonly onGo: (id: string) => void;
  readonly icon: typeof IconChevronLeft;
}) {
  const { to, icon: Icon } = props;
  return (
    <ActionIcon
      variant="subtle"
      color="gray"
      size="1.75rem"
      aria-label={props.label}
      title={props.label}
      disabled={to === null}
      onClick={() => to !== null && props.onGo(to.id)}
    >
      <Icon size="1.125rem" aria-hidden="true" />
    </ActionIcon>
  );
}
