import { people } from '../sample-domain.ts';
import type { ContractBot, Participant } from './participant.ts';
import { stage, wish } from './stage.ts';

/** On every channel, everybody can put things off, leave, come back and say no. One bot runs for all of it. */
export function waysOutContract(open: () => Promise<ContractBot>): void {
  describe('putting off and saying no', () => {
    const at = stage(open, 'describe');
    const { last, meets, opensForm, reports } = at;
    const lastNumber = async () => (await last()).number;
    const asksLeaders = async (question: string) => {
      const admin = at.on(people.admin);
      await opensForm(admin, 'kampagne', 'Start en kampagne', 'Start kampagnen');
      await admin.fills({ question, administration: 'teknik-og-miljoeforvaltningen' }, 'Start kampagnen');
      await at.delivers();
    };

    test('leaving a form leads back to where it was opened, and changes nothing', async () => {
      const [leader, owner] = [await meets(people.leader), await meets(people.hr)];
      await leader.says(wish);
      await leader.presses('Ret først');
      await leader.leavesForm();
      expect(leader.reads()).toContain('Er det rigtigt forstået?');
      await leader.presses('Ja, send det');
      await at.delivers();
      await owner.presses('Svar');
      await owner.leavesForm();
      expect(owner.reads()).toContain(await lastNumber());
      expect(owner.reads()).toContain(wish);
      await owner.presses('Skriv en besked');
      await owner.leavesForm();
      const stored = await at.stored().requests.find().lean();
      expect(stored.map(({ text, state }) => [text, state])).toEqual([[wish, 'routed']]);
      expect(await at.stored().comments.countDocuments()).toBe(0);
      await owner.presses('Svar');
      expect(owner.seesNow()).toContain('Hvad er svaret?');
      await owner.leavesForm();
    });

    test('a draft that was left waits among the leader’s requests, who sends it from there', async () => {
      const leader = await meets('mette.nielsen@fjordby.example');
      const words = 'Vikarer på Skovbrynet oprettes for sent i lønsystemet';
      await leader.says(words);
      await leader.says('mine');
      expect(leader.reads()).toContain('Ikke sendt endnu');
      expect(leader.reads()).toContain(words);
      await leader.presses('Åbn');
      expect(leader.reads()).toContain('Er det rigtigt forstået?');
      await leader.presses('Ja, send det');
      expect(leader.reads()).toContain(await lastNumber());
      await leader.says('mine');
      expect(leader.reads()).not.toContain('Ikke sendt endnu');
    });

    test('owner and leader write to each other by the button on the card', async () => {
      const [leader, owner] = [await meets(people.leader), await meets(people.hr)];
      await reports();
      await owner.presses('Skriv en besked');
      await owner.fills({ text: '' }, 'Send beskeden');
      expect(owner.seesNow()).toContain('Skal udfyldes.');
      await owner.fills({ text: 'Hvor mange vikarer er det?' }, 'Send beskeden');
      expect(owner.reads()).toContain('Sendt til lederen.');
      await at.delivers();
      expect(leader.reads()).toContain('Hvor mange vikarer er det?');
      await leader.presses('Skriv tilbage');
      await leader.fills({ text: 'Omkring ti om måneden' }, 'Send beskeden');
      await at.delivers();
      expect(owner.reads()).toContain('Omkring ti om måneden');
    });

    test('a stranger who is turned down hears it, with whom to turn to, and stays a stranger; the other administrator sees who decided', async () => {
      const email = 'lone.munk-joergensen@fjordby.example';
      await at.stored().people.deleteOne({ email });
      const [admin, other] = [await meets(people.admin), await meets('asger.thorup@fjordby.example')];
      const stranger = await meets(email);
      await stranger.presses('Bed om adgang');
      await at.delivers();
      await admin.presses('Afvis');
      expect(admin.reads()).toMatch(/har ikke fået adgang/);
      await other.presses('Giv adgang');
      expect(other.reads()).toMatch(/blev afvist den .* af Nikoline Brix/);
      await at.delivers();
      expect(stranger.reads()).toContain('Du har ikke fået adgang');
      expect(stranger.reads()).toContain('kontakt projektleder Nikoline Brix, nikoline.brix@fjordby.example');
      await stranger.says(wish);
      expect(stranger.reads()).not.toContain('Er det rigtigt forstået?');
      expect(await at.stored().people.countDocuments({ email })).toBe(0);
      await stranger.presses('Bed om adgang');
      await at.delivers();
      expect(other.reads()).toMatch(/Blev afvist den .* af Nikoline Brix/);
    });

    test('a leader can put a prompt off or stop prompts, by button or by words, and can turn back', async () => {
      const asked = await Promise.all(
        ['kurt.oelholm', 'benny.staer', 'laerke.winkel', 'lukasz.wisniewski'].map((name) =>
          meets(`${name}@fjordby.example`),
        ),
      );
      const [later, never, byWords] = asked as [Participant, Participant, Participant];
      const whoWasAsked = (question: string) => asked.map((one) => one.all().some((said) => said.includes(question)));
      const first = at.bot().clock.now.getTime();
      const isDay = (days: number) => {
        at.bot().clock.now = new Date(first + days * 24 * 3_600_000);
      };
      await asksLeaders('Hvad er besværligt i dag?');
      expect(whoWasAsked('Hvad er besværligt i dag?')).toEqual([true, true, true, true]);
      await later.presses('Spørg mig senere');
      expect(later.reads()).toContain('jeg spørger ikke den næste uge');
      await never.presses('Spørg mig ikke igen');
      expect(never.reads()).toContain('jeg spørger ikke igen');
      await byWords.says('stop opfordringer');
      expect(byWords.reads()).toContain('jeg spørger ikke igen');

      isDay(1);
      await asksLeaders('Hvad er besværligt i morgen?');
      expect(at.on(people.admin).all().join()).toContain('2 har sagt nej tak');
      expect(whoWasAsked('Hvad er besværligt i morgen?')).toEqual([false, false, false, true]);
      isDay(7);
      await at.delivers();
      expect(whoWasAsked('Hvad er besværligt i morgen?')).toEqual([true, false, false, true]);

      isDay(8);
      await byWords.says('start opfordringer');
      expect(byWords.reads()).toContain('så spørger jeg dig igen');
      await asksLeaders('Hvad er besværligt i næste uge?');
      expect(whoWasAsked('Hvad er besværligt i næste uge?')).toEqual([true, false, true, true]);
    });
  });
}
