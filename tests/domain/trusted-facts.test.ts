import type { ActionName } from '../../domain/index.ts';
import { handlePressed } from '../../handlers/index.ts';
import { asking, cardOf } from '../handlers/asks.ts';
import { type MemorySample, openSample, people } from '../sample-domain.ts';

let sample: MemorySample;
beforeEach(async () => {
  sample = await openSample();
});

const presses = async (email: string, action: ActionName, input: Record<string, string>) =>
  handlePressed(await asking(sample, email), { action, input, idempotencyKey: sample.world.newId() });

describe('a forged button', () => {
  test('cannot claim that a message is in the channel already', async () => {
    const { id: requestId, unit } = await sample.request();
    const room = await sample.world.rooms.meet('slack', 'C1', { channel: 'C1' });
    await sample.world.rooms.follow(room.id, unit, (await sample.person(people.hr)).id);
    await presses(people.hr, 'comment-on-request', {
      requestId,
      text: 'Vi ser på det',
      isShown: 'true',
      roomId: room.id,
    });
    const told = (await sample.outbox()).filter(({ kind }) => kind === 'room-comment');
    expect(told.map(({ to }) => to)).toEqual([room.id]);
  });

  test('cannot claim when a message was edited', async () => {
    await presses(people.leader, 'draft-request', { text: 'Vikarer', editedAt: '2030-01-01T00:00:00Z' });
    const [draft] = await sample.world.drafts.ofPerson((await sample.person(people.leader)).id);
    expect(draft).toMatchObject({ text: 'Vikarer' });
    expect(draft).not.toHaveProperty('editedAt');
  });

  test('cannot claim to be pressed in a channel', async () => {
    const room = await sample.world.rooms.meet('slack', 'C1', { channel: 'C1' });
    const reply = await presses(people.hr, 'follow-unit', { roomId: room.id, unit: 'Koncern HR' });
    expect(cardOf(reply).title).toContain('kanal');
    expect((await sample.world.rooms.byId(room.id))?.unit).toBeNull();
  });

  test.each(['attach-files', 'revise-draft'] as const)(
    'cannot start %s, which belongs to a message',
    async (action) => {
      const { value } = (await sample.claims(people.leader, 'draft-request', { text: 'Vikarer' })) as {
        value: { draftId: string };
      };
      const file = { name: 'a.png', size: 1, platform: 'slack', reference: 'F1' };
      const claimed = {
        draftId: value.draftId,
        about: value.draftId,
        text: 'Overtaget',
        files: JSON.stringify([file]),
      };
      expect(cardOf(await presses(people.leader, action, claimed)).title).toContain('Knappen virker ikke længere');
      expect(
        await sample.world.attachments.of(
          (await sample.world.drafts.ofPerson((await sample.person(people.leader)).id))[0]?.id ??
            (await sample.request()).id,
        ),
      ).toEqual([]);
    },
  );
});
