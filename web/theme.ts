/** The look of the staff pages: quiet surfaces, one accent, dense but legible. Contrast is at least 4.5:1 on text. */
import { Badge, Button, createTheme, Input, Paper, type MantineColorsTuple } from '@mantine/core';

const petrol: MantineColorsTuple = [
  '#eef6f8', '#dcebef', '#b5d6de', '#8bc0cc', '#5fa5b6', '#3a8a9e', '#1d7188', '#0f5c72', '#0b4a5d', '#083848',
];
const slate: MantineColorsTuple = [
  '#f6f8f9', '#eceff2', '#dde3e8', '#c5ced6', '#9dabb7', '#687681', '#566470', '#414d58', '#2b353e', '#182027',
];

const red: MantineColorsTuple = ['#fdf1f1', '#fbe0e1', '#f4bfc2', '#e99ba0', '#dc757d', '#c94a55', '#b52b39', '#a61b29', '#861520', '#651018'];
const green: MantineColorsTuple = ['#eef7f1', '#d9ecdf', '#b2d9c0', '#87c39d', '#5dad7b', '#3d965f', '#278150', '#1b6e43', '#145735', '#0e4028'];
const ochre: MantineColorsTuple = ['#fff8eb', '#fdeccb', '#f9d89b', '#f2bd60', '#dd9a2b', '#b97a10', '#9c6405', '#8a5300', '#6f4300', '#543300'];

export const theme = createTheme({
  primaryColor: 'petrol',
  primaryShade: 7,
  colors: { petrol, gray: slate, red, green, ochre },
  black: '#182027',
  fontFamily: '"Inter", "Segoe UI", "Roboto", "Noto Sans", "Helvetica Neue", Arial, sans-serif',
  // Stacked Vietnamese marks (Ỗ, Ẫ) are cut when lines are closer than 1.4.
  lineHeights: { xs: '1.45', sm: '1.5', md: '1.5', lg: '1.5', xl: '1.5' },
  headings: { fontWeight: '650', sizes: { h1: { fontSize: '1.5rem', lineHeight: '1.4' }, h2: { fontSize: '1.0625rem', lineHeight: '1.45' }, h3: { fontSize: '0.9375rem', lineHeight: '1.45' } } },
  fontSizes: { xs: '0.8125rem', sm: '0.875rem', md: '0.9375rem', lg: '1.0625rem', xl: '1.25rem' },
  defaultRadius: 'sm',
  focusRing: 'auto',
  cursorType: 'pointer',
  components: {
    Button: Button.extend({ defaultProps: { size: 'sm' } }),
    Input: Input.extend({ defaultProps: { size: 'sm' } }),
    Paper: Paper.extend({ defaultProps: { withBorder: true, radius: 'md' } }),
    Badge: Badge.extend({ defaultProps: { variant: 'light', radius: 'sm', tt: 'none', fw: 550 } }),
  },
});
