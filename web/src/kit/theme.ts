import { type CSSVariablesResolver, createTheme, type MantineColorsTuple } from '@mantine/core';

/** The ministry's blue, from nearly white to nearly black. */
const BRAND: MantineColorsTuple = ['#eef3fa', '#dbe5f3', '#b6cae7', '#8eacd9', '#6c92cd', '#557fc5', '#3a68ad', '#22508f', '#12386b', '#0a274e'];

/** Everything that determines the look of the workspace: colours, type, spacing, radius. No other file names a colour. */
export const theme = createTheme({
  colors: { brand: BRAND },
  primaryColor: 'brand',
  primaryShade: { light: 8, dark: 4 },
  autoContrast: true,
  fontFamily: '"Be Vietnam Pro", system-ui, sans-serif',
  headings: { fontFamily: '"Be Vietnam Pro", system-ui, sans-serif', fontWeight: '600' },
  defaultRadius: 'sm',
  focusRing: 'auto',
  cursorType: 'pointer',
  respectReducedMotion: true,
  // Hints are below their field, so that fields in a row stay aligned.
  components: {
    InputWrapper: { defaultProps: { inputWrapperOrder: ['label', 'input', 'description', 'error'] } },
    // A dialog's title is not another page heading.
    ModalHeader: { defaultProps: { component: 'div' } },
  },
});

/** Colours by purpose; each has a contrast of 4.5:1 on its background, in light and dark. */
export const colours: CSSVariablesResolver = ({ colors }) => ({
  variables: { '--step-open': 'var(--mantine-primary-color-filled)' },
  light: {
    '--mantine-color-dimmed': '#5a6472',
    '--mantine-color-placeholder': '#66707d',
    '--mantine-color-error': '#c92a2a',
    '--note-back': '#fff3bf',
    '--note-text': '#5c3d00',
    '--mantine-color-yellow-light-color': '#5c3d00',
    '--step-over': '#b8c0cb',
    '--step-coming': '#b6cae7',
    '--today': '#c0261d',
  },
  dark: {
    '--mantine-color-dimmed': colors.dark[1],
    '--mantine-color-placeholder': colors.dark[1],
    '--mantine-color-error': '#ff8787',
    '--mantine-color-anchor': BRAND[3],
    // Buttons have white text, so their background is darker than the shade for lines.
    '--mantine-color-brand-filled': BRAND[6],
    '--mantine-color-brand-filled-hover': BRAND[7],
    '--mantine-primary-color-filled': BRAND[6],
    '--mantine-primary-color-filled-hover': BRAND[7],
    '--mantine-color-red-filled': '#c92a2a',
    '--mantine-color-red-filled-hover': '#b02525',
    '--note-back': '#3b2f0a',
    '--note-text': '#ffe8a1',
    '--mantine-color-yellow-light': '#3b2f0a',
    '--mantine-color-yellow-light-color': '#ffe8a1',
    '--step-over': '#565b63',
    '--step-coming': '#2c4a75',
    '--today': '#ff8f85',
  },
});
