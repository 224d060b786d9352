import type { KnownBlock, ModalView } from '@slack/types';
import type { Language } from '../../../domain/vocabulary.ts';
import { edgeTexts } from '../../../locales/edges/edge.ts';
import type { Card, Form } from '../../card.ts';
import { type Origin, packAction, packMetadata } from '../../packed-action.ts';
import { problemOf, problemsWithoutField } from '../form.ts';
import { slackLimits } from '../limits.ts';
import { asLine, problemSign } from '../text.ts';
import { slackBlock, slackButton } from './blocks.ts';
import { slackField } from './fields.ts';
import { plainLine, richText } from './texts.ts';

/**
 * Renders a card for Slack, as a message or a Home tab. The notification shows `text`.
 * @param nonce comes back with every button; the bot knows a repeated delivery of the same press by it
 */
export function renderBlocks(card: Card, nonce: string): { text: string; blocks: KnownBlock[] } {
  const buttons = card.actions.map((ref, index) => slackButton(ref, nonce, String(index)));
  return {
    text: escapeMrkdwn(asLine(card.title)),
    blocks: [
      ...titleBlocks(card.title),
      ...card.blocks.flatMap((block, index) => slackBlock(block, nonce, `block-${index}`)),
      ...(buttons.length === 0 ? [] : [{ type: 'actions', elements: buttons } as const]),
    ],
  };
}

/**
 * Renders a form for Slack, as a modal. Its `callback_id` is the name of the action; `private_metadata` is read by
 * `unpackMetadata`, the state of a submission by `readViewState`.
 */
export function renderModal(form: Form, nonce: string, origin: Origin | null): ModalView {
  const { submit, cancel, also = [] } = form;
  // A form of buttons alone is named by the button that opens it.
  const { action, input } = submit ?? form.open;
  return {
    type: 'modal',
    callback_id: action,
    private_metadata: packMetadata(packAction(action, input, nonce), origin),
    title: plainLine(form.title),
    ...(submit ? { submit: plainLine(submit.label) } : {}),
    close: plainLine(cancel.label),
    blocks: [
      ...problemsWithoutField(form).flatMap((problem) => richText(problemSign + problem, { bold: true })),
      ...form.intro.flatMap((block, index) => slackBlock(block, nonce, `block-${index}`)),
      ...form.fields.map((field) => slackField(field, problemOf(form, field.id))),
      ...(also.length === 0
        ? []
        : [{ type: 'actions', elements: also.map((ref, index) => slackButton(ref, nonce, `also-${index}`)) } as const]),
    ],
  };
}

/** Renders a card as a modal, for places that show no message: over the Home tab, over another modal, after a shortcut. */
export function renderCardModal(card: Card, nonce: string, language: Language): ModalView {
  const { modalTitle, close } = edgeTexts[language];
  return {
    type: 'modal',
    title: plainLine(modalTitle),
    close: plainLine(close),
    blocks: renderBlocks(card, nonce).blocks,
  };
}

/**
 * The `errors` of a `response_action: 'errors'`, which Slack shows beside the fields of the open modal. Null when a
 * problem belongs to no field of it: Slack would drop that answer, so the modal has to be replaced (`update`) instead.
 */
export function modalErrors(form: Form): Record<string, string> | null {
  if (problemsWithoutField(form).length > 0) return null;
  return Object.fromEntries(Object.entries(form.problems).map(([id, problem]) => [id, asLine(problem)]));
}

/** A title that is too long for a header becomes a bold text, so that nothing is cut. */
function titleBlocks(title: string): KnownBlock[] {
  const line = asLine(title);
  if (line.length > slackLimits.header) return richText(line, { bold: true });
  return line === '' ? [] : [{ type: 'header', text: plainLine(line) }];
}

/** Slack reads the notification text as mrkdwn, whatever the blocks hold: https://docs.slack.dev/messaging/formatting-message-text */
function escapeMrkdwn(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
