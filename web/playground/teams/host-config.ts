/**
 * The look of a card: the colours of Teams' light and dark theme, which style.css names, with tones of green, amber and
 * red that are readable on all its surfaces. The package copies these values to the styles of its elements.
 */

const both = (name: string) => ({ default: `var(--teams-${name})`, subtle: `var(--teams-${name})` });

const foregroundColors = {
  default: { default: 'var(--teams-ink)', subtle: 'var(--teams-subtle)' },
  accent: { default: 'var(--teams)', subtle: 'var(--teams)' },
  good: both('good'),
  warning: both('warning'),
  attention: both('attention'),
};

export const hostConfig = {
  fontFamily: '"Segoe UI", "Segoe UI Web", "Open Sans", "Noto Sans", system-ui, sans-serif',
  fontSizes: { small: 12, default: 14, medium: 16, large: 18, extraLarge: 24 },
  fontWeights: { lighter: 300, default: 400, bolder: 600 },
  lineHeights: { small: 16, default: 20, medium: 22, large: 24, extraLarge: 32 },
  spacing: { small: 6, default: 10, medium: 14, large: 20, extraLarge: 28, padding: 16 },
  separator: { lineThickness: 1, lineColor: 'var(--teams-line)' },
  supportsInteractivity: true,
  containerStyles: {
    default: { backgroundColor: 'var(--teams-card)', foregroundColors },
    emphasis: { backgroundColor: 'var(--teams-canvas)', foregroundColors },
    good: { backgroundColor: 'light-dark(#e7f2da, #2c3a20)', foregroundColors },
    warning: { backgroundColor: 'light-dark(#fff4ce, #40380e)', foregroundColors },
    attention: { backgroundColor: 'light-dark(#fcf4f6, #472326)', foregroundColors },
    accent: { backgroundColor: 'light-dark(#e8ebfa, #2f2f4a)', foregroundColors },
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
