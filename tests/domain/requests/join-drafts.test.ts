import type { Context } from '../../../domain/context.ts';
import type { DraftId } from '../../../domain/ids.ts';
import { continues, isSameMatter } from '../../../domain/requests/drafts/parts/matter.ts';
import { idOf } from '../../ids.ts';
import { type MemorySample, type Outcome, openSample, people, withFiles } from '../../sample-domain.ts';

let sample: MemorySample;
let messages: number;
beforeEach(async () => {
  sample = await openSample();
  messages = 0;
});

const wish = 'Nye vikarer får løn en måned for sent.';
const more = 'Det tager 20 minutter hver gang at rykke for den';
const other = 'Vi venter fire uger på nøgler til den nye fløj, fordi Ejendom skal godkende hver enkelt.';

const passes = (seconds: number) => {
  sample.clock.now = new Date(sample.clock.now.getTime() + seconds * 1000);
};

/** A message in a private chat; the number names it. */
const message = (number: number, { conversation = 'D-OWN', edited = 0 } = {}): Context => ({
  room: null,
  message: {
    at: { platform: 'slack', conversation, message: `m${number}` },
    editedAt: edited === 0 ? null : new Date(Date.UTC(2026, 10, 24, 9, 0, edited)),
    files: [],
  },
});

async function says(text: string, context = message(++messages), by: string = people.leader) {
  const kept = await sample.does(by, 'draft-request', { text }, { context });
  if (!kept.ok) throw new Error(`refused: ${kept.refusal}`);
  const { draftId, hasGrown } = kept.value as { draftId: string; hasGrown: boolean };
  return { draftId, hasGrown };
}

const draft = (draftId: string) => sample.world.drafts.byId(idOf(draftId));
const texts = async (by: string = people.leader) =>
  (await sample.world.drafts.ofPerson((await sample.person(by)).id)).map(({ text }) => text).sort();
const value = (outcome: Outcome) => {
  if (!outcome.ok) throw new Error(`refused: ${outcome.refusal}`);
  return outcome.value;
};
const revises = (draftId: string, text: string, context: Context) =>
  sample.does(people.leader, 'revise-draft', { draftId, text }, { context });

describe('a further message within two minutes', () => {
  test('joins the draft, below a blank line', async () => {
    const { draftId } = await says(wish);
    passes(119);
    expect(await says(more)).toEqual({ draftId, hasGrown: true });
    passes(119);
    expect(await says('også i ferien')).toEqual({ draftId, hasGrown: true });
    expect(await texts()).toEqual([`${wish}\n\n${more}\n\nogså i ferien`]);
  });

  test.each([
    ['it comes later', async () => passes(121), more],
    ['it is a wish about another matter', async () => undefined, other],
    ['it says so', async () => undefined, 'Noget andet: vikarer får heller ikke adgang til lønsystemet'],
    [
      'the draft was looked at after a yes',
      async (draftId: string) => void (await sample.does(people.leader, 'confirm-draft', { draftId })),
      more,
    ],
  ])('is a draft of its own when %s', async (_why, happens, text) => {
    const { draftId } = await says(wish);
    await happens(draftId);
    expect(await says(text)).toMatchObject({ hasGrown: false });
    expect(await texts()).toEqual([wish, text].sort());
  });

  test('is a draft of its own after a reply to somebody, which it may go on with', async () => {
    await says(wish);
    passes(10);
    const { id: personId } = await sample.person(people.leader);
    const reply = { is: 'unclear', among: [] } as const;
    const held = { id: idOf<DraftId>('held'), personId, text: 'Ja, det er vikarlønnen', createdAt: sample.clock.now };
    await sample.world.drafts.add({ ...held, reply });
    await sample.world.drafts.setReply(held.id, { is: 'going', to: idOf('request'), at: sample.clock.now });
    passes(10);
    expect(await says('og den er 200 kr i timen')).toMatchObject({ hasGrown: false });
    expect(await texts()).toContain(wish);
  });

  test('is a draft of its own in another chat, and in a channel', async () => {
    await says(wish);
    expect(await says(more, message(2, { conversation: 'D-OTHER' }))).toMatchObject({ hasGrown: false });
    const room = await sample.world.rooms.meet('slack', 'C1', { channel: 'C1' });
    const inRoom = { ...message(3, { conversation: 'C1' }), room };
    expect(await says('og så er der feriepengene', inRoom)).toMatchObject({ hasGrown: false });
  });

  test('is a draft of its own for somebody who sends no wishes', async () => {
    await says(wish, message(1), people.hr);
    expect(await says(more, message(2), people.hr)).toMatchObject({ hasGrown: false });
  });

  test('that comes twice joins once, also under another id, and an edit of either is an edit of it', async () => {
    const { draftId } = await says(wish);
    const key = 'second';
    const context = message(2);
    for (const _time of [1, 2]) await sample.does(people.leader, 'draft-request', { text: more }, { context, key });
    await says(more, message(3));
    expect(await texts()).toEqual([`${wish}\n\n${more}`]);
    await revises(draftId, 'Det tager en halv time', message(3, { edited: 5 }));
    expect(await texts()).toEqual([`${wish}\n\nDet tager en halv time`]);
  });

  test('changes its own part when it is edited, whichever edit comes last', async () => {
    const { draftId } = await says(wish);
    await says(more);
    await revises(draftId, 'Vikarerne får løn for sent', message(1, { edited: 3 }));
    await revises(draftId, 'Det tager en time', message(2, { edited: 9 }));
    await revises(draftId, 'Overhalet', message(2, { edited: 8 }));
    expect(await texts()).toEqual(['Vikarerne får løn for sent\n\nDet tager en time']);
  });

  test('is held to the rules of CPR numbers and of length together with what stands there', async () => {
    const { draftId } = await says('Vikaren hedder Bo og er født 070761');
    const half = await sample.does(people.leader, 'draft-request', { text: '4285' }, { context: message(2) });
    expect(half).toMatchObject({ ok: false });
    expect(await texts()).toEqual(['Vikaren hedder Bo og er født 070761']);
    await says('og mere', message(3));
    expect(await revises(draftId, '4285', message(3, { edited: 4 }))).toMatchObject({ ok: false });
    expect(await revises(draftId, 'x'.repeat(39_990), message(3, { edited: 5 }))).toMatchObject({
      refusal: 'too-long',
    });
  });

  test('brings its files along', async () => {
    const { draftId } = await says(wish);
    await says(more);
    const { context } = withFiles([{ name: 'skærm.png', size: 10, platform: 'slack', reference: 'F1' }]);
    await sample.does(people.leader, 'attach-files', { about: draftId }, { context });
    expect(await sample.world.attachments.of(idOf(draftId))).toHaveLength(1);
  });

  test('leaves the draft again when it is deleted, and the draft goes with the last one', async () => {
    const { draftId } = await says(wish);
    await says(more);
    const takes = (number: number) =>
      sample.does(people.leader, 'take-words-back', { draftId }, { context: message(number) });
    expect(value(await takes(1))).toEqual({ left: draftId });
    expect(await texts()).toEqual([more]);
    expect(value(await takes(2))).toEqual({ left: null });
    expect(await texts()).toEqual([]);
  });
});

describe('a file', () => {
  /** The same message with a file in it. */
  function withPicture(context: Context): Context {
    const files = [{ name: 'skærm.png', size: 10, platform: 'slack', reference: 'F1' }] as const;
    return context.message ? { ...context, message: { ...context.message, files } } : context;
  }
  const files = (draftId: string) => sample.world.attachments.of(idOf(draftId));
  const takes = (draftId: string, context: Context) =>
    sample.does(people.leader, 'take-words-back', { draftId }, { context });

  test('goes with the words that it came with when their message is deleted', async () => {
    const { draftId } = await says(wish);
    await says(more);
    await sample.does(people.leader, 'attach-files', { about: draftId }, { context: withPicture(message(2)) });
    expect(value(await takes(draftId, message(2)))).toEqual({ left: draftId });
    expect(await texts()).toEqual([wish]);
    expect(await files(draftId)).toEqual([]);
  });

  test.each(['before', 'after'])('that came without words %s the last one goes alone', async (when) => {
    const { draftId } = await says(wish);
    const sends = () => sample.does(people.leader, 'attach-files', {}, { context: withPicture(message(9)) });
    if (when === 'before') await sends();
    await says(more);
    if (when === 'after') await sends();
    expect(await files(draftId)).toHaveLength(1);
    expect(value(await takes(draftId, message(9)))).toEqual({ left: draftId });
    expect(await texts()).toEqual([`${wish}\n\n${more}`]);
    expect(await files(draftId)).toEqual([]);
  });

  test('that came without words to a draft of one message goes alone', async () => {
    const { draftId } = await says(wish);
    await sample.does(people.leader, 'attach-files', {}, { context: withPicture(message(9)) });
    expect(value(await takes(draftId, message(9)))).toEqual({ left: draftId });
    expect(await texts()).toEqual([wish]);
    expect(await files(draftId)).toEqual([]);
  });

  test('takes words that are written to it later along to its draft, and they go with it again', async () => {
    const { draftId } = await says(wish);
    await sample.does(people.leader, 'attach-files', {}, { context: withPicture(message(9)) });
    await revises(draftId, '', message(9, { edited: 1 }));
    expect(await texts()).toEqual([wish]);
    await revises(draftId, 'Sådan ser skærmen ud', message(9, { edited: 2 }));
    await revises(draftId, 'Sådan ser det ud', message(9, { edited: 3 }));
    expect(await texts()).toEqual([`${wish}\n\nSådan ser det ud`]);
    await takes(draftId, message(9));
    expect(await texts()).toEqual([wish]);
    expect(await files(draftId)).toEqual([]);
  });

  test('shows nobody the message that it came with', async () => {
    const { id } = await sample.request();
    await sample.does(people.leader, 'attach-files', { about: id }, { context: withPicture(message(2)) });
    const seen = value(await sample.does(people.hr, 'show-request', { request: id }));
    expect(seen.files).toHaveLength(1);
    expect(JSON.stringify(seen)).not.toContain('D-OWN');
  });

  test('that is all of a draft takes it along', async () => {
    await sample.does(people.leader, 'attach-files', {}, { context: withPicture(message(9)) });
    const [only] = await sample.world.drafts.ofPerson((await sample.person(people.leader)).id);
    expect(value(await takes(only?.id ?? '', message(9)))).toEqual({ left: null });
    expect(await texts()).toEqual([]);
  });
});

describe('a card from before a message joined', () => {
  const buttons = ['send-draft', 'discard-draft', 'split-draft', 'part-draft'] as const;
  test.each(buttons)('changes nothing: %s', async (action) => {
    const { draftId } = await says(wish);
    await says(more);
    expect(await sample.does(people.leader, action, { draftId })).toMatchObject({ refusal: 'wrong-state' });
    expect(await texts()).toEqual([`${wish}\n\n${more}`]);
  });

  test('sends both from the card that shows both', async () => {
    const { draftId } = await says(wish);
    await says(more);
    const sent = value(await sample.does(people.leader, 'send-draft', { draftId, parts: '2', area: 'personale' }));
    expect(await sample.world.requests.byId(sent.requestId)).toMatchObject({ text: `${wish}\n\n${more}` });
  });

  test('as a form sends what is in it, and the rest is kept as a draft of its own', async () => {
    const { draftId } = await says(wish);
    await says(more);
    const form = { draftId, text: wish, area: 'personale' } as const;
    const sent = value(await sample.does(people.leader, 'submit-request', form));
    expect(await sample.world.requests.byId(sent.requestId)).toMatchObject({ text: wish });
    expect(await texts()).toEqual([more]);
    expect(await sample.outbox()).toContainEqual(expect.objectContaining({ kind: 'draft-kept' }));
  });
});

describe('a later message of the same day', () => {
  const later = 'Vikarerne ringer til mig, når lønnen ikke er kommet, og jeg kan intet se';

  async function twoDrafts() {
    const first = await says(wish);
    passes(3600);
    const second = await says(later);
    return [first.draftId, second.draftId] as const;
  }

  test('is asked about when it seems to be on the same matter', async () => {
    const [first, second] = await twoDrafts();
    expect(await draft(second)).toMatchObject({ near: first });
    const { near } = value(await sample.does(people.leader, 'show-draft', { draftId: second }));
    expect(near).toMatchObject({ text: wish });
  });

  test.each([
    ['another matter', 3600, other],
    ['the next day', 24 * 3600, later],
  ])('is not asked about on %s', async (_what, seconds, text) => {
    await says(wish);
    passes(seconds);
    expect(await draft((await says(text)).draftId)).not.toHaveProperty('near');
  });

  test('is joined by one press, with its files and messages, and parted again by another', async () => {
    const [first, second] = await twoDrafts();
    const { context } = withFiles([{ name: 'skærm.png', size: 10, platform: 'slack', reference: 'F1' }]);
    await sample.does(people.leader, 'attach-files', { about: second }, { context });
    const joined = await sample.does(people.leader, 'join-drafts', { draftId: second, into: first });
    expect(value(joined)).toEqual({ draftId: first });
    expect(await texts()).toEqual([`${wish}\n\n${later}`]);
    expect(await sample.world.attachments.of(idOf(first))).toHaveLength(1);
    await revises(first, 'Vikarerne ringer til mig', message(2, { edited: 5 }));
    expect(await texts()).toEqual([`${wish}\n\nVikarerne ringer til mig`]);
    const parted = value(await sample.does(people.leader, 'part-draft', { draftId: first, parts: '2' }));
    expect(await texts()).toEqual([wish, 'Vikarerne ringer til mig'].sort());
    const [, own] = parted.draftIds;
    // Whoever has told two apart does not want a third one in either.
    expect(await says('og det er hver gang', message(3))).toMatchObject({ hasGrown: false });
    await sample.does(people.leader, 'discard-draft', {
      draftId: (await says('og det er hver gang', message(3))).draftId,
    });
    expect(await sample.world.attachments.of(own)).toHaveLength(1);
    await revises(own, 'Vikarerne ringer hver dag', message(2, { edited: 9 }));
    expect(await texts()).toEqual([wish, 'Vikarerne ringer hver dag'].sort());
  });

  test('is not joined to another person’s draft, nor to words that are a reply', async () => {
    const [first, second] = await twoDrafts();
    const theirs = await says(wish, message(9), people.otherLeader);
    const joins = (draftId: string, into: string) => sample.does(people.leader, 'join-drafts', { draftId, into });
    expect(await joins(second, theirs.draftId)).toMatchObject({ refusal: 'nothing-there' });
    expect(await joins(second, second)).toMatchObject({ refusal: 'nothing-there' });
    await sample.world.drafts.setReply(idOf(first), { is: 'unclear', among: [] });
    expect(await joins(second, first)).toMatchObject({ refusal: 'nothing-there' });
  });
});

test('a yes after a no shows the draft, and the next one sends it', async () => {
  const { draftId } = await says(wish);
  const { id: to } = await sample.person(people.leader);
  const at = { platform: 'slack', conversation: 'D-OWN', message: 'card' } as const;
  await sample.world.postings.put({ ...at, about: idOf(draftId), kind: 'card', to });
  const yes = () => sample.does(people.leader, 'confirm-draft', { draftId }, { context: message(++messages) });
  await sample.does(people.leader, 'deny-draft', { draftId }, { context: message(++messages) });
  expect(value(await yes())).toMatchObject({ requestId: null });
  expect(value(await yes())).toMatchObject({ requestId: draftId });
});

test.each([
  ['Vikarlønnen kommer for sent', 'og de ringer til mig', true],
  ['Vikarlønnen kommer for sent', 'Det er især slemt i december', true],
  ['Vikarlønnen kommer for sent', 'Vikarlønnen mangler desuden feriepenge for de ansatte', true],
  ['hej', 'Vi venter fire uger på nøgler til den nye fløj', true],
  ['har et kæmpe problem med vikarer', 'ca 3 gange om måneden, 20 min', true],
  ['Vikarlønnen kommer for sent hver måned', 'Printeren på kontoret går i stå hver dag, og IT svarer ikke', false],
  ['Vikarlønnen kommer for sent', 'Det skyldes et nyt system, som ingen har lært vikarerne op i', true],
  ['Vikarlønnen kommer for sent', 'Et nyt ønske: vikarlønnen kunne vises i appen', false],
  ['Vikarlønnen kommer for sent', 'En anden ting: vikarlønnen er forkert', false],
  ['The substitutes are paid late', 'Also, nobody tells us why', true],
])('reads whether “%s” goes on with “%s”: %s', (before, text, expected) => {
  expect(continues(before, text)).toBe(expected);
});

test.each([
  ['Vikarlønnen kommer for sent', 'Vikarløn: jeg rykkede igen i dag, uden svar', true],
  ['Vikarlønnen kommer for sent', 'Rengøringen kommer aldrig om fredagen', false],
  ['Vikarlønnen kommer for sent', 'Jeg skal godkende hver faktura to gange', false],
])('reads whether “%s” and “%s” are one matter: %s', (before, text, expected) => {
  expect(isSameMatter(before, text)).toBe(expected);
});
