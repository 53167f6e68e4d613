import { ActionIcon, Tooltip, useComputedColorScheme, useMantineColorScheme } from '@mantine/core';
import { IconDeviceTv, IconKeyboard, IconLanguage, IconMoon, IconSearch, IconSun } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useAddress } from '#renderer/ground/address.ts';
import { useCut } from '#renderer/ground/cut.tsx';
import { useText } from '#renderer/ground/text.tsx';
import { openWall } from '#renderer/ground/wall-address.ts';
import { DataAge } from '#renderer/ui/DataAge.tsx';
import { SourceMark } from '#renderer/ui/SourceMark.tsx';
import { CutSelector } from './CutSelector.tsx';
import { titleOf } from './screens.ts';
import classes from './TopBar.module.css';

/** The top bar: where one is, which cut, how old, from what source; search and the switches. */
export function TopBar(props: { readonly onSearch: () => void; readonly onHelp: () => void }) {
  const { t, locale, setLocale } = useText();
  const { path } = useAddress();
  return (
    <header className={classes.bar}>
      <h1 className={classes.title}>{t(titleOf(path))}</h1>
      <CutSelector />
      <DataAge />
      <SourceMark />
      <CorrectedMark />
      <button type="button" className={classes.search} onClick={props.onSearch} aria-keyshortcuts="Control+K">
        <IconSearch size="1rem" aria-hidden="true" />
        <span>{t('search.open')}</span>
        <kbd>Ctrl K</kbd>
      </button>
      <span className={classes.switches}>
        <BarButton label={t('language.switch')} onClick={() => setLocale(locale === 'vi' ? 'en' : 'vi')}>
          <IconLanguage size="1.25rem" stroke={1.6} aria-hidden="true" />
          <span className={classes.language} aria-hidden="true">
            {locale.toUpperCase()}
          </span>
        </BarButton>
        <AppearanceSwitch />
        <BarButton label={t('frame.wall.hint')} onClick={openWall}>
          <IconDeviceTv size="1.25rem" stroke={1.6} aria-hidden="true" />
        </BarButton>
        <BarButton label={t('help.open')} onClick={props.onHelp}>
          <IconKeyboard size="1.25rem" stroke={1.6} aria-hidden="true" />
        </BarButton>
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

function AppearanceSwitch() {
  const { t } = useText();
  const { setColorScheme } = useMantineColorScheme();
  const isDark = useComputedColorScheme('light') === 'dark';
  const Icon = isDark ? IconSun : IconMoon;
  return (
    <BarButton
      label={t(isDark ? 'appearance.light' : 'appearance.dark')}
      onClick={() => setColorScheme(isDark ? 'light' : 'dark')}
    >
      <Icon size="1.25rem" stroke={1.6} aria-hidden="true" />
    </BarButton>
  );
}

function BarButton(props: {
  readonly label: string;
  readonly onClick: () => void;
  readonly children: ReactNode;
}) {
  return (
    <Tooltip label={props.label}>
      <ActionIcon
        variant="subtle"
        color="gray"
        size="2.25rem"
        className={classes.button ?? ''}
        aria-label={props.label}
        onClick={props.onClick}
      >
        {props.children}
      </ActionIcon>
    </Tooltip>
  );
}
