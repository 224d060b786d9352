import type { PackedAction } from '../../packed-action.ts';

/** The part of Adaptive Cards 1.5 that we send: https://adaptivecards.io/explorer/ */
export type AdaptiveCardJson = {
  type: 'AdaptiveCard';
  version: '1.5';
  lang: string;
  /** A client that is too old for the card shows this. */
  fallbackText: string;
  msteams: { width: 'Full' };
  refresh?: Refresh;
  body: AdaptiveElement[];
  actions: AdaptiveAction[];
};

/** The clients of these people fetch the present card by themselves. */
export type Refresh = {
  action: { type: 'Action.Execute'; verb: string; title: string; data: PackedAction };
  userIds: string[];
};

export type AdaptiveElement =
  | { type: 'TextBlock'; text: string; style: 'heading'; size: 'Large'; weight: 'Bolder'; wrap: true }
  | ({ type: 'RichTextBlock'; inlines: TextRun[] } & Placed)
  | ({ type: 'Container'; style?: 'emphasis'; items: AdaptiveElement[] } & Placed)
  | ({ type: 'ColumnSet'; columns: Column[] } & Placed)
  | { type: 'ActionSet'; actions: AdaptiveAction[] }
  | AdaptiveInput;

/** A toggle is named by its `title`, the others by their `label`. */
export type AdaptiveInput =
  | ({ id: string; label: string; isRequired: boolean; errorMessage?: string } & LabelledInput)
  | {
      type: 'Input.Toggle';
      id: string;
      title: string;
      value: 'true' | 'false';
      valueOn: 'true';
      valueOff: 'false';
      wrap: true;
    };

type LabelledInput =
  | { type: 'Input.Text'; isMultiline: boolean; maxLength?: number; value: string }
  | { type: 'Input.Number'; min: number; max: number; value?: number }
  | {
      type: 'Input.ChoiceSet';
      style: 'compact';
      choices: Array<{ title: string; value: string }>;
      value: string;
      placeholder: string;
      wrap: true;
    };

export type AdaptiveAction = AdaptiveExecute | AdaptiveOpener | { type: 'Action.OpenUrl'; title: string; url: string };

export type AdaptiveSubmit = {
  type: 'Action.Submit';
  title: string;
  data: PackedAction;
  style?: 'positive' | 'destructive';
  associatedInputs?: 'none';
};

/** A button at which Teams asks the bot for a dialog (https://learn.microsoft.com/microsoftteams/platform/task-modules-and-cards/task-modules/invoking-task-modules). */
export type AdaptiveOpener = Omit<AdaptiveSubmit, 'data'> & {
  data: PackedAction & { msteams: { type: 'task/fetch' } };
};

export type AdaptiveExecute = {
  type: 'Action.Execute';
  verb: string;
  title: string;
  data: PackedAction;
  style?: 'positive' | 'destructive';
  associatedInputs?: 'none';
  /** For clients that know no Action.Execute. */
  fallback: AdaptiveSubmit;
};

export type Column = { type: 'Column'; width: 'auto' | 'stretch'; items: AdaptiveElement[] };

export type TextRun = { type: 'TextRun'; text: string } & TextLook;

export type TextLook = {
  weight?: 'Bolder';
  isSubtle?: true;
  size?: 'Small';
  color?: 'Attention';
};

type Placed = { spacing?: 'None' | 'Small' | 'Medium'; separator?: true };

/** One line of text. */
export type Paragraph = Extract<AdaptiveElement, { type: 'RichTextBlock' }>;
