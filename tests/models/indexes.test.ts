import type { Model } from 'mongoose';
import type { Collections } from '../../models/collections.ts';
import { units } from '../ids.ts';
import { people } from '../sample-domain.ts';
import { openStoredSample, type StoredSample } from '../stored-sample-domain.ts';

let sample: StoredSample;
beforeAll(async () => {
  sample = await openStoredSample();
});
afterAll(() => sample?.close());

/** The queries of the flows, in the form that the stores use. */
const queries: Array<[string, keyof Collections, Record<string, unknown>]> = [
  ['a person by platform user', 'people', { organisation: 'fjordby', 'places.slack.user': 'U1' }],
  ['a person by e-mail', 'people', { organisation: 'fjordby', email: people.leader }],
  ['the owners of a unit', 'people', { organisation: 'fjordby', unit: units.hr, active: true }],
  ['a request by number', 'requests', { organisation: 'fjordby', number: 'FØ-2026-0001' }],
  ['a leader’s requests', 'requests', { organisation: 'fjordby', leaderId: 'x' }],
  ['a unit’s inbox', 'requests', { organisation: 'fjordby', unit: units.hr, state: { $in: ['routed'] } }],
  ['a request’s history', 'events', { organisation: 'fjordby', requestId: 'x' }],
  ['old drafts', 'drafts', { organisation: 'fjordby', createdAt: { $lt: new Date() } }],
  ['a person’s drafts', 'drafts', { organisation: 'fjordby', personId: 'x' }],
  ['the words of a stranger', 'strangerWords', { organisation: 'fjordby', platform: 'slack', user: 'U1' }],
  ['old words of strangers', 'strangerWords', { organisation: 'fjordby', at: { $lt: new Date() } }],
  ['an outcome', 'outcomes', { organisation: 'fjordby', receipt: 'x' }],
  ['due rows', 'outbox', { organisation: 'fjordby', state: 'waiting', notBefore: { $lte: new Date() } }],
  [
    'due rows of a rank',
    'outbox',
    { organisation: 'fjordby', state: 'waiting', rank: 1, notBefore: { $lte: new Date() } },
  ],
  [
    'due rows of version 0.1',
    'outbox',
    { organisation: 'fjordby', state: 'waiting', rank: null, notBefore: { $lte: new Date() } },
  ],
  [
    'due prompts of a campaign',
    'outbox',
    { organisation: 'fjordby', state: 'waiting', rank: 4, series: 'x', notBefore: { $lte: new Date() } },
  ],
  ['the campaigns with prompts', 'outbox', { organisation: 'fjordby', state: 'waiting', rank: 4 }],
  [
    'the prompts of a campaign that wait',
    'outbox',
    { organisation: 'fjordby', state: 'waiting', rank: 4, series: 'x' },
  ],
  ['the prompts of a campaign that were sent', 'deliveries', { organisation: 'fjordby', series: 'x', result: 'sent' }],
  ['the campaigns', 'campaigns', { organisation: 'fjordby' }],
  ['rows that were tried', 'outbox', { organisation: 'fjordby', state: 'waiting', attempts: { $gt: 0 } }],
  [
    'earlier rows of a conversation',
    'outbox',
    { organisation: 'fjordby', to: 'x', state: 'waiting', order: { $lt: 1 } },
  ],
  ['all rows of a conversation', 'outbox', { organisation: 'fjordby', to: 'x' }],
  [
    'a person’s nudges of the day that version 0.1 has sent',
    'outbox',
    { organisation: 'fjordby', to: 'x', state: 'sent', sentAt: { $gte: new Date() } },
  ],
  [
    'a person’s deliveries of the day',
    'deliveries',
    { organisation: 'fjordby', to: 'x', endedAt: { $gte: new Date() } },
  ],
  ['a delivery by its recipient and message', 'deliveries', { organisation: 'fjordby', what: 'x' }],
  ['deliveries by their rows', 'deliveries', { _id: { $in: ['x', 'y'] } }],
  ['a person’s parked messages', 'outbox', { organisation: 'fjordby', to: 'x', state: 'parked' }],
  ['the events of a week', 'events', { organisation: 'fjordby', at: { $gte: new Date(0), $lt: new Date() } }],
  ['an unsent answer', 'answerDrafts', { organisation: 'fjordby', personId: 'x', requestId: 'y' }],
  ['requests of a leader', 'requests', { organisation: 'fjordby', leaderId: 'x' }],
  ['open requests', 'requests', { organisation: 'fjordby', state: { $in: ['routed', 'answered'] } }],
  ['open requests of a unit', 'requests', { organisation: 'fjordby', unit: 'x', state: { $in: ['routed'] } }],
  ['requests that moved in a week', 'requests', { _id: { $in: ['x', 'y'] } }],
  ['everybody', 'people', { organisation: 'fjordby', active: true }],
  ['an organisation’s tenant', 'connections', { platform: 'slack', tenant: 'T1' }],
  ['the workspaces of an organisation', 'connections', { platform: 'slack', organisation: 'fjordby' }],
  ['the app in a workspace', 'installations', { platform: 'slack', tenant: 'T1' }],
  ['used install links', 'used', { platform: 'slack', nonce: 'x' }],
  ['a person by Entra ID', 'people', { organisation: 'fjordby', entraObjectId: 'x' }],
  ['a person by UPN', 'people', { organisation: 'fjordby', upn: { $in: ['x', 'y'] } }],
  ['a person by Teams user', 'people', { organisation: 'fjordby', 'places.teams.user': 'x' }],
  ['the history of an organisation', 'organisationEvents', { organisation: 'fjordby' }],
  ['the imports that can be undone', 'imports', { organisation: 'fjordby' }],
  ['the parts of an import', 'imports', { organisation: 'fjordby', importId: 'x' }],
  ['the messages about a request', 'comments', { organisation: 'fjordby', requestId: 'x' }],
  ['the files of a request', 'attachments', { organisation: 'fjordby', about: 'x' }],
  ['a channel', 'rooms', { organisation: 'fjordby', platform: 'slack', conversation: 'C1' }],
  ['the channels of a unit', 'rooms', { organisation: 'fjordby', unit: units.hr }],
  [
    'what a message is about',
    'postings',
    { organisation: 'fjordby', platform: 'slack', conversation: 'C1', message: '1' },
  ],
  ['where a request stands', 'postings', { organisation: 'fjordby', about: 'x' }],
  ['the requests to join of a user', 'joins', { organisation: 'fjordby', platform: 'slack', 'place.user': 'U1' }],
  ['a job’s occurrence', 'occurrences', { organisation: 'fjordby', job: 'x', occurrence: 'y' }],
  ['the newest import', 'imports', { organisation: 'fjordby' }],
  ['the parts of an import', 'imports', { organisation: 'fjordby', importId: 'x' }],
  ['the history of an organisation', 'organisationEvents', { organisation: 'fjordby' }],
  ['a year’s counter', 'counters', { organisation: 'fjordby', year: 2026 }],
];

test.each(queries)('finds %s by an index', async (_what, collection, filter) => {
  const model = sample.database.stored[collection] as Model<unknown>;
  const plan = JSON.stringify(await model.find(filter).explain('queryPlanner'));
  expect(plan).toContain('IXSCAN');
  expect(plan).not.toContain('COLLSCAN');
});

test('uses every collection that has an index in one of these queries', () => {
  const asked = new Set(queries.map(([, collection]) => collection));
  // Data that expire are found by their id, or by another index.
  const { stored } = sample.database;
  const indexed = (Object.keys(stored) as Array<keyof Collections>).filter((name) =>
    stored[name].schema.indexes().some(([, options]) => options.expireAfterSeconds === undefined),
  );
  expect(indexed.filter((name) => !asked.has(name))).toEqual([]);
});

test('starts every unique index with the organisation, or with the platform that leads to one', async () => {
  for (const model of Object.values(sample.database.stored) as Model<unknown>[]) {
    for (const [fields, options] of model.schema.indexes()) {
      if (options.unique) expect(['organisation', 'platform']).toContain(Object.keys(fields)[0]);
    }
  }
});
