import type { Language } from '../../../domain/vocabulary.ts';
import { refusalTexts } from '../../../locales/refusals.ts';
import type { Card, Form } from '../../card.ts';
import { packAction } from '../../packed-action.ts';
import { problemOf, problemsWithoutField } from '../form.ts';
import { teamsLimits } from '../limits.ts';
import { asLine, problemSign } from '../text.ts';
import { adaptiveAction, adaptiveButton } from './actions.ts';
import { adaptiveBlock } from './blocks.ts';
import { bytesOf } from './check.ts';
import { adaptiveField } from './fields.ts';
import type { AdaptiveCardJson, AdaptiveElement, Refresh } from './json.ts';
import { heading, paragraphs } from './texts.ts';

/**
 * Renders a card for Teams, as Adaptive Card 1.5. People's own words stand only in a TextRun, which knows no markdown.
 * @param nonce comes back with every button; the bot knows a repeated delivery of the same press by it
 * @param renewFor Teams' own ids of the people for whom Teams fetches the present card, each in a view of their own
 */
export function renderAdaptiveCard(
  card: Card,
  nonce: string,
  language: Language,
  renewFor: readonly string[] = [],
): AdaptiveCardJson {
  const refresh = refreshOf(card, nonce, renewFor);
  const rendered = fitted((lines) => ({
    ...head(card.title, language),
    ...(refresh ? { refresh } : {}),
    body: [
      heading(card.title),
      ...card.blocks.flatMap((block) => adaptiveBlock(block, { lines, nonce, inputs: 'sent' })),
    ],
    actions: card.actions.map((ref) => adaptiveButton(ref, nonce, 'sent')),
  }));
  return withFewerRenewed(rendered);
}

/** Renders a form for Teams: inputs in the card, with the problems named on top and beside each field. */
export function renderAdaptiveForm(form: Form, nonce: string, language: Language): AdaptiveCardJson {
  return fitted((lines) => ({
    ...head(form.title, language),
    body: [
      heading(form.title),
      ...problemSummary(form, language),
      ...form.intro.flatMap((block) => adaptiveBlock(block, { lines, nonce, inputs: 'left' })),
      ...form.fields.flatMap((field) =>
        adaptiveField(field, problemOf(form, field.id), language, form.also ? 'bot' : 'client'),
      ),
    ],
    actions: [
      ...(form.submit ? [adaptiveAction({ ...form.submit, style: 'primary' }, nonce, 'sent')] : []),
      ...(form.also ?? []).map((ref) => adaptiveAction(ref, nonce, 'sent')),
      adaptiveAction(form.cancel, nonce, 'left'),
    ],
  }));
}

/** Renders the card with as many lines of each text in blocks of their own as there is room for. */
function fitted(render: (lines: number) => AdaptiveCardJson): AdaptiveCardJson {
  const [most, ...fewer] = teamsLimits.linesOfText;
  return fewer.reduce((card, lines) => (bytesOf(card) > teamsLimits.cardBytes ? render(lines) : card), render(most));
}

function head(title: string, language: Language): Omit<AdaptiveCardJson, 'body' | 'actions'> {
  const fallbackText = asLine(title);
  return { type: 'AdaptiveCard', version: '1.5', lang: language, fallbackText, msteams: { width: 'Full' } };
}

function refreshOf({ renew, title }: Card, nonce: string, renewFor: readonly string[]): Refresh | null {
  if (!renew || renewFor.length === 0) return null;
  const data = packAction(renew.action, renew.input, nonce);
  const action = { type: 'Action.Execute', verb: renew.action, title: asLine(title), data } as const;
  return { action, userIds: renewFor.slice(0, teamsLimits.usersOfRefresh) };
}

/**
 * The card keeps all its text. When there is too little room it names fewer people to renew it for; the others get the
 * present card when they press something. An id of Teams takes some 230 bytes.
 */
function withFewerRenewed(card: AdaptiveCardJson): AdaptiveCardJson {
  const { refresh, ...rest } = card;
  if (!refresh || bytesOf(card) <= teamsLimits.cardBytes) return card;
  const userIds = refresh.userIds.slice(0, -1);
  return withFewerRenewed(userIds.length === 0 ? rest : { ...rest, refresh: { ...refresh, userIds } });
}

function problemSummary(form: Form, language: Language): AdaptiveElement[] {
  if (Object.keys(form.problems).length === 0) return [];
  const lines = [refusalTexts[language]['invalid-input'], ...problemsWithoutField(form)];
  return lines.flatMap((line) => paragraphs(problemSign + line, 1, { color: 'Attention', weight: 'Bolder' }));
}
