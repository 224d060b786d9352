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

/** What an owner fills in to answer a request with a promise. */
export const answerFields = typed({
  measure: 'Oprettelsen sker automatisk',
  expectedImprovement: 'Lønnen kommer til tiden',
  horizon: '1. halvår 2027',
});

function filledForm(serial: number): Record<string, string> {
  const fields = { text: wish(serial), area: 'personale', kind: 'proces', minutesPerTime: '20', timesPerMonth: '' };
  return typed({ ...fields, peopleAffected: '3', anonymous: 'false' });
}

/** What is typed into a form, by the names that its fields have in Teams. */
export function typed(fields: Record<string, string>): Record<string, string> {
  return Object.fromEntries(Object.entries(fields).map(([id, value]) => [fieldKey(id), value]));
}
