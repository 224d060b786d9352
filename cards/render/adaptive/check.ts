import { teamsLimits } from '../limits.ts';
import type { AdaptiveAction, AdaptiveCardJson, AdaptiveElement } from './json.ts';

/** Teams counts a card as UTF-16. */
export function bytesOf(card: AdaptiveCardJson): number {
  return JSON.stringify(card).length * teamsLimits.bytesPerCharacter;
}

/** Lists everything in a card that Teams would refuse or hide, in words for the developer; empty for a card that fits. */
export function checkAdaptiveCard(card: AdaptiveCardJson): string[] {
  const bytes = bytesOf(card);
  const elements = card.body.flatMap(withChildren);
  const ids = elements.flatMap((element) => ('id' in element ? [element.id] : []));
  return [
    ...(bytes > teamsLimits.cardBytes ? [`card: ${bytes} bytes, at most ${teamsLimits.cardBytes}`] : []),
    ...checkRefresh(card),
    ...checkActions(card.actions),
    ...ids.filter((id, index) => ids.indexOf(id) !== index).map((id) => `${id}: the id is there twice`),
    ...elements.flatMap(checkElement),
  ];
}

function checkRefresh({ refresh }: AdaptiveCardJson): string[] {
  const [users, most] = [refresh?.userIds.length ?? 0, teamsLimits.usersOfRefresh];
  return users > most ? [`refresh: ${users} users, at most ${most}`] : [];
}

function checkElement(element: AdaptiveElement): string[] {
  switch (element.type) {
    case 'ActionSet':
      return checkActions(element.actions);
    case 'Input.Text':
    case 'Input.Number':
      return element.label === '' ? [`${element.id}: no label`] : [];
    case 'Input.ChoiceSet':
      return [
        ...(element.label === '' ? [`${element.id}: no label`] : []),
        ...(element.choices.length === 0 ? [`${element.id}: no choices`] : []),
      ];
    case 'Input.Toggle':
      return element.title === '' ? [`${element.id}: no label`] : [];
    case 'TextBlock':
      return element.text === '' ? ['heading: empty'] : [];
    case 'RichTextBlock':
    case 'Container':
    case 'ColumnSet':
      return [];
  }
  element satisfies never;
}

function checkActions(actions: AdaptiveAction[]): string[] {
  const most = teamsLimits.actionsInCard;
  return [
    ...(actions.length > most ? [`actions: ${actions.length}, at most ${most}`] : []),
    ...actions
      .filter(({ title }) => title === '')
      .map((action) => `${action.type === 'Action.OpenUrl' ? action.url : action.data.a}: no label`),
  ];
}

function withChildren(element: AdaptiveElement): AdaptiveElement[] {
  switch (element.type) {
    case 'Container':
      return [element, ...element.items.flatMap(withChildren)];
    case 'ColumnSet':
      return [element, ...element.columns.flatMap(({ items }) => items.flatMap(withChildren))];
    case 'TextBlock':
    case 'RichTextBlock':
    case 'ActionSet':
    case 'Input.Text':
    case 'Input.Number':
    case 'Input.ChoiceSet':
    case 'Input.Toggle':
      return [element];
  }
  element satisfies never;
}
