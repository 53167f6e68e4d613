import { useComputedColorScheme } from '@mantine/core';
import { useEffect, useMemo, useState } from 'react';
import { FONT_FAMILY } from '#renderer/ground/theme.ts';
import type { Theme } from '#shared/domain/colours.ts';
import { SEA } from './map-colours.ts';
import type { MapStyle } from './map-painter.ts';

type Inks = Omit<MapStyle, 'fontFamily' | 'size'>;

const INKS: Readonly<Record<Theme, Inks>> = {
  light: {
    sea: SEA.light,
    provinceLine: { colour: '#22303D', opacity: 1 },
    communeLine: { colour: '#FFFFFF', opacity: 0.7 },
  },
  dark: {
    sea: SEA.dark,
    provinceLine: { colour: '#0A0F14', opacity: 1 },
    communeLine: { colour: '#0E141A', opacity: 0.6 },
  },
};

/** The appearance on screen. */
export function useTheme(): Theme {
  return useComputedColorScheme('light');
}

/** Lines and type of the map in the appearance on screen, as large as the rest of its text. */
export function useMapStyle(labelScale = 1): MapStyle {
  const theme = useTheme();
  const rootSize = useRootSize();
  // Names are measured before they are written: they are placed again when the font is there.
  const hasFont = useFontReady();
  return useMemo(
    () => ({
      ...INKS[theme],
      fontFamily: hasFont ? FONT_FAMILY : 'sans-serif',
      size: (rootSize / 16) * labelScale,
    }),
    [theme, rootSize, labelScale, hasFont],
  );
}

function useRootSize(): number {
  const [size, setSize] = useState(rootFontSize);
  useEffect(() => {
    const update = () => setSize(rootFontSize());
    window.addEventListener('resize', update);
    return () => window.removeEventListener('resize', update);
  }, []);
  return size;
}

function rootFontSize(): number {
  return Number.parseFloat(window.getComputedStyle(document.documentElement).fontSize) || 16;
}

function useFontReady(): boolean {
  const [isReady, setReady] = useState(() => document.fonts.check(FONT_SAMPLE));
  useEffect(() => {
    let isCurrent = true;
    const finish = () => isCurrent && setReady(true);
    document.fonts.load(FONT_SAMPLE, 'ĐắkLăk').then(finish, finish);
    return () => {
      isCurrent = false;
    };
  }, []);
  return isReady;
}

const FONT_SAMPLE = `600 12px ${FONT_FAMILY}`;
