import { createTheme, type MantineColorsTuple } from '@mantine/core';

/** The blue of the logo. */
const legato: MantineColorsTuple = [
  '#eef3ff', '#dbe4fb', '#b4c6f3', '#8aa5ec', '#688ae6', '#5278e2', '#4670e1', '#375ec8', '#2e54b4', '#21489f',
];

export const theme = createTheme({
  primaryColor: 'legato',
  primaryShade: { light: 8, dark: 7 },
  colors: {
    legato,
    // cooler and deeper than Mantine's own, for long reading
    dark: ['#d5d9e2', '#b3b9c6', '#9299a8', '#646c7d', '#3b4252', '#2c323f', '#20252f', '#191d25', '#14171e', '#0e1116'],
  },
  fontFamily: "Inter, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, sans-serif",
  fontFamilyMonospace: "'JetBrains Mono', 'Cascadia Code', 'SF Mono', Menlo, Consolas, 'DejaVu Sans Mono', monospace",
  fontSizes: { xs: '12px', sm: '13px', md: '14px', lg: '16px', xl: '19px' },
  headings: { fontWeight: '600', sizes: { h1: { fontSize: '20px' }, h2: { fontSize: '16px' }, h3: { fontSize: '14px' } } },
  defaultRadius: 'md',
  radius: { xs: '3px', sm: '4px', md: '6px', lg: '9px', xl: '14px' },
  cursorType: 'pointer',
  components: {
    Button: { defaultProps: { size: 'xs' } },
    ActionIcon: { defaultProps: { variant: 'subtle', color: 'gray', size: 'md' } },
    TextInput: { defaultProps: { size: 'xs' } },
    Textarea: { defaultProps: { size: 'xs' } },
    NumberInput: { defaultProps: { size: 'xs' } },
    PasswordInput: { defaultProps: { size: 'xs' } },
    Select: { defaultProps: { size: 'xs' } },
    MultiSelect: { defaultProps: { size: 'xs' } },
    Autocomplete: { defaultProps: { size: 'xs' } },
    TagsInput: { defaultProps: { size: 'xs' } },
    FileInput: { defaultProps: { size: 'xs' } },
    Switch: { defaultProps: { size: 'xs' } },
    Checkbox: { defaultProps: { size: 'xs' } },
    Radio: { defaultProps: { size: 'xs' } },
    SegmentedControl: { defaultProps: { size: 'xs' } },
    Tooltip: { defaultProps: { openDelay: 300, withArrow: true, fz: 'xs' } },
    Menu: { defaultProps: { shadow: 'md', position: 'bottom-end' } },
    Modal: { defaultProps: { centered: true, overlayProps: { backgroundOpacity: 0.45, blur: 1 } } },
  },
});
