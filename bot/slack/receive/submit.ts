import { randomUUID } from 'node:crypto';
import type { App, ViewOutput, ViewResponseAction, ViewSubmitAction } from '@slack/bolt';
import type { Form } from '../../../cards/card.ts';
import { type Origin, unpackMetadata } from '../../../cards/packed-action.ts';
import { modalErrors, renderModal } from '../../../cards/render/block-kit/card.ts';
import { renderPlainText } from '../../../cards/render/plain-text.ts';
import { asLine } from '../../../cards/render/text.ts';
import { deadlineOf } from '../../conversation/edge.ts';
import { workspaceOf } from '../send/clients.ts';
import { show } from '../send/show.ts';
import { type Listening, pressed, readFields } from './listening.ts';

/** Hears forms that are sent. The answer to Slack decides whether the modal closes, changes or stays. */
export function hearSubmissions(app: App, { edge, visit, answer }: Listening): void {
  app.view<ViewSubmitAction>({ type: 'view_submission', callback_id: /.*/ }, async ({ body, view, ack }) => {
    const deadline = deadlineOf(edge, 'slack');
    const unpacked = unpackMetadata(view.private_metadata);
    const fields = readFields(view.state);
    const arrival = pressed(
      unpacked &&
        fields && {
          ...unpacked,
          input: { ...fields, ...unpacked.input },
          held: unpacked.input,
          idempotencyKey: unpacked.nonce,
        },
    );
    const origin = unpacked?.origin ?? null;
    const channel = origin && 'channel' in origin ? origin.channel : undefined;
    // A form of several steps lies on its earlier ones; what it was opened from may lie below them.
    const isStep = view.previous_view_id !== null && !isOn(view, origin);
    let closing: ViewResponseAction | undefined = isStep ? { response_action: 'clear' } : undefined;
    await answer(visit(workspaceOf(body), body.user.id, channel), {
      read: () => arrival,
      async show(visited, outgoing) {
        const { reply } = outgoing;
        const firstField = view.blocks.find(({ type }) => type === 'input')?.block_id;
        if (reply.reply === 'form') closing = nextForm(reply.form, view, origin);
        else if (reply.at === 'below' && firstField) {
          // Nothing came of it: closing the modal would throw away what was typed.
          const errors = { [firstField]: asLine(renderPlainText(reply.card)) };
          closing = { response_action: 'errors', errors };
        } else {
          const shown = show(visited, outgoing, { trigger: null, origin, from: 'chat' });
          await deadline.patiently(shown, (err) => edge.log.error({ platform: 'slack', err }, 'event failed'));
        }
      },
    });
    await (closing ? ack(closing) : ack());
  });
}

/**
 * A form in answer to a form. The same one again says what is wrong: beside its fields, or above them. Another one is the
 * next step: it lies on the one before, so that one can go back, unless that one lies on something itself, for Slack lays
 * no more than three on each other (https://docs.slack.dev/surfaces/modals#modal_view_stacks).
 */
function nextForm(form: Form, view: ViewOutput, origin: Origin | null): ViewResponseAction {
  const next = renderModal(form, randomUUID(), origin);
  if (next.callback_id !== view.callback_id) {
    return { response_action: view.previous_view_id === null ? 'push' : 'update', view: next };
  }
  const errors = modalErrors(form);
  const ids = Object.keys(errors ?? {});
  // Slack drops an answer that names a field which the open modal, perhaps from before an update, does not have.
  const isHeard = ids.length > 0 && ids.every((id) => view.blocks.some(({ block_id }) => block_id === id));
  return errors && isHeard ? { response_action: 'errors', errors } : { response_action: 'update', view: next };
}

/** Whether the modal lies directly on the card that it was opened from. */
function isOn({ previous_view_id: below }: ViewOutput, origin: Origin | null): boolean {
  return origin !== null && 'view' in origin && origin.view === below;
}
