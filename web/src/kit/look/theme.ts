import { type CSSVariablesResolver, colorsTuple, createTheme, type MantineColorsTuple } from '@mantine/core';

const tuple = (...names: readonly string[]) => names.map((name) => `var(--${name})`) as unknown as MantineColorsTuple;

/** The greys that components fall back upon, by the tokens that stand for them: of light pages, and of dark ones. */
const GREYS = {
  gray: tuple('sunken', 'sunken', 'line', 'line', 'line-strong', 'line-strong', 'quiet', 'quiet', 'ink', 'ink'),
  dark: tuple('ink', 'quiet', 'quiet', 'line-strong', 'line-strong', 'line', 'raised', 'paper', 'sunken', 'ground'),
};

/** How the components look: everything by the names of `design/tokens.css`. */
export const theme = createTheme({
  colors: { ...GREYS, brand: colorsTuple('var(--brand)') },
  primaryColor: 'brand',
  fontFamily: 'var(--font)',
  headings: { fontFamily: 'var(--font)', fontWeight: '600' },
  fontSizes: { xs: 'var(--text-xs)', sm: 'var(--text-s)', md: 'var(--text-m)', lg: 'var(--text-l)', xl: 'var(--text-xl)' },
  spacing: { xs: 'var(--space-2)', sm: 'var(--space-3)', md: 'var(--space-4)', lg: 'var(--space-5)', xl: 'var(--space-6)' },
  radius: { xs: 'var(--radius-s)', sm: 'var(--radius-s)', md: 'var(--radius)', lg: 'var(--radius)', xl: 'var(--radius)' },
  shadows: { xs: 'var(--shadow-1)', sm: 'var(--shadow-1)', md: 'var(--shadow-2)', lg: 'var(--shadow-2)', xl: 'var(--shadow-2)' },
  defaultRadius: 'sm',
  focusRing: 'auto',
  cursorType: 'pointer',
  respectReducedMotion: true,
  // Hints are below their field, so that fields in a row stay aligned.
  components: {
    InputWrapper: { defaultProps: { inputWrapperOrder: ['label', 'input', 'description', 'error'] } },
    // A dialog's title is not another page heading.
    ModalHeader: { defaultProps: { component: 'div' } },
    Paper: { defaultProps: { radius: 'md' } },
  },
});

/** What a component draws of a colour: as a filled ground, a soft one, an edge, a text. */
const drawn = (name: string, [filled, strong, soft, ink]: readonly [string, string, string, string]) => ({
  [`--mantine-color-${name}-filled`]: `var(--${filled})`,
  [`--mantine-color-${name}-filled-hover`]: `var(--${strong})`,
  [`--mantine-color-${name}-light`]: `var(--${soft})`,
  [`--mantine-color-${name}-light-hover`]: `var(--${soft})`,
  [`--mantine-color-${name}-light-color`]: `var(--${ink})`,
  [`--mantine-color-${name}-outline`]: `var(--${ink})`,
  [`--mantine-color-${name}-outline-hover`]: `var(--${soft})`,
  [`--mantine-color-${name}-text`]: `var(--${ink})`,
});

const BY_TOKENS = {
  '--mantine-color-text': 'var(--ink)',
  '--mantine-color-bright': 'var(--ink)',
  '--mantine-color-body': 'var(--paper)',
  '--mantine-color-anchor': 'var(--link)',
  '--mantine-color-dimmed': 'var(--quiet)',
  '--mantine-color-placeholder': 'var(--quiet)',
  '--mantine-color-error': 'var(--bad)',
  '--mantine-color-default': 'var(--paper)',
  '--mantine-color-default-hover': 'var(--sunken)',
  '--mantine-color-default-color': 'var(--ink)',
  '--mantine-color-default-border': 'var(--line)',
  '--mantine-color-disabled': 'var(--sunken)',
  '--mantine-color-disabled-color': 'var(--quiet)',
  '--mantine-color-disabled-border': 'var(--line)',
  '--mantine-primary-color-filled': 'var(--brand)',
  '--mantine-primary-color-filled-hover': 'var(--brand-strong)',
  '--mantine-primary-color-light': 'var(--brand-soft)',
  '--mantine-primary-color-light-hover': 'var(--brand-soft)',
  '--mantine-primary-color-light-color': 'var(--brand-ink)',
  ...drawn('brand', ['brand', 'brand-strong', 'brand-soft', 'brand-ink']),
  ...drawn('red', ['bad-fill', 'bad-strong', 'bad-soft', 'bad']),
  ...drawn('yellow', ['warn-fill', 'warn-fill', 'warn-soft', 'warn']),
  ...drawn('teal', ['good-fill', 'good-fill', 'good-soft', 'good']),
};

/** Both schemes have one set of names; the tokens know which of the two holds. */
export const colours: CSSVariablesResolver = () => ({ variables: {}, light: BY_TOKENS, dark: BY_TOKENS });
