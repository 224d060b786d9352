import type { Sender } from '../../../bot/conversation/arrival.ts';
import { recognise } from '../../../bot/conversation/recognise.ts';
import type { Person } from '../../../domain/people/person.ts';
import { directoryOf } from '../../../models/people/directory.ts';
import { people } from '../../sample-domain.ts';
import { openStoredSample, type StoredSample } from '../../stored-sample-domain.ts';

let sample: StoredSample;
beforeEach(async () => {
  sample = await openStoredSample();
});
afterEach(() => sample?.close());

const stored = (email: string, changes: Partial<Person>) =>
  sample.database.stored.people.updateOne({ email }, { $set: changes });

const inTeams = (user: string, email: string | null, upn: string | null = null): Sender => ({
  platform: 'teams',
  tenant: 't',
  user,
  conversation: 'a:1',
  place: { user, account: `29:${user}`, conversation: `a:${user}`, serviceUrl: 'https://teams.example/' },
  room: null,
  locale: async () => 'da',
  profile: async () => ({ email, upn, name: 'N', guest: false }),
});
const recognised = async (sender: Sender) =>
  (await recognise(directoryOf(sample.database.stored), sample.organisation, sender))?.person.email ?? null;

test('somebody is known by e-mail or user principal name, whichever Teams gives as which', async () => {
  await stored(people.leader, { upn: 'ab12@fjordby.example' });
  expect(await recognised(inTeams('O1', null, 'AB12@fjordby.example'))).toBe(people.leader);
  expect(await recognised(inTeams('O2', 'ab12@FJORDBY.example'))).toBeNull();
  expect(await recognised(inTeams('O3', 'other@fjordby.example', people.it))).toBe(people.it);
});

test('somebody whose e-mail another person had is not taken for that person', async () => {
  await stored(people.leader, { entraObjectId: 'o1' });
  expect(await recognised(inTeams('O2', people.leader))).toBeNull();
  expect(await recognised(inTeams('O1', 'new@fjordby.example'))).toBe(people.leader);
});

test('nor where that person was met in Teams alone', async () => {
  expect(await recognised(inTeams('O1', people.leader))).toBe(people.leader);
  expect(await recognised(inTeams('O2', people.leader))).toBeNull();
  expect(await recognised(inTeams('O1', 'new@fjordby.example'))).toBe(people.leader);
});

test('a user who was met as somebody else is whom the list names by the object id, and the chat is theirs alone', async () => {
  expect(await recognised(inTeams('O1', people.leader))).toBe(people.leader);
  await stored(people.otherLeader, { entraObjectId: 'o1' });
  expect(await recognised(inTeams('O1', people.leader))).toBe(people.otherLeader);
  const before = await sample.person(people.leader);
  expect([before.places, before.chat]).toEqual([{}, null]);
  expect((await sample.person(people.otherLeader)).places.teams).toMatchObject({ user: 'O1' });
});
