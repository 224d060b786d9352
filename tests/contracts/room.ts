import { units } from '../ids.ts';
import { people } from '../sample-domain.ts';
import type { ContractBot } from './participant.ts';
import { stage, wish } from './stage.ts';

/** A unit's channel shows and takes up these things. */
export function roomContract(open: () => Promise<ContractBot>): void {
  describe('a unit’s channel', () => {
    const at = stage(open, 'test');
    const { last, leader, meets, owner, reports } = at;
    const follows = async () => {
      await meets(people.hr);
      const room = owner().room('koncern-hr');
      await room.brings();
      await room.presses('Vis indbakken her');
      await room.fills({ unit: units.hr }, 'Vis den her');
      await at.delivers();
      return room;
    };

    test('shows each request once, on a card that follows it and takes the answer', async () => {
      const room = await follows();
      const number = await reports();
      const before = room.all().length;
      expect(room.reads()).toContain(number);
      await owner().presses('Gå i gang');
      await at.delivers();
      expect(room.all()).toHaveLength(before);
      expect(room.reads()).toContain('I gang');
      await room.presses('Svar');
      await room.presses('Ja, det gør vi');
      const promise = { measure: 'Vi opretter samme dag', expectedImprovement: 'Løn til tiden' };
      await room.fills({ ...promise, horizon: '1. halvår 2027' }, 'Send svaret');
      await at.delivers();
      expect(room.reads()).toContain('Besvaret');
      expect(room.all()).toHaveLength(before);
      expect(leader().reads()).toContain(`Der er svar på dit ønske ${number}`);
      expect(leader().reads()).toContain('Vi opretter samme dag');
    });

    test('relays a message to the bot in the thread, and shows the leader’s reply there', async () => {
      const room = await follows();
      const number = await reports();
      await room.mentions('Hvor mange er det?', number);
      await at.delivers();
      expect(leader().reads()).toContain('Hvor mange er det?');
      await leader().repliesTo('Hvor mange er det?', 'Omkring ti');
      await at.delivers();
      expect(room.thread(number).join('\n')).toContain('Omkring ti');
    });

    test('passes on a refused message once it is corrected, and leaves a message that was passed on', async () => {
      const room = await follows();
      const number = await reports();
      await room.mentions('Gælder det 010190-1234?', number);
      await at.delivers();
      expect(room.thread(number).at(-1)).toMatch(/CPR/);
      expect(await at.stored().comments.countDocuments()).toBe(0);
      await room.corrects('010190-1234', 'Gælder det alle vikarer?');
      await at.delivers();
      expect(leader().reads()).toContain('Gælder det alle vikarer?');
      await room.corrects('alle vikarer', 'Gælder det kun nogle?');
      await at.delivers();
      expect(room.thread(number).at(-1)).toContain('var allerede sendt');
      expect(await at.stored().comments.find().lean()).toMatchObject([{ text: 'Gælder det alle vikarer?' }]);
    });

    test('takes a leader who also owns the process for the unit, also when they write in a form', async () => {
      const room = await follows();
      await at.stored().people.updateOne({ email: people.hr }, { roles: ['processOwner', 'leader'] });
      await owner().says(wish);
      await owner().presses('Ja, send det');
      await at.delivers();
      await room.presses('Skriv en besked');
      await room.fills({ text: 'Vi ser på det i enheden' }, 'Send beskeden');
      await at.delivers();
      expect(await at.stored().comments.find().lean()).toMatchObject([{ side: 'unit' }]);
      expect(room.thread((await last()).number).join('\n')).toContain('Vi ser på det i enheden');
    });

    test('gets no more requests once it is stopped', async () => {
      const room = await follows();
      await room.mentions('stop indbakke');
      const before = room.all().length;
      await reports();
      expect(room.all()).toHaveLength(before);
    });

    test('keeps words to the bot as a draft that its writer alone sees', async () => {
      await follows();
      const email = 'lotte.groendahl@fjordby.example';
      const writer = await meets(email);
      const room = at.on(email).room('koncern-hr');
      const words = 'Vikarer oprettes for sent i lønsystemet, og det tager en time hver gang';
      await room.mentions(words);
      await at.delivers();
      expect(room.all().join()).toContain('gemt det som en kladde i vores private chat');
      expect(room.all().join()).not.toContain('Er det rigtigt forstået?');
      expect(writer.reads()).toContain('Er det rigtigt forstået?');
      await writer.presses('Ja, send det');
      expect(await last()).toMatchObject({ text: words });
    });

    test('changes the draft with the words that it was made of', async () => {
      await follows();
      const email = 'lotte.groendahl@fjordby.example';
      const writer = await meets(email);
      const room = at.on(email).room('koncern-hr');
      await room.mentions('Vikarer oprettes for sent i lønsystemet');
      await at.delivers();
      await room.corrects('for sent i lønsystemet', 'Vikarer oprettes tre uger for sent i lønsystemet');
      await at.delivers();
      expect(writer.reads()).toContain('tre uger for sent');
      expect(room.all().join()).not.toContain('Er det rigtigt forstået?');
      expect(await at.stored().drafts.countDocuments()).toBe(1);
    });

    test('says so when words hold a CPR number, and keeps nothing', async () => {
      await follows();
      const room = at.on('lotte.groendahl@fjordby.example').room('koncern-hr');
      await room.mentions('Vikaren 070761-4285 venter på løn');
      expect(room.all().join()).toContain('CPR');
      expect(await at.stored().drafts.countDocuments()).toBe(0);
    });

    test('tells somebody who writes no wishes where to write', async () => {
      await follows();
      const room = at.on(people.hr).room('koncern-hr');
      await room.mentions('Det her er svært for lederne i lønsystemet');
      expect(room.all().join()).toContain('Skriv til mig i en privat chat');
      expect(await at.stored().drafts.countDocuments()).toBe(0);
    });

    test('refuses a leader who wants to show an inbox', async () => {
      await follows();
      await reports();
      const other = at.on('lotte.groendahl@fjordby.example').room('koncern-hr');
      await other.mentions('stop indbakke');
      expect(await at.stored().rooms.countDocuments({ unit: units.hr })).toBe(1);
    });
  });
}
