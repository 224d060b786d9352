import { campaignPrompt } from '../../../domain/campaigns/campaign-prompt.ts';
import { withdrawAll } from '../../../domain/campaigns/cancel-campaign.ts';
import { type MemorySample, openSample, people } from '../../sample-domain.ts';

let sample: MemorySample;
let campaignId: string;
beforeEach(async () => {
  sample = await openSample();
  campaignId = await starts('Hvad er svært?');
});

async function starts(question: string): Promise<string> {
  const started = await sample.does(people.admin, 'start-campaign', { question });
  if (!started.ok) throw new Error(started.refusal);
  return started.value.campaignId;
}
const stored = () => sample.stored.campaigns.where(({ id }) => id === campaignId)[0];
const prompts = (of: string) => sample.stored.outbox.count(({ message }) => message.campaignId === of);
const content = async () => {
  const id = stored()?.id;
  if (!id) throw new Error('there is no campaign');
  return campaignPrompt.content(sample.world, await sample.person(people.leader), { campaignId: id });
};

test('a stopped campaign says nothing more to anybody, from the commit on', async () => {
  expect(await content()).toMatchObject({ question: 'Hvad er svært?' });
  expect(await sample.does(people.admin, 'cancel-campaign', { campaignId })).toMatchObject({ ok: true });
  expect(stored()).toMatchObject({
    cancelledAt: sample.clock.now,
    cancelledBy: (await sample.person(people.admin)).id,
  });
  expect(await content()).toBeNull();
});

test('its prompts leave the queue, and those of another campaign stay', async () => {
  const other = await starts('Og hvad mere?');
  const [before, id] = [prompts(other), stored()?.id];
  await sample.does(people.admin, 'cancel-campaign', { campaignId });
  expect((await sample.outbox()).map(({ kind }) => kind)).toContain('withdraw-prompts');
  if (!id) throw new Error('there is no campaign');
  await withdrawAll(sample.world, { campaignId: id });
  // The task itself is the row that is left.
  expect([prompts(campaignId), prompts(other)]).toEqual([1, before]);
});

test('an administrator sees how far it has come, and that it was stopped', async () => {
  const leaders = prompts(campaignId);
  expect(await sample.does(people.admin, 'show-campaign', { campaignId })).toMatchObject({
    value: { asked: 0, waiting: leaders, campaign: { cancelledAt: null } },
  });
  await sample.does(people.admin, 'cancel-campaign', { campaignId });
  expect(await sample.does(people.admin, 'list-campaigns')).toMatchObject({
    value: [{ asked: 0, waiting: 0, campaign: { id: campaignId, cancelledAt: sample.clock.now } }],
  });
});

test('it is stopped once, and only if there is one', async () => {
  await sample.does(people.admin, 'cancel-campaign', { campaignId });
  expect(await sample.does(people.admin, 'cancel-campaign', { campaignId })).toMatchObject({
    refusal: 'decided-already',
  });
  expect(await sample.does(people.admin, 'cancel-campaign', { campaignId: 'none' })).toMatchObject({
    refusal: 'nothing-there',
  });
});

test.each([people.leader, people.hr, people.director])('%s may neither see nor stop it', async (email) => {
  for (const [action, input] of [
    ['list-campaigns', {}],
    ['show-campaign', { campaignId }],
    ['cancel-campaign', { campaignId }],
  ] as const)
    expect(await sample.claims(email, action, input)).toMatchObject({ ok: false, refusal: 'not-allowed' });
  expect(stored()).toMatchObject({ cancelledAt: null });
});
