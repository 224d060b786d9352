import { type Decision, decisions } from '../../domain/vocabulary.ts';
import { decisionNames } from '../../locales/vocabulary.ts';
import { units } from '../ids.ts';
import { png } from '../png.ts';
import { people } from '../sample-domain.ts';
import type { ContractBot } from './participant.ts';
import { stage, wish } from './stage.ts';

const promise = {
  measure: 'Vi opretter samme dag',
  expectedImprovement: 'Løn til tiden',
  horizon: '1. halvår 2027',
};

/** Another owner of the same unit. */
const hrColleague = 'anne-mette.skjoedt@fjordby.example';

/** The fields that each decision asks for. */
const answers = {
  planned: { ...promise },
  partly: { ...promise, nowPossible: 'Ring til os', whatItTakes: 'Et nyt system' },
  alreadyUnderway: { measure: promise.measure, horizon: promise.horizon },
  trial: { measure: promise.measure, lookedAt: 'Om lønnen kommer til tiden', horizon: 'til 30. juni 2027' },
  done: { ...promise, horizon: 'nu' },
  guidance: { measure: promise.measure, where: 'https://intra.example/vikarer' },
  declined: { measure: promise.measure, declineCategory: 'law' },
} satisfies Record<Decision, Record<string, string>>;

/** A process owner does this on every channel. */
export function ownerContract(open: () => Promise<ContractBot>): void {
  describe('an owner', () => {
    const at = stage(open, 'test');
    const { last, leader, meets, owner, reports } = at;
    test('tells the leader that a promise is kept', async () => {
      await meets(people.hr);
      await reports();
      await owner().presses('Svar');
      await owner().presses('Ja, det gør vi');
      await owner().fills(answers.planned, 'Send svaret');
      await owner().presses('Markér som gennemført');
      expect(await last()).toMatchObject({ state: 'delivered' });
    });

    test('turns the pages of the inbox to its end, in the same card', async () => {
      await at.manyReported(23);
      await owner().says('indbakke');
      expect(owner().seesNow()).toContain('Besværligt 1');
      await owner().presses('Vis 10 til');
      await owner().presses('Vis 3 til');
      expect(owner().seesNow()).toMatch(/Besværligt 21[\s\S]*Besværligt 23[\s\S]*Nr. 21–23 på listen/u);
    });

    test('is asked once whether a misspelt horizon was read as it was meant, and the leader sees the days', async () => {
      await meets(people.hr);
      await reports();
      await owner().presses('Svar');
      await owner().presses('Ja, det gør vi');
      await owner().fills({ ...answers.planned, horizon: '1. hlavår 2027' }, 'Send svaret');
      expect(owner().seesNow()).toContain('Vi læser tiden som: 1. halvår 2027. Passer det?');
      expect(await last()).toMatchObject({ state: 'routed' });
      await owner().fills({}, 'Ja, send svaret');
      expect(await last()).toMatchObject({
        state: 'answered',
        answer: { measure: answers.planned.measure, horizon: { text: '1. hlavår 2027', end: '2027-06-30' } },
      });
      await at.delivers();
      expect(leader().reads()).toContain('1. halvår 2027 (”1. hlavår 2027”, skrevet');
    });

    test('corrects a horizon that was read otherwise than meant, and loses no other words', async () => {
      await meets(people.hr);
      await reports();
      await owner().presses('Svar');
      await owner().presses('Ja, det gør vi');
      await owner().fills({ ...answers.planned, horizon: 'efter sommerferien' }, 'Send svaret');
      expect(owner().seesNow()).toContain('Passer det?');
      await owner().fills({ horizon: 'oktober 2027' }, 'Ja, send svaret');
      expect(await last()).toMatchObject({
        state: 'answered',
        answer: { measure: answers.planned.measure, horizon: { text: 'oktober 2027', start: '2027-10-01' } },
      });
    });

    test('corrects an answer, and the leader reads the new date as such', async () => {
      await meets(people.hr);
      const number = await reports();
      await owner().presses('Svar');
      await owner().presses('Ja, det gør vi');
      await owner().fills(answers.planned, 'Send svaret');
      await at.delivers();
      await owner().presses('Ret svaret');
      expect(owner().seesNow()).toContain(answers.planned.measure);
      await owner().fills({ ...answers.planned, horizon: '2. halvår 2027' }, 'Send rettelsen');
      expect(await last()).toMatchObject({ answer: { horizon: { start: '2027-07-01', end: '2027-12-31' } } });
      await at.delivers();
      expect(leader().reads()).toContain(`Svaret på dit ønske ${number} er rettet`);
      expect(leader().reads()).toContain('2. halvår 2027');
    });

    test('corrects a word, and the leader is not disturbed', async () => {
      await meets(people.hr);
      await reports();
      await owner().presses('Svar');
      await owner().presses('Ja, det gør vi');
      await owner().fills(answers.planned, 'Send svaret');
      await at.delivers();
      const before = leader().all().length;
      await owner().presses('Ret svaret');
      await owner().fills({ ...answers.planned, measure: 'Vi opretter samme morgen' }, 'Send rettelsen');
      await at.delivers();
      expect(await last()).toMatchObject({ answer: { measure: 'Vi opretter samme morgen' } });
      expect(leader().all()).toHaveLength(before);
    });

    test('keeps what is typed when they choose another answer, or go on another day', async () => {
      await meets(people.hr);
      await reports();
      await owner().presses('Svar');
      await owner().presses('Ja, det gør vi');
      await owner().fills({ measure: 'Vi ser på oprettelsen' }, 'Vælg et andet svar');
      await owner().presses('Ja, en del af det');
      expect(owner().seesNow()).toContain('Vi ser på oprettelsen');
      await owner().fills({ measure: 'Vi ser på oprettelsen', nowPossible: 'Ring til os' }, 'Gem til senere');
      expect(owner().seesNow()).toContain('Gemt.');
      await owner().presses('Svar');
      await owner().presses('Ja, en del af det');
      expect(owner().seesNow()).toContain('Vi ser på oprettelsen');
      expect(owner().seesNow()).toContain('Ring til os');
      expect(await last()).toMatchObject({ state: 'routed', answer: null });
    });

    test('shows more to fill in at one press, and loses no word by it', async () => {
      await meets(people.hr);
      await reports();
      await owner().presses('Svar');
      await owner().presses('Ja, det gør vi');
      expect(owner().seesNow()).not.toContain('Hvad kan gøres allerede nu?');
      await owner().fills({ measure: 'Vi ser på oprettelsen' }, 'Vis mere');
      expect(owner().seesNow()).toContain('Hvad kan gøres allerede nu?');
      expect(owner().seesNow()).toContain('Vi ser på oprettelsen');
      await owner().fills({ ...answers.planned, nowPossible: 'Ring til os' }, 'Send svaret');
      expect(await last()).toMatchObject({ answer: { nowPossible: 'Ring til os' } });
    });

    test('whose colleague was quicker reads both answers, and sends theirs as a message', async () => {
      const colleague = at.on(hrColleague);
      await meets(people.hr);
      await meets(hrColleague);
      await reports();
      for (const each of [owner(), colleague]) {
        await each.presses('Svar');
        await each.presses('Ja, det gør vi');
      }
      await colleague.fills(answers.planned, 'Send svaret');
      await owner().fills({ ...answers.planned, measure: 'Vi ringer til lønsystemet' }, 'Send svaret');
      expect(owner().seesNow()).toContain('har svaret, mens du skrev');
      expect(owner().seesNow()).toContain(answers.planned.measure);
      expect(owner().seesNow()).toContain('Vi ringer til lønsystemet');
      expect(await last()).toMatchObject({ answer: { measure: answers.planned.measure } });
      await owner().presses('Skriv det som besked');
      expect(owner().seesNow()).toContain('Vi ringer til lønsystemet');
      await owner().fills({ text: 'Vi ringer til lønsystemet' }, 'Send beskeden');
      await at.delivers();
      expect(leader().reads()).toContain('Vi ringer til lønsystemet');
    });

    test('sees in their own chat what a colleague has answered, without a new message', async () => {
      const colleague = at.on(hrColleague);
      await meets(people.hr);
      await meets(hrColleague);
      await reports();
      const before = colleague.all().length;
      await owner().presses('Svar');
      await owner().presses('Ja, det gør vi');
      await owner().fills(answers.planned, 'Send svaret');
      await at.delivers();
      expect(colleague.all()).toHaveLength(before);
      expect(colleague.reads()).toContain('Besvaret');
      expect(colleague.reads()).toContain(answers.planned.measure);
      expect(colleague.reads()).toContain('Ulla');
    });

    test('gives a reason in the place of a date, and sees once that it goes out as one', async () => {
      await meets(people.hr);
      await reports();
      await owner().presses('Svar');
      await owner().presses('Ja, det gør vi');
      const horizon = 'vi venter på leverandørens svar';
      await owner().fills({ ...answers.planned, horizon }, 'Send svaret');
      expect(owner().seesNow()).toContain('Der er ingen dato i det');
      await owner().fills({ ...answers.planned, horizon }, 'Ja, send svaret');
      await at.delivers();
      expect(leader().reads()).toContain(horizon);
      expect(await last()).toMatchObject({ answer: { noDateReason: horizon, horizon: { start: null } } });
    });

    test('hands a request over to the unit that owns it', async () => {
      await meets(people.hr);
      await meets(people.it);
      const number = await reports();
      await owner().presses('Send videre');
      await owner().fills({ unit: units.it, reason: 'Det er systemet' }, 'Send videre');
      await at.delivers();
      expect(at.on(people.it).reads()).toContain(number);
    });

    test('finds waiting requests in the inbox', async () => {
      const number = await reports();
      await owner().says('indbakke');
      expect(owner().reads()).toContain(number);
    });

    test('sees the current request after pressing an old card', async () => {
      await meets(people.hr);
      await reports();
      await leader().says('mine');
      await at.stored().requests.updateOne({}, { $inc: { version: 1 } });
      await owner().presses('Gå i gang');
      expect(owner().reads()).toContain('Ønsket er kommet videre siden');
      expect(await last()).toMatchObject({ state: 'routed' });
    });

    test('writes with the leader, each in their private chat', async () => {
      await meets(people.hr);
      const number = await reports();
      await owner().repliesTo(number, 'Hvor mange er det?');
      await at.delivers();
      expect(leader().reads()).toContain('Hvor mange er det?');
      await leader().repliesTo('Hvor mange er det?', 'Omkring ti');
      await at.delivers();
      expect(owner().reads()).toContain('Omkring ti');
      expect([await at.stored().comments.countDocuments(), await at.stored().drafts.countDocuments()]).toEqual([2, 0]);
    });

    test('asks the leader, whose next words are the answer; a new wish and thanks are none', async () => {
      await meets(people.hr);
      const number = await reports();
      await owner().repliesTo(number, 'Hvor mange er det?');
      await at.delivers();
      await leader().says('Tusind tak for hjælpen');
      await leader().says('Rengøringen kommer aldrig om fredagen, så vi gør selv rent hver uge. Det tager en time.');
      expect(leader().reads()).toContain('Er det rigtigt forstået?');
      await leader().says('det er vel omkring ti stykker om måneden');
      expect(leader().reads()).toContain('Dit svar går til Koncern HR');
      await at.delivers();
      expect(owner().reads()).not.toContain('omkring ti stykker');
      at.passes(2);
      await at.delivers();
      expect(owner().reads()).toContain('omkring ti stykker');
      expect([await at.stored().comments.countDocuments(), await at.stored().drafts.countDocuments()]).toEqual([2, 1]);
    });

    test('gets no reply that the leader takes back in time, which is a draft again', async () => {
      await meets(people.hr);
      await owner().repliesTo(await reports(), 'Hvor mange er det?');
      await at.delivers();
      await leader().says('det er vel omkring ti stykker om måneden');
      await leader().presses('Det var et nyt ønske');
      expect(leader().reads()).toContain('ti stykker');
      expect(leader().reads()).toContain('Slet');
      at.passes(2);
      await at.delivers();
      expect(owner().all().join()).not.toContain('ti stykker');
      expect([await at.stored().comments.countDocuments(), await at.stored().drafts.countDocuments()]).toEqual([1, 1]);
    });

    test('keeps a reply that was sent, and the leader reads why it cannot be taken back', async () => {
      await meets(people.hr);
      await owner().repliesTo(await reports(), 'Hvor mange er det?');
      await at.delivers();
      await leader().says('det er vel omkring ti stykker om måneden');
      at.passes(2);
      await at.delivers();
      await leader().presses('Det var et nyt ønske');
      expect(leader().reads()).toContain('Det er sendt');
      expect(await at.stored().comments.countDocuments()).toBe(2);
    });

    test('gets the words that the leader edits in time, and none that the leader deletes', async () => {
      await meets(people.hr);
      await owner().repliesTo(await reports(), 'Hvor mange er det?');
      await at.delivers();
      await leader().says('det er vel omkring ti stykker om måneden');
      await leader().edits('det er vel omkring ti', 'det er vel omkring tyve stykker om måneden');
      expect(leader().reads()).toContain('Dit svar går til Koncern HR');
      await leader().says('og i december er det det dobbelte');
      await leader().deletes('og i december');
      at.passes(2);
      await at.delivers();
      expect(owner().reads()).toContain('omkring tyve stykker');
      expect(owner().all().join()).not.toContain('i december');
      expect([await at.stored().comments.countDocuments(), await at.stored().drafts.countDocuments()]).toEqual([2, 0]);
    });

    test('gets words and file once the leader has said which of two questions they answer', async () => {
      await meets(people.hr);
      const [first, second] = [
        await reports(),
        await reports({ text: `${wish} Sådan er det også for nye pædagoger.` }),
      ];
      await owner().repliesTo(first, 'Hvor mange er det?');
      at.passes(0.1);
      await owner().repliesTo(second, 'Hvilke er det?');
      await at.delivers();
      const photo = { name: 'brev.png', type: 'image/png', content: png };
      await leader().sendsFile(photo, 'det er kun dem i indskolingen');
      expect(leader().reads()).toContain('Er det et svar eller noget nyt?');
      await leader().presses(`Svar på ${second}`);
      at.passes(2);
      await at.delivers();
      expect(owner().all().join()).toContain('dem i indskolingen');
      const [, answered] = await at.requests();
      expect(await at.stored().attachments.find().lean()).toMatchObject([{ about: answered?._id, name: 'brev.png' }]);
      expect(await at.stored().drafts.countDocuments()).toBe(0);
    });

    test('writes plain words after a leader’s, who gets them; the owner can take them back', async () => {
      await meets(people.hr);
      const number = await reports();
      await leader().repliesTo(wish, 'Hvornår bliver det rettet?');
      await at.delivers();
      await owner().says('det retter vi i det nye system fra august');
      expect(owner().reads()).toContain('Dit svar går til lederen');
      await owner().presses('Tag tilbage');
      expect(owner().reads()).toContain('Jeg har gemt dine ord');
      at.passes(2);
      await at.delivers();
      expect(leader().all().join()).not.toContain('fra august');
      await owner().presses(`Svar på ${number}`);
      at.passes(2);
      await at.delivers();
      expect(leader().reads()).toContain('fra august');
    });

    test('hears what to do with words that are a wish, and their words are kept', async () => {
      await meets(people.hr);
      await owner().says('Rengøringen kommer aldrig om fredagen, så vi gør selv rent hver uge. Det tager en time.');
      expect(owner().reads()).toContain('Nye ønsker kommer fra lederne');
      expect(owner().reads()).toContain('Åbn indbakken');
      expect(await at.stored().drafts.countDocuments()).toBe(1);
      await owner().presses('Slet');
      expect(await at.stored().drafts.countDocuments()).toBe(0);
    });

    test('reads why a reply is not passed on, and the corrected reply is passed on', async () => {
      await meets(people.hr);
      const number = await reports();
      await owner().repliesTo(number, 'Er det vikaren 070761-4285?');
      expect(owner().seesNow()).toContain('CPR');
      await owner().edits('Er det vikaren', 'Er det vikaren fra i går?');
      await at.delivers();
      expect(leader().reads()).toContain('Er det vikaren fra i går?');
      expect(await at.stored().comments.countDocuments()).toBe(1);
      expect(owner().all().join()).toContain(number);
    });
  });

  describe('an owner’s tilbagemelding', () => {
    const at = stage(open, 'describe');
    const { last, leader, meets, owner, reports } = at;

    test.each(decisions.map((decision) => [decision, answers[decision]] as const))(
      '“%s” is given with what it asks for and nothing else, and the leader reads it',
      async (decision, filled) => {
        await meets(people.hr);
        const number = await reports({ text: `${wish} Så ${decision}.` });
        expect(owner().reads()).toContain(`Nyt ønske: ${number}`);
        await owner().presses('Gå i gang');
        expect(await last()).toMatchObject({ state: 'acknowledged' });
        await owner().presses('Svar');
        await owner().presses(decisionNames.da[decision]);
        await owner().fills({ measure: '' }, 'Send svaret');
        expect(owner().seesNow()).toContain('Skal udfyldes.');
        expect(await last()).toMatchObject({ answer: null });
        await owner().fills(filled, 'Send svaret');
        expect(await last()).toMatchObject({ answer: { decision, measure: promise.measure } });
        await at.delivers();
        expect(leader().reads()).toContain(`Der er svar på dit ønske ${number}`);
        expect(leader().reads()).toContain(promise.measure);
      },
    );
  });
}
