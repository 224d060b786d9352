import type { BotAnswer } from '../../answers.ts';
import type { Json, View } from '../../chats.ts';
import { viewRefusal } from '../limits.ts';
import type { Modals } from './modals.ts';

interface ResponseAction {
  response_action?: string;
  errors?: Record<string, string>;
  view?: Json;
}

/**
 * The app answered a submission with something that Slack drops; Slack's client only says that it has trouble
 * connecting.
 */
export class UnusableResponse extends Error {
  override name = 'UnusableResponse';
}

/**
 * Closes, updates or keeps the modal as the app's answer says
 * (https://docs.slack.dev/surfaces/modals#response_actions). A failure leaves it open.
 * @returns the problems by block id, when the app refused
 */
export function afterSubmission(
  email: string,
  view: View,
  { status, body }: BotAnswer,
  modals: Modals,
): Record<string, string> | null {
  if (status !== 200) return null;
  const answer = (body ?? {}) as ResponseAction;
  switch (answer.response_action) {
    case undefined:
      modals.closeTop(email);
      return null;
    case 'clear':
      modals.closeAll(email);
      return null;
    case 'errors':
      return knownErrors(view, answer.errors ?? {});
    case 'update':
      modals.update(email, view, usableView(answer.view));
      return null;
    case 'push':
      if (modals.push(email, usableView(answer.view))) return null;
      throw new UnusableResponse('three modals lie on each other already');
    default:
      throw new UnusableResponse(`there is no response_action ${answer.response_action}`);
  }
}

function knownErrors(view: View, errors: Record<string, string>): Record<string, string> {
  const inputs = view.blocks.filter(({ type }) => type === 'input').map(({ block_id }) => block_id);
  const unknown = Object.keys(errors).filter((id) => !inputs.includes(id));
  if (unknown.length > 0 || Object.keys(errors).length === 0)
    throw new UnusableResponse(`the modal has no input ${unknown.join(', ')}`);
  return errors;
}

function usableView(view: Json | undefined): Json {
  if (view?.type !== 'modal') throw new UnusableResponse('the answer holds no modal');
  const refusal = viewRefusal(view);
  if (refusal) throw new UnusableResponse(`${refusal.error}: ${refusal.messages.join('; ')}`);
  return view;
}
