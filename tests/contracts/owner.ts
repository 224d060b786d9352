import { units } from '../ids.ts';
import { people } from '../sample-domain.ts';
import type { ContractBot } from './participant.ts';
import { stage, wish } from './stage.ts';

const promise = {
  measure: 'Vi opretter samme dag',
  expectedImprovement: 'Løn til tiden',
  horizon: '1. halvår 2027',
};

/** The fields that each decision asks for. */
const answers = {
  planned: { ...promise },
  partly: { ...promise, nowPossible: 'Ring til os', whatItTakes: 'Et nyt system' },
  alreadyUnderway: { ...promise },
  done: { ...promise, horizon: 'nu' },
  guidance: { ...promise, horizon: 'nu' },
  declined: { ...promise, horizon: 'løbende', declineCategory: 'law' },
};

/** A process owner does this on every channel. */
export function ownerContract(open: () => Promise<ContractBot>): void {
  describe('an owner', () => {
    const at = stage(open, 'test');
    const { last, leader, meets, owner, reports } = at;
    test('tells the leader that a promise is kept', async () => {
      await meets(people.hr);
      await reports();
      await owner().presses('Svar');
      await owner().fills({ decision: 'planned' }, 'Fortsæt');
      await owner().fills(answers.planned, 'Send svaret');
      await owner().presses('Markér som gennemført');
      expect(await last()).toMatchObject({ state: 'delivered' });
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
      await at.delivers();
      expect(owner().reads()).toContain('omkring ti stykker');
      expect([await at.stored().comments.countDocuments(), await at.stored().drafts.countDocuments()]).toEqual([2, 1]);
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
      expect(owner().all().join()).toContain(`Nyt ønske: ${number}`);
    });
  });

  describe('an owner’s tilbagemelding', () => {
    const at = stage(open, 'describe');
    const { last, leader, meets, owner, reports } = at;

    test.each(Object.entries(answers))(
      '“%s” is given in two steps, and the leader reads it',
      async (decision, filled) => {
        await meets(people.hr);
        const number = await reports({ text: `${wish} Så ${decision}.` });
        expect(owner().reads()).toContain(`Nyt ønske: ${number}`);
        await owner().presses('Gå i gang');
        expect(await last()).toMatchObject({ state: 'acknowledged' });
        await owner().presses('Svar');
        await owner().fills({ decision }, 'Fortsæt');
        await owner().fills({ measure: '', expectedImprovement: filled.expectedImprovement }, 'Send svaret');
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
