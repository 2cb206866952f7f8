import { createTheme, defaultVariantColorsResolver, type MantineColorsTuple } from '@mantine/core';

/** Ten shades around the accent of each scheme: lichen 7 in light (#2F6B4F), 4 in dark (#7CC49E). */
const lichen: MantineColorsTuple = ['#EEF6F1', '#DCECE3', '#BCDBCA', '#98CDB1', '#7CC49E', '#55A57D', '#3F8764', '#2F6B4F', '#24553E', '#17392A'];
const amber: MantineColorsTuple = ['#FDF5E3', '#F9E8C2', '#F1D291', '#E8BC62', '#E0A93E', '#BE8820', '#9A6C12', '#7D560B', '#614206', '#432D03'];
const brick: MantineColorsTuple = ['#FBEEEB', '#F5D9D3', '#EAB4A9', '#E29283', '#DD8272', '#C25B4A', '#A94535', '#8E3628', '#6F291E', '#4C1B13'];
const sky: MantineColorsTuple = ['#EAF2FB', '#D2E2F5', '#A8C7EA', '#85B2E2', '#7FB0E4', '#4C86C2', '#346CA6', '#24568A', '#1A426C', '#102C4A'];

const fontFamily = "'Inter Variable', 'Inter Fallback', 'Noto Sans Devanagari Variable', system-ui, sans-serif";

/** Slate to chalk: what fields and buttons lie on in the dark. */
const dark: MantineColorsTuple = ['#ECEBE6', '#C9CBC8', '#ABAFAF', '#858B8C', '#5B6366', '#3F474C', '#262C31', '#1F2428', '#171B1E', '#101315'];

export const theme = createTheme({
  colors: { lichen, amber, brick, sky, dark },
  primaryColor: 'lichen',
  primaryShade: { light: 7, dark: 4 },
  autoContrast: true,
  luminanceThreshold: 0.32,
  defaultRadius: 'md',
  radius: { xs: '4px', sm: '6px', md: '8px', lg: '12px', xl: '16px' },
  fontFamily,
  headings: { fontFamily, fontWeight: '600', sizes: { h1: { fontSize: '28px', lineHeight: '1.25' }, h2: { fontSize: '20px', lineHeight: '1.35' }, h3: { fontSize: '16px', lineHeight: '1.4' } } },
  fontSizes: { xs: '12px', sm: '14px', md: '16px', lg: '20px', xl: '28px' },
  spacing: { xs: '8px', sm: '12px', md: '16px', lg: '24px', xl: '40px' },
  respectReducedMotion: true,
  cursorType: 'pointer',
  focusRing: 'auto',
  // A link inside a sentence is told apart by its line, not by its colour alone.
  components: { Anchor: { defaultProps: { underline: 'always' } } },
  variantColorResolver: (input) => {
    const colors = defaultVariantColorsResolver(input);
    // Mantine's light variant writes shade on tint below 4.5 : 1; ink-deep text on the tint passes AA in both schemes.
    // autoContrast knows one shade; the filled one is light in the dark scheme and takes ink there.
    if (input.variant === 'filled' && (input.color === undefined || input.color === 'lichen')) return { ...colors, color: 'light-dark(#FFFFFF, #10201A)' };
    if (input.variant === 'light') return { ...colors, color: `light-dark(var(--mantine-color-${input.color ?? 'lichen'}-8), var(--mantine-color-${input.color ?? 'lichen'}-2))` };
    // In the dark Mantine takes the shade four above the primary one, which is white nearly: what erases would look like the rest.
    if (input.variant === 'outline' || input.variant === 'subtle') {
      const tinted = `light-dark(${colors.color}, var(--mantine-color-${input.color ?? 'lichen'}-3))`;
      return { ...colors, color: tinted, ...(input.variant === 'outline' && { border: colors.border.replace(colors.color, tinted) }) };
    }
    return colors;
  },
});
