import { people } from '../sample-domain.ts';
import type { ContractBot } from './participant.ts';
import { stage, wish } from './stage.ts';

const otherManager = 'soeren.bech-nielsen@fjordby.example';

/** Tests what each role reads on every channel, in the reader's language. One bot runs for all of it. */
export function readersContract(open: () => Promise<ContractBot>): void {
  describe('readers of a request', () => {
    const at = stage(open, 'describe');
    const { last, meets } = at;
    const lastNumber = async () => (await last()).number;

    test('a leader who reads English gets the answer in English, and the owner reads Danish', async () => {
      const [leader, owner] = [await meets(people.englishLeader), await meets(people.hr)];
      await leader.says(wish);
      expect(leader.reads()).toContain('Did I get it right?');
      await leader.presses('Yes, send it');
      const number = await lastNumber();
      expect(leader.reads()).toContain(`your request is number ${number}`);
      await at.delivers();
      expect(owner.reads()).toContain(`Nyt ønske: ${number}`);
      await owner.presses('Svar');
      await owner.presses('Ja, det gør vi');
      const promise = { measure: 'Vi opretter samme dag', expectedImprovement: 'Løn til tiden' };
      await owner.fills({ ...promise, horizon: '1. halvår 2027' }, 'Send svaret');
      await at.delivers();
      expect(leader.reads()).toContain(`Your request ${number} has an answer`);
      expect(leader.reads()).toContain('Vi opretter samme dag');
      expect(leader.reads()).toMatch(/first half of 2027/i);
      expect(leader.all().join('\n')).not.toMatch(/Der er svar|Besvaret|Svar fra|Ønsket|Lovet|Mine ønsker/);
    });

    test('a manager reads the open requests of their unit without an inbox; the manager of another unit reads none', async () => {
      const [leader, manager, other] = [
        await meets(people.leader),
        await meets(people.unitManager),
        await meets(otherManager),
      ];
      await leader.says(wish);
      await leader.presses('Ja, send det');
      const number = await lastNumber();
      await manager.says('overblik');
      expect(manager.reads()).toContain('Ugens overblik');
      expect(manager.reads()).toContain(number);
      await manager.says(number);
      expect(manager.reads()).toContain(wish);
      expect(manager.reads().split('\n')).not.toContain('Svar');
      await manager.says('indbakke');
      expect(manager.reads()).toContain('Det ligger hos andre end dig');
      await other.says('overblik');
      expect(other.reads()).toContain('Ugens overblik');
      expect(other.reads()).not.toContain('FØ-2026');
      await other.says(number);
      expect(other.reads()).not.toContain('lønnen');
    });

    test('a guest reads that the bot is not for them, and the bot keeps nothing of theirs', async () => {
      const { people: stored, drafts, joins } = at.stored();
      const kept = async () => [
        await stored.find().lean(),
        await drafts.countDocuments(),
        await joins.countDocuments(),
      ];
      const before = await kept();
      at.bot().isGuest(people.legal);
      const guest = at.on(people.legal);
      await guest.says(wish);
      expect(guest.reads()).toContain('Jeg er kun for kommunens egne ansatte');
      await guest.says('indbakke');
      expect(guest.all().join('\n')).not.toContain('Indbakke');
      expect(await kept()).toEqual(before);
    });
  });
}
