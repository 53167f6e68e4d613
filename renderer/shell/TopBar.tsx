import { ActionIcon, Tooltip } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useAddress } from '#renderer/ground/address.ts';
import { useCut } from '#renderer/ground/cut.tsx';
import { useText } from '#renderer/ground/text.tsx';
import { DataAge } from '#renderer/ui/DataAge.tsx';
import { SourceMark } from '#renderer/ui/SourceMark.tsx';
import { CutSelector } from './CutSelector.tsx';
import { titleOf } from './screens.ts';
import classes from './TopBar.module.css';
import type { Command, Commands } from './use-commands.ts';

/** The top bar: where one is, which cut, how old, from what source; search and the switches. */
export function TopBar(props: { readonly commands: Commands }) {
  const { t, locale } = useText();
  const { path } = useAddress();
  const { search, language, appearance, wall, help } = props.commands;
  return (
    <header className={classes.bar}>
      <h1 className={classes.title}>{t(titleOf(path))}</h1>
      <CutSelector />
      <DataAge />
      <SourceMark />
      <CorrectedMark />
      <button
        type="button"
        className={classes.search}
        onClick={() => search.run?.()}
        aria-keyshortcuts={search.keys[0]?.replace('Ctrl ', 'Control+')}
      >
        <IconSearch size="1rem" aria-hidden="true" />
        <span>{t(search.label)}</span>
        <kbd>{search.keys[0]}</kbd>
      </button>
      <span className={classes.switches}>
        <BarButton command={language} label={t('language.switch')}>
          <span className={classes.language} aria-hidden="true">
            {locale.toUpperCase()}
          </span>
        </BarButton>
        <BarButton command={appearance} />
        <BarButton command={wall} />
        <BarButton command={help} />
      </span>
    </header>
  );
}

/** Figures of a closed cut were changed afterwards: whoever reads this screen must know. */
function CorrectedMark() {
  const { t } = useText();
  const { cut } = useCut();
  if (cut?.corrected !== true) return null;
  return <span className={classes.corrected}>{t('cut.corrected')}</span>;
}

function BarButton(props: {
  readonly command: Command;
  /** In place of the command's own, for who does not read that. */
  readonly label?: string;
  readonly children?: ReactNode;
}) {
  const { t } = useText();
  const { label: key, icon: Icon, run } = props.command;
  const label = props.label ?? t(key);
  return (
    <Tooltip label={label}>
      <ActionIcon
        variant="subtle"
        color="gray"
        size="2.25rem"
        className={classes.button ?? ''}
        aria-label={label}
        onClick={() => run?.()}
      >
        {Icon && <Icon size="1.25rem" stroke={1.6} aria-hidden="true" />}
        {props.children}
      </ActionIcon>
    </Tooltip>
  );
}
