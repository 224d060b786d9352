import { campaignPrompt } from '../../../domain/campaigns/campaign-prompt.ts';
import { withoutChat } from '../../../domain/context.ts';
import { backAgain } from '../../../domain/overview/back-again.ts';
import { messagesParked } from '../../../domain/overview/parked/messages-parked.ts';
import { platformPaused } from '../../../domain/overview/platform-paused.ts';
import { weeklyDigest } from '../../../domain/overview/weekly-digest.ts';
import { strangerOf } from '../../../domain/people/actor.ts';
import { askToJoin, isOpen } from '../../../domain/people/join/ask-to-join.ts';
import { joinAsked } from '../../../domain/people/join/messages/join-asked.ts';
import type { Person } from '../../../domain/people/person.ts';
import { perform } from '../../../domain/perform.ts';
import { type MemorySample, openSample, people } from '../../sample-domain.ts';

let sample: MemorySample;
beforeEach(async () => {
  sample = await openSample();
});

/** The content of a message that waits, for whoever is to get it. */
type Content = (reader: Person) => Promise<unknown>;

async function prompt(administration = ''): Promise<Content> {
  await sample.does(people.admin, 'start-campaign', { question: 'Hvad er svært?', administration });
  const [campaign] = sample.stored.campaigns.all();
  if (!campaign) throw new Error('the campaign is not stored');
  return (reader) => campaignPrompt.content(sample.world, reader, { campaignId: campaign.id });
}

async function digest(): Promise<Content> {
  await sample.request();
  sample.clock.now = new Date('2026-11-30T08:00:00+01:00');
  return (reader) => weeklyDigest.content(sample.world, reader, { week: '2026-11-30' });
}

async function parked(): Promise<Content> {
  await sample.request();
  sample.stored.outbox.changeWhere(() => true, { problem: 'no-chat' });
  return (reader) => messagesParked.content(sample.world, reader, { day: '2026-11-24' });
}

async function asked(): Promise<Content> {
  const place = { user: 'U-NY', channel: 'D-NY' };
  const actor = strangerOf({ platform: 'slack', place, name: 'Nynne Lund', email: 'nynne.lund@fjordby.example' });
  const ask = { useCase: askToJoin, actor, input: {}, context: withoutChat, idempotencyKey: null };
  await perform({ world: sample.world, ...ask });
  const join = (await sample.world.joins.of('slack', place.user)).find(isOpen);
  if (!join) throw new Error('nobody has asked');
  return (reader) => joinAsked.content(sample.world, reader, { joinId: join.id });
}

async function away(): Promise<Content> {
  const absence = { from: '2026-11-24T08:00:00Z', to: '2026-11-24T09:00:00Z' };
  return (reader) => backAgain.content(sample.world, reader, absence);
}

async function paused(): Promise<Content> {
  const pause = { platform: 'slack', since: '2026-11-24T08:00:00Z' } as const;
  return (reader) => platformPaused.content(sample.world, reader, pause);
}

test.each([
  ['an opfordring', prompt, people.leader],
  ['a digest', digest, people.schoolManager],
  ['the list of what is parked', parked, people.admin],
  ['a stranger’s wish to join', asked, people.admin],
  ['the word that the bot is back', away, people.admin],
  ['the word that a platform pauses', paused, people.admin],
])('%s that waits for somebody who has another role by then is not sent', async (_what, causes, email) => {
  const content = await causes();
  const reader = await sample.person(email);
  expect(await content(reader)).not.toBeNull();
  expect(await content({ ...reader, roles: ['processOwner'] })).toBeNull();
});

test('an opfordring to the leaders of an administration is not sent to one who has left it', async () => {
  const [reader, other] = [await sample.person(people.leader), await sample.person(people.otherLeader)];
  const content = await prompt(reader.administrationId);
  expect(await content(reader)).not.toBeNull();
  expect(await content({ ...reader, administrationId: other.administrationId })).toBeNull();
});
