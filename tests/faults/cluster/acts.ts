import { randomUUID } from 'node:crypto';
import { fieldKey, packAction } from '../../../cards/packed-action.ts';
import type { Area } from '../../../domain/vocabulary.ts';
import type { Json } from '../../../simulator/chats.ts';
import type { Call } from '../../../simulator/faults.ts';
import type { LedgerLine } from '../../../simulator/ledger.ts';
import { identify } from '../../../simulator/people.ts';
import { people } from '../../sample-domain.ts';
import type { Acknowledged } from './audit.ts';
import type { Scene } from './scene.ts';

/** The message of a card that nobody posted: the bot acts on what the button holds. */
const anyMessage = '1795507200000';

/** A press of a button in Teams that can be repeated as a person or Teams repeats it: with the same nonce. */
export interface Press {
  /** Throws when the bot does not answer. */
  go(): Promise<{ status: number; said: string }>;
}

/** The form of a new request, filled in and sent. */
function submission(scene: Scene, email: string, text: string, area: Area = 'personale'): Press {
  const fields = { text, area, kind: 'proces', minutesPerTime: '20', timesPerMonth: '', peopleAffected: '3' };
  return press(scene, email, 'submit-request', {}, { ...fields, anonymous: 'false' });
}

export function press(
  scene: Scene,
  email: string,
  action: string,
  input: Record<string, string>,
  fields: Readonly<Record<string, string>> = {},
): Press {
  const data = packAction(action, input, randomUUID());
  const inputs = Object.fromEntries(Object.entries(fields).map(([id, value]) => [fieldKey(id), value]));
  return {
    async go() {
      const answer = await scene.simulator.teams(email).execute(anyMessage, { verb: action, data } as Json, inputs);
      return { status: answer.status, said: JSON.stringify([answer.body, answer.notice]) };
    },
  };
}

const receipt = /(?:har fået nummer|your request is number) (FØ-\d{4}-\d{4})/;

/** The number that a receipt tells; null when the answer is none. */
export function numberIn({ said }: { said: string }): string | null {
  return receipt.exec(said)?.[1] ?? null;
}

/**
 * Sends a request until it is acknowledged, as a person does who sees no receipt.
 * @param seconds for how long they try
 */
export async function submitted(press: Press, text: string, seconds = 0): Promise<Acknowledged> {
  const end = performance.now() + seconds * 1000;
  for (;;) {
    try {
      const number = numberIn(await press.go());
      if (number !== null) return { text, number };
      if (performance.now() >= end) throw new Error('the bot gave no receipt');
    } catch (error) {
      if (performance.now() >= end) throw error;
    }
  }
}

/** Resolves when a call of the bot to a platform is over, with or without an answer. */
export function nextCall(scene: Scene, matches: (call: Call) => boolean): Promise<Call> {
  return new Promise((resolve) => {
    const end = scene.simulator.faults.onCall((call) => {
      if (!matches(call)) return;
      end();
      resolve(call);
    });
  });
}

/** The owners of Koncern HR, who get the card of each new request about staff; the second one uses Slack. */
export const owners = [
  'anne-mette.skjoedt@fjordby.example',
  'karsten.bjerregaard@fjordby.example',
  'ulla.pihl@fjordby.example',
] as const;

/** A leader's request that no other has the words of. */
export function wish(scene: Scene, email: string = people.leader, area?: Area): { text: string; press: Press } {
  serial += 1;
  const text = `Vikarer ansættes, men lønnen kommer for sent hver måned, siger sag ${serial}.`;
  return { text, press: submission(scene, email, text, area) };
}

let serial = 0;

const identity = (email: string) => identify({ email } as Parameters<typeof identify>[0]);

/** The bot's call that brings the first owner a card in Teams, and the second one in Slack, for a fault. */
export const toTeams = { platform: 'teams', call: 'POST', conversation: identity(owners[0]).conversation } as const;
export const toSlack = {
  platform: 'slack',
  call: 'chat.postMessage',
  conversation: identity(owners[1]).slackChannel,
} as const;

/** The leader sends a request and gets its receipt. */
export function submits(scene: Scene): Promise<Acknowledged> {
  const { text, press } = wish(scene);
  return submitted(press, text);
}

export function laterBy(scene: Scene, seconds: number): Promise<void> {
  return scene.moveTo(new Date(scene.now().getTime() + seconds * 1000));
}

/** The cards of new requests that a person has got, on either platform. */
export function cardsOf(scene: Scene, email: string): LedgerLine[] {
  const { conversation, slackChannel } = identity(email);
  return scene.simulator.ledger.lines.filter(
    (line) =>
      line.line === 'accepted' &&
      line.does === 'post' &&
      [conversation, slackChannel].includes(line.conversation) &&
      line.title.startsWith('Nyt ønske'),
  );
}

/** The prompts of the campaign that `startsCampaign` has begun, in Danish and in English. */
export function promptsIn(scene: Scene): LedgerLine[] {
  return scene.simulator.ledger.lines.filter((line) => line.line === 'accepted' && line.title === question);
}

const question = 'Hvad står i vejen for dig?';

/** An administrator asks all leaders, or those of one administration. */
export async function startsCampaign(scene: Scene, administration = ''): Promise<void> {
  const { status } = await press(scene, people.admin, 'start-campaign', {}, { question, administration }).go();
  if (status !== 200) throw new Error(`the campaign was answered with ${status}`);
}
