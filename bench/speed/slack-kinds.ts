import { randomUUID } from 'node:crypto';
import { simulated } from '../../bot/local/sample-municipality.ts';
import { renderModal } from '../../cards/render/block-kit/card.ts';
import { requestForm } from '../../cards/requests/request-form.ts';
import type { Json } from '../../simulator/chats.ts';
import type { Simulator } from '../../simulator/simulator.ts';
import { stateOf } from '../../simulator/slack/blocks/read-blocks.ts';
import {
  type Did,
  type Doer,
  freshAction,
  type Kind,
  pressedMessage,
  showsDraft,
  showsMine,
  showsReceipt,
  showsRequest,
  wish,
} from './kinds.ts';

/** The actions of leaders in Slack: the four steps of one visit, all equally often. */
export const slackKinds = {
  message: {
    does: 'writes',
    async send(simulator, { email }, serial) {
      const client = simulator.slack(email);
      const answer = await client.send(wish(serial));
      return { answer, newest: client.messages().at(-1) };
    },
    answeredBy: showsDraft,
  },
  'submit-request': { does: 'writes', send: submit, answeredBy: showsReceipt },
  'list-mine': {
    does: 'reads',
    send: (simulator, doer) => press(simulator, doer, 'list-mine'),
    answeredBy: showsMine,
  },
  'show-request': {
    does: 'reads',
    send: (simulator, doer) => press(simulator, doer, 'show-request', { request: doer.requestId }),
    answeredBy: showsRequest,
  },
} as const satisfies Record<string, Kind>;

/** A `block_actions` from a button of a message. */
async function press(
  simulator: Simulator,
  { email }: Doer,
  action: string,
  input: Record<string, string> = {},
): Promise<Did> {
  const client = simulator.slack(email);
  const answer = await client.click(
    { message: pressedMessage },
    { type: 'button', block_id: 'actions', action_id: action, value: JSON.stringify(freshAction(action, input)) },
  );
  return { answer, newest: client.messages().at(-1) };
}

/** A `view_submission` of the request form. The modal is rendered here, since the bare SDK opens none. */
async function submit(simulator: Simulator, { email }: Doer, serial: number): Promise<Did> {
  const client = simulator.slack(email);
  const { slackUser } = client.identity;
  const { slackTeamId, slackAppId } = simulated;
  const modal = renderModal(requestForm(null, { values: {}, problems: {} }, 'da'), randomUUID(), null);
  const blocks = modal.blocks as unknown as Json[];
  const values = stateOf(blocks, {
    text: wish(serial),
    area: 'personale',
    kind: 'proces',
    minutesPerTime: '20',
    peopleAffected: '3',
  });
  const payload = {
    type: 'view_submission',
    team: { id: slackTeamId, domain: 'fjordby' },
    user: { id: slackUser, team_id: slackTeamId, name: email.split('@')[0] },
    api_app_id: slackAppId,
    token: 'deprecated',
    trigger_id: randomUUID(),
    view: { ...modal, id: 'V0BENCH', team_id: slackTeamId, app_id: slackAppId, hash: '1.a', state: { values } },
    response_urls: [],
  };
  const body = new URLSearchParams({ payload: JSON.stringify(payload) }).toString();
  const answer = await client.post(body, 'application/x-www-form-urlencoded');
  return { answer, newest: client.messages().at(-1) };
}
