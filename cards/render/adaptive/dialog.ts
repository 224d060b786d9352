import type { AdaptiveAction, AdaptiveCardJson, AdaptiveElement, AdaptiveSubmit } from './json.ts';

type DialogAction = AdaptiveSubmit | Exclude<AdaptiveAction, { type: 'Action.Execute' }>;

export type AdaptiveDialogJson = Omit<AdaptiveCardJson, 'body' | 'actions' | 'refresh'> & {
  body: unknown[];
  actions: DialogAction[];
};

/**
 * Renders a card for a dialog: with Action.Submit, which dialogs know
 * (https://learn.microsoft.com/microsoftteams/platform/task-modules-and-cards/task-modules/design-teams-task-modules),
 * without the heading, which is the dialog's own, and without a button that only closes.
 */
export function asDialog({ refresh: _, body, actions, ...head }: AdaptiveCardJson): AdaptiveDialogJson {
  const [, ...rest] = body;
  return { ...head, body: rest.map(submitted), actions: actions.filter((action) => !closes(action)).map(asSubmit) };
}

const closes = (action: AdaptiveAction) => action.type === 'Action.Execute' && action.verb === 'close-form';

const asSubmit = (action: AdaptiveAction): DialogAction =>
  action.type === 'Action.Execute' ? action.fallback : action;

function submitted(element: AdaptiveElement): unknown {
  switch (element.type) {
    case 'ActionSet':
      return { ...element, actions: element.actions.map(asSubmit) };
    case 'Container':
      return { ...element, items: element.items.map(submitted) };
    case 'ColumnSet':
      return {
        ...element,
        columns: element.columns.map((column) => ({ ...column, items: column.items.map(submitted) })),
      };
    default:
      return element;
  }
}
