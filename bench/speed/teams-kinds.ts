import { fieldKey } from '../../cards/packed-action.ts';
import type { Simulator } from '../../simulator/simulator.ts';
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

/** The actions of leaders in Teams: the four steps of one visit, all equally often. */
export const teamsKinds = {
  message: {
    does: 'writes',
    async send(simulator, { email }, serial) {
      const client = simulator.teams(email);
      const answer = await client.send(wish(serial));
      return { answer, newest: client.messages().at(-1) };
    },
    answeredBy: showsDraft,
  },
  'submit-request': {
    does: 'writes',
    send: (simulator, doer, serial) => press(simulator, doer, 'submit-request', {}, filledForm(serial)),
    answeredBy: showsReceipt,
  },
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

export async function press(
  simulator: Simulator,
  { email }: Doer,
  action: string,
  input: Record<string, string> = {},
  inputs: Record<string, string> = {},
): Promise<Did> {
  const client = simulator.teams(email);
  const answer = await client.execute(pressedMessage, { verb: action, data: freshAction(action, input) }, inputs);
  return { answer, newest: client.messages().at(-1) };
}

function filledForm(serial: number): Record<string, string> {
  const fields = { text: wish(serial), area: 'personale', kind: 'proces', minutesPerTime: '20', timesPerMonth: '' };
  const filled = { ...fields, peopleAffected: '3', anonymous: 'false' };
  return Object.fromEntries(Object.entries(filled).map(([id, value]) => [fieldKey(id), value]));
}
