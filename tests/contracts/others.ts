import { people } from '../sample-domain.ts';
import type { ContractBot } from './participant.ts';
import { stage, wish } from './stage.ts';

/** Managers, administrators and strangers do this on every channel. */
export function othersContract(open: () => Promise<ContractBot>): void {
  describe('everybody else', () => {
    const at = stage(open, 'test');
    const { last, leader, meets, opensForm, reports } = at;

    test('a manager gets the digest and may not answer', async () => {
      const manager = await meets(people.schoolManager);
      const number = await reports();
      await manager.says('overblik');
      expect(manager.reads()).toContain('Ugens overblik');
      await manager.says(number);
      expect(manager.reads()).toContain(wish);
      expect(manager.reads().split('\n')).not.toContain('Svar');
    });

    test('an administrator asks the leaders, and a leader’s chat shows the question', async () => {
      await meets(people.leader);
      const admin = at.on(people.admin);
      await opensForm(admin, 'kampagne', 'Start en kampagne', 'Start kampagnen');
      await admin.fills({ question: 'Hvad er besværligt?' }, 'Start kampagnen');
      await at.delivers();
      expect(leader().reads()).toContain('Hvad er besværligt?');
    });

    test('a stranger asks to join, is let in by one press, and submits a request', async () => {
      await at.stored().people.deleteOne({ email: people.leader });
      await meets(people.admin);
      await leader().says('hej');
      expect(leader().reads()).toContain('Vi kender ikke hinanden endnu');
      await leader().presses('Bed om at være med');
      await at.delivers();
      await at.on(people.admin).presses('Luk ind');
      await at.delivers();
      expect(leader().reads()).toContain('Du er lukket ind');
      await reports();
      expect(await last()).toMatchObject({ text: wish });
    });
  });
}
