/** How a card looks: Teams' light theme, with tones of green, amber and red that are readable on white and light grey. */

const foregroundColors = {
  default: { default: '#242424', subtle: '#5c5c5c' },
  accent: { default: '#4f52b2', subtle: '#4f52b2' },
  good: { default: '#0e6027', subtle: '#0e6027' },
  warning: { default: '#7a4d00', subtle: '#7a4d00' },
  attention: { default: '#b10e1c', subtle: '#b10e1c' },
};

export const hostConfig = {
  fontFamily: '"Segoe UI", "Segoe UI Web", "Open Sans", "Noto Sans", system-ui, sans-serif',
  fontSizes: { small: 12, default: 14, medium: 16, large: 18, extraLarge: 24 },
  fontWeights: { lighter: 300, default: 400, bolder: 600 },
  lineHeights: { small: 16, default: 20, medium: 22, large: 24, extraLarge: 32 },
  spacing: { small: 6, default: 10, medium: 14, large: 20, extraLarge: 28, padding: 16 },
  separator: { lineThickness: 1, lineColor: '#e0e0e0' },
  supportsInteractivity: true,
  containerStyles: {
    default: { backgroundColor: '#ffffff', foregroundColors },
    emphasis: { backgroundColor: '#f5f5f5', foregroundColors },
    good: { backgroundColor: '#e7f2da', foregroundColors },
    warning: { backgroundColor: '#fff4ce', foregroundColors },
    attention: { backgroundColor: '#fcf4f6', foregroundColors },
    accent: { backgroundColor: '#e8ebfa', foregroundColors },
  },
  inputs: {
    label: {
      inputSpacing: 'small',
      requiredInputs: { weight: 'bolder', suffix: ' *', suffixColor: 'attention' },
      optionalInputs: { weight: 'bolder' },
    },
    errorMessage: { color: 'attention', spacing: 'small' },
  },
  actions: {
    maxActions: 6,
    spacing: 'medium',
    buttonSpacing: 8,
    showCard: { actionMode: 'inline', inlineTopMargin: 12, style: 'emphasis' },
    actionsOrientation: 'horizontal',
    actionAlignment: 'left',
  },
  adaptiveCard: { allowCustomStyle: false },
  factSet: {
    title: { weight: 'bolder', wrap: true, maxWidth: 160 },
    value: { wrap: true },
    spacing: 12,
  },
  textBlock: { headingLevel: 3 },
};
