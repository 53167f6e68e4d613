import {
  Combobox,
  type CSSVariablesResolver,
  createTheme,
  type MantineColorsTuple,
  Modal,
} from '@mantine/core';
import { SELECTION, statusStyle, type Theme, UNDETERMINED } from '#shared/domain/colours.ts';

export const FONT_FAMILY = "'Be Vietnam Pro', system-ui, sans-serif";

// Blue is only ever the selection, so it is what Mantine uses for focus and checked inputs.
const selection: MantineColorsTuple = [
  '#EAF2FE',
  '#D5E5FC',
  '#A9CAF8',
  '#7BADF4',
  '#4A8EEC',
  '#2A79E4',
  SELECTION.light,
  '#1058BC',
  '#0D4799',
  '#093672',
];

// Mantine's own dark greys are neutral; ours lean to blue as the surfaces do.
const dark: MantineColorsTuple = [
  '#EAF0F5',
  '#C9D4DE',
  '#A9B7C4',
  '#7C8A99',
  '#3A4855',
  '#2B3743',
  '#1D2731',
  '#0E141A',
  '#121920',
  '#0A0F14',
];

/** Calm, dense, square-cornered: an official instrument, not a consumer page. */
export const theme = createTheme({
  fontFamily: FONT_FAMILY,
  headings: { fontFamily: FONT_FAMILY, fontWeight: '600' },
  colors: { selection, dark },
  primaryColor: 'selection',
  // White words on the filled button: 4.5:1 on both grounds.
  primaryShade: 6,
  defaultRadius: 'sm',
  cursorType: 'pointer',
  respectReducedMotion: true,
  components: {
    // A closed list is not in the page: three of them stand on the map, the provinces' with all of its names.
    Combobox: Combobox.extend({ defaultProps: { keepMounted: false } }),
    Modal: Modal.extend({
      styles: {
        content: { background: 'var(--surface-raised)' },
        header: { background: 'var(--surface-raised)' },
      },
    }),
  },
  fontSizes: { xs: '0.75rem', sm: '0.8125rem', md: '0.875rem', lg: '1rem', xl: '1.25rem' },
});

const STATUSES = ['green', 'yellow', 'red', 'notReported'] as const;

function statusVariables(name: Theme): Record<string, string> {
  const variables: Record<string, string> = {
    '--selection': SELECTION[name],
    '--undetermined': UNDETERMINED[name],
  };
  for (const status of STATUSES) {
    const { fill, outline, ink } = statusStyle(status, name);
    const key = status === 'notReported' ? 'empty' : status;
    variables[`--${key}`] = fill;
    variables[`--${key}-outline`] = outline;
    variables[`--${key}-ink`] = ink;
  }
  return variables;
}

/** Surfaces and text of both appearances; the colours of statuses come from the domain. */
export const cssVariables: CSSVariablesResolver = () => ({
  variables: {},
  light: {
    ...statusVariables('light'),
    '--page': '#EEF1F4',
    '--surface': '#FFFFFF',
    '--surface-raised': '#FFFFFF',
    '--surface-sunken': '#F5F7F9',
    '--line': '#D9DFE6',
    '--line-strong': '#8894A3',
    '--text': '#15202B',
    '--text-soft': '#4B5966',
    '--rail': '#17222E',
    '--rail-text': '#D5DEE8',
    '--rail-active': '#26364A',
    '--in-time': '#A6D9CB',
    '--warning-surface': '#FFF6DA',
    '--danger-surface': '#FBEAEA',
    '--shadow': '0 1px 2px rgb(16 28 40 / 8%)',
    '--mantine-color-body': '#EEF1F4',
    '--mantine-color-text': '#15202B',
    '--mantine-color-dimmed': '#4B5966',
    '--mantine-color-placeholder': '#5C6B79',
  },
  dark: {
    ...statusVariables('dark'),
    '--page': '#0E141A',
    '--surface': '#161E27',
    '--surface-raised': '#1D2731',
    '--surface-sunken': '#121920',
    '--line': '#2B3743',
    '--line-strong': '#7C8A99',
    '--text': '#EAF0F5',
    '--text-soft': '#A9B7C4',
    '--rail': '#0A0F14',
    '--rail-text': '#C6D2DD',
    '--rail-active': '#1F2C39',
    '--in-time': '#2A6E60',
    '--warning-surface': '#33290C',
    '--danger-surface': '#3A1A1A',
    '--shadow': 'none',
    '--mantine-color-body': '#0E141A',
    '--mantine-color-text': '#EAF0F5',
    '--mantine-color-dimmed': '#A9B7C4',
    '--mantine-color-placeholder': '#93A2B1',
  },
});
