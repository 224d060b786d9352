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

    test('a manager opens a list of the digest and turns its pages, while the digest stays', async () => {
      const manager = await meets(people.schoolManager);
      await at.manyReported(13);
      await manager.says('overblik');
      expect(manager.reads()).not.toContain('Besværligt 3\n');
      await manager.presses('Vis alle 13');
      expect(manager.seesNow()).toContain('Besværligt 10');
      await manager.presses('Vis 3 til');
      expect(manager.seesNow()).toMatch(/Besværligt 11[\s\S]*Besværligt 13/);
      expect(manager.all().some((one) => one.includes('Ugens overblik'))).toBe(true);
    });

    test('an administrator reads in the inbox that others have not answered in time, and opens what it is', async () => {
      const admin = await meets(people.admin);
      await at.manyReported(2);
      at.passes(90 * 24 * 60);
      await admin.says('indbakke');
      expect(admin.seesNow()).toContain('2 ønsker har ikke fået svar i tide i enheder, som andre svarer for.');
      await admin.presses('Se de 2');
      expect(admin.seesNow()).toMatch(/Besværligt 1[\s\S]*Besværligt 2/);
    });

    test('an administrator asks the leaders, and a leader’s chat shows the question', async () => {
      await meets(people.leader);
      const admin = at.on(people.admin);
      await opensForm(admin, 'kampagne', 'Start en kampagne', 'Start kampagnen');
      await admin.fills({ question: 'Hvad er besværligt?' }, 'Start kampagnen');
      await at.delivers();
      expect(leader().reads()).toContain('Hvad er besværligt?');
    });

    test('an administrator stops a campaign, and a leader who waits for its question never gets it', async () => {
      await meets(people.leader);
      const admin = await meets(people.admin);
      at.bot().clock.now = new Date('2026-11-24T18:00:00+01:00');
      await opensForm(admin, 'kampagne', 'Start en kampagne', 'Start kampagnen');
      await admin.fills({ question: 'Hvad er besværligt?' }, 'Start kampagnen');
      await at.delivers();
      await admin.says('kampagner');
      await admin.presses('Vis');
      expect(admin.reads()).toContain('I gang');
      await admin.presses('Stop kampagnen');
      await at.delivers();
      const states = async () =>
        (await at.stored().deliveries.find({ kind: 'campaign-prompt' }).lean()).map(({ result }) => result);
      expect(new Set(await states())).toEqual(new Set(['settled']));
      at.bot().clock.now = new Date('2026-11-25T09:00:00+01:00');
      await at.delivers();
      expect(leader().all().join()).not.toContain('Hvad er besværligt?');
      expect(admin.all().join()).toContain('Stoppet den 24. november 2026');
      await leader().says('kampagner');
      expect(leader().reads()).toContain('Det ligger hos andre end dig');
    });

    test('an administrator is told once of what did not arrive, lists it by a word, and sends it again', async () => {
      await meets(people.leader);
      const admin = await meets(people.admin);
      await opensForm(admin, 'kampagne', 'Start en kampagne', 'Start kampagnen');
      await admin.fills({ question: 'Hvad er besværligt?' }, 'Start kampagnen');
      await at.delivers();
      const { outbox, campaigns, people: everyone } = at.stored();
      const { _id: to } = await everyone.findOne({ email: people.leader }).orFail().lean();
      const { _id: campaignId } = await campaigns.findOne().orFail().lean();
      await outbox.deleteMany({});
      const { now } = at.bot().clock;
      const row = { organisation: 'fjordby', to, message: { kind: 'campaign-prompt', campaignId }, notBefore: now };
      const parked = { state: 'parked', problem: 'odd', attempts: 3, claim: null, claimedUntil: now } as const;
      await outbox.create({ _id: 'stuck', at: now, order: 1, ...row, ...parked });
      at.bot().clock.now = new Date('2026-11-25T09:00:00+01:00');
      await at.delivers();
      await at.delivers();
      const notices = () => admin.all().filter((text) => text.includes('1 besked er ikke nået frem'));
      expect(notices()).toHaveLength(1);
      await admin.says('hvad sidder fast');
      expect(notices()).toHaveLength(2);
      expect(admin.reads()).toContain('Gik galt i Teams eller Slack');
      expect(admin.reads()).toContain('Pernille Østergaard');
      const prompts = () =>
        leader()
          .all()
          .filter((text) => text.includes('Hvad er besværligt?'));
      expect(prompts()).toHaveLength(1);
      await admin.presses('Send alle igen');
      expect(admin.reads()).toContain('Jeg prøver 1 besked igen.');
      await at.delivers();
      expect(prompts()).toHaveLength(2);
      await leader().says('hvad sidder fast');
      expect(leader().reads()).toContain('Det ligger hos andre end dig');
    });

    test('the first words of a stranger wait until they are let in, and are sent by one press then', async () => {
      await at.stored().people.deleteOne({ email: people.leader });
      await meets(people.admin);
      await leader().says(wish);
      expect(leader().reads()).toContain('venter her i op til 30 dage');
      await leader().presses('Bed om adgang');
      expect(leader().reads()).toContain('venter her i op til 30 dage');
      await at.delivers();
      expect(at.on(people.admin).reads()).not.toContain(wish);
      await at.on(people.admin).presses('Giv adgang');
      await at.delivers();
      expect(leader().reads()).toContain('Du har fået adgang');
      expect(leader().reads()).toContain(wish);
      await leader().presses('Ja, send det');
      expect(await last()).toMatchObject({ text: wish });
    });

    test('a stranger asks to join, is let in by one press, and submits a request', async () => {
      await at.stored().people.deleteOne({ email: people.leader });
      await meets(people.admin);
      await leader().says('hej');
      expect(leader().reads()).toContain('Vi kender ikke hinanden endnu');
      await leader().presses('Bed om adgang');
      await at.delivers();
      await at.on(people.admin).presses('Giv adgang');
      await at.delivers();
      expect(leader().reads()).toContain('Du har fået adgang');
      await reports();
      expect(await last()).toMatchObject({ text: wish });
    });
  });
}
