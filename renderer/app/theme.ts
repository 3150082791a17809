import { createTheme, type MantineColorsTuple } from '@mantine/core';

const ink: MantineColorsTuple = ['#eef3fb', '#dbe6f6', '#b5cbeb', '#8bade0', '#668fd2', '#4a77c2', '#3561ad', '#264f94', '#1d3f78', '#15305d'];
const seal: MantineColorsTuple = ['#fdeeed', '#fad9d6', '#f3b0aa', '#eb867d', '#e36459', '#d94a3f', '#c73429', '#b3261e', '#911c16', '#6f130f'];
// from text to ground, as the kit counts its dark shades
const dark: MantineColorsTuple = ['#e4e8ee', '#c3cad4', '#a3adbb', '#7c8796', '#444c59', '#2e343e', '#20252d', '#1b1f26', '#14171c', '#0f1216'];

const small = { defaultProps: { size: 'sm' } } as const;

/** One ink blue, one seal red, neutral greys; 14 px, small radii, no shadows to speak of. */
export const theme = createTheme({
  primaryColor: 'ink',
  primaryShade: { light: 7, dark: 6 },
  colors: { ink, seal, dark },
  fontFamily: "'Be Vietnam Pro', 'Segoe UI', sans-serif",
  headings: { fontFamily: "'Be Vietnam Pro', 'Segoe UI', sans-serif", fontWeight: '600' },
  defaultRadius: 4,
  cursorType: 'pointer',
  respectReducedMotion: true,
  components: {
    Button: small,
    InputWrapper: { defaultProps: { withAsterisk: false } },
    TextInput: small,
    Textarea: small,
    NumberInput: small,
    MultiSelect: small,
    Select: { defaultProps: { size: 'sm', checkIconPosition: 'right', comboboxProps: { transitionProps: { duration: 0 } } } },
    // the scroll lock writes a style element, which the content policy refuses; the page itself never scrolls
    Modal: { defaultProps: { lockScroll: false, centered: true, transitionProps: { duration: 0 }, closeButtonProps: { 'aria-label': 'Đóng' }, overlayProps: { backgroundOpacity: 0.35 } } },
    Popover: { defaultProps: { transitionProps: { duration: 0 } } },
    Menu: { defaultProps: { transitionProps: { duration: 0 } } },
    Tooltip: { defaultProps: { openDelay: 400, transitionProps: { duration: 0 } } },
  },
});
