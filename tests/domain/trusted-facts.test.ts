import type { ActionName } from '../../domain/index.ts';
import { handlePressed } from '../../handlers/index.ts';
import { asking, cardOf } from '../handlers/asks.ts';
import { type MemoryTown, openTown, people } from '../sample-domain.ts';

let town: MemoryTown;
beforeEach(async () => {
  town = await openTown();
});

const presses = async (email: string, action: ActionName, input: Record<string, string>) =>
  handlePressed(await asking(town, email), { action, input, idempotencyKey: town.world.newId() });

describe('a forged button', () => {
  test('cannot claim that a message stands in the channel already', async () => {
    const { id: requestId, unit } = await town.request();
    const room = await town.world.rooms.meet('slack', 'C1', { channel: 'C1' });
    await town.world.rooms.follow(room.id, unit, (await town.person(people.hr)).id);
    await presses(people.hr, 'comment-on-request', {
      requestId,
      text: 'Vi ser på det',
      isShown: 'true',
      roomId: room.id,
    });
    const told = (await town.outbox()).filter(({ kind }) => kind === 'room-comment');
    expect(told.map(({ to }) => to)).toEqual([room.id]);
  });

  test('cannot claim when a message was edited', async () => {
    await presses(people.leader, 'draft-request', { text: 'Vikarer', editedAt: '2030-01-01T00:00:00Z' });
    const [draft] = await town.world.drafts.ofPerson((await town.person(people.leader)).id);
    expect(draft).toMatchObject({ text: 'Vikarer' });
    expect(draft).not.toHaveProperty('editedAt');
  });

  test('cannot claim to be pressed in a channel', async () => {
    const room = await town.world.rooms.meet('slack', 'C1', { channel: 'C1' });
    const reply = await presses(people.hr, 'follow-unit', { roomId: room.id, unit: 'Koncern HR' });
    expect(cardOf(reply).title).toContain('kanal');
    expect((await town.world.rooms.byId(room.id))?.unit).toBeNull();
  });

  test.each(['attach-files', 'revise-draft'] as const)(
    'cannot start %s, which belongs to a message',
    async (action) => {
      const { value } = (await town.claims(people.leader, 'draft-request', { text: 'Vikarer' })) as {
        value: { draftId: string };
      };
      const file = { name: 'a.png', size: 1, platform: 'slack', reference: 'F1' };
      const claimed = {
        draftId: value.draftId,
        about: value.draftId,
        text: 'Overtaget',
        files: JSON.stringify([file]),
      };
      expect(cardOf(await presses(people.leader, action, claimed)).title).toContain('Den knap kender jeg ikke længere');
      expect(
        await town.world.attachments.of(
          (await town.world.drafts.ofPerson((await town.person(people.leader)).id))[0]?.id ?? (await town.request()).id,
        ),
      ).toEqual([]);
    },
  );
});
