import { people } from '../town.ts';
import type { ContractHouse, Participant } from './participant.ts';

const wish = 'Nye vikarer bliver ansat, men lønnen kommer en uge for sent. Det tager 20 minutter hver gang.';
const png = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 1, 2, 3]);
const promise = {
  measure: 'Vi opretter samme dag',
  expectedImprovement: 'Løn til tiden',
  horizon: '1. halvår 2027',
};

/** What each decision asks for, and what the leader reads of it. */
const answers = {
  planned: { ...promise },
  partly: { ...promise, nowPossible: 'Ring til os', whatItTakes: 'Et nyt system' },
  alreadyUnderway: { ...promise },
  done: { ...promise, horizon: 'nu' },
  guidance: { ...promise, horizon: 'nu' },
  declined: { ...promise, horizon: 'løbende', declineCategory: 'law' },
};

/** What every channel must do for everybody. It names no platform and knows none. */
export function channelContract(open: () => Promise<ContractHouse>): void {
  let house: ContractHouse;
  beforeEach(async () => {
    house = await open();
  });
  afterEach(() => house.close());

  const leader = () => house.on(people.leader);
  const owner = () => house.on(people.hr);
  const requests = () => house.database.stored.requests.find().lean();
  const last = async () => {
    const found = (await requests()).at(-1);
    if (!found) throw new Error('no request was sent');
    return found;
  };
  /** Somebody who has opened the chat. */
  const meets = async (email: string): Promise<Participant> => {
    const somebody = house.on(email);
    await somebody.says(email === people.englishLeader ? 'hello' : 'hej');
    return somebody;
  };
  /** Where a form cannot open by itself, the button that opens it is pressed. */
  const opensForm = async (somebody: Participant, command: string, button: string, submit: string) => {
    await somebody.says(command);
    if (!somebody.seesNow().includes(submit)) await somebody.presses(button);
  };
  const reports = async (button = 'Ja, send det') => {
    await leader().says(wish);
    await leader().presses(button);
    await house.delivers();
    return (await last()).number;
  };

  describe('a leader', () => {
    test('reports in plain words, and gets a number', async () => {
      await leader().says(wish);
      expect(leader().reads()).toContain('Er det rigtigt forstået?');
      await leader().presses('Ja, send det');
      const { number, text, state } = await last();
      expect(leader().reads()).toContain(number);
      expect([text, state]).toEqual([wish, 'routed']);
    });

    test('reports by form, which comes back with what is missing', async () => {
      await opensForm(leader(), 'nyt', 'Skriv et ønske', 'Send ønsket');
      await leader().fills({ text: wish }, 'Send ønsket');
      expect(leader().seesNow()).toContain('Skal udfyldes.');
      await leader().fills({ text: wish, area: 'personale' }, 'Send ønsket');
      expect((await last()).text).toBe(wish);
    });

    test('changes a draft before it is sent', async () => {
      await leader().says(wish);
      await leader().presses('Ret først');
      await leader().fills({ text: 'Lønnen kommer for sent', area: 'oekonomi' }, 'Send ønsket');
      expect(await last()).toMatchObject({ text: 'Lønnen kommer for sent', unit: 'Koncernøkonomi' });
    });

    test('throws a draft away', async () => {
      await leader().says(wish);
      await leader().presses('Slet');
      expect(leader().reads()).toContain('Kladden er slettet');
      expect([await requests(), await house.database.stored.drafts.countDocuments()]).toEqual([[], 0]);
    });

    test('sends without a name, and the owner reads none', async () => {
      await meets(people.hr);
      await reports('Send uden mit navn');
      expect(owner().reads()).toContain('anonym');
      expect(owner().all().join()).not.toMatch(/Pernille|Fjordskolen/);
    });

    test('corrects the words after they were sent to the bot, and takes them back', async () => {
      await leader().says(wish);
      await leader().edits(wish, `${wish} Hver måned.`);
      expect(leader().all().join()).toContain('Hver måned.');
      await leader().deletes(wish);
      expect(await house.database.stored.drafts.countDocuments()).toBe(0);
    });

    test('corrects the words that were refused, and throws a draft away and changes their mind', async () => {
      await leader().says('Vikaren 070761-4285 venter på løn');
      expect(leader().reads()).toContain('CPR');
      await leader().edits('Vikaren 070761', 'Vikaren venter på løn');
      expect(leader().reads()).toContain('Er det rigtigt forstået?');
      await leader().presses('Slet');
      await leader().edits('Vikaren venter', 'Vikaren venter stadig på løn');
      expect(leader().reads()).toContain('Er det rigtigt forstået?');
      await leader().presses('Ja, send det');
      expect((await requests()).map(({ text }) => text)).toEqual(['Vikaren venter stadig på løn']);
    });

    test('lists the own requests, opens one by its number, and withdraws it', async () => {
      const number = await reports();
      await leader().says('mine');
      expect(leader().reads()).toContain(number);
      await leader().says(`vis ${number.toLowerCase()}`);
      expect(leader().reads()).toContain(wish);
      await leader().presses('Træk tilbage');
      expect(await last()).toMatchObject({ state: 'withdrawn' });
    });

    test('is told of a CPR number, and nothing is kept', async () => {
      await leader().says('Vikaren 070761-4285 venter');
      expect(leader().reads()).toContain('CPR');
      expect(await house.database.stored.drafts.countDocuments()).toBe(0);
    });

    test('sends a picture along, which the owner can open', async () => {
      await meets(people.hr);
      await leader().sendsFile({ name: 'fejl.png', type: 'image/png', content: png }, wish);
      await house.delivers();
      await leader().presses('Ja, send det');
      await house.delivers();
      await owner().presses('Vis filer');
      expect(owner().reads()).toContain('fejl.png');
      const [file] = await house.database.stored.attachments.find().lean();
      expect(file).toMatchObject({ state: 'stored', type: 'image/png', about: (await last())._id });
    });

    test.each(['Ole 070761-4285 har ingen adgang', 'hjælp'])(
      'who sends a file with “%s” is told that it is not kept, and no draft gets it',
      async (text) => {
        await leader().says(wish);
        await leader().sendsFile({ name: 'ole-sag.png', type: 'image/png', content: png }, text);
        expect(leader().reads()).toContain('Filen er ikke gemt');
        expect(await house.database.stored.attachments.countDocuments()).toBe(0);
      },
    );

    test('is told when a file is none that is kept', async () => {
      await leader().sendsFile({ name: 'fejl.png', type: 'image/png', content: Buffer.from('<svg onload=x>') }, wish);
      await house.delivers();
      expect(leader().reads()).toContain('Jeg tager imod billeder');
    });

    test('chooses the language', async () => {
      await leader().says('engelsk');
      expect(leader().reads()).toContain('Write a request');
      await leader().says(wish);
      expect(leader().reads()).toContain('Did I get it right?');
    });

    test.each(['indbakke', 'overblik', 'kampagne'])('is refused “%s”', async (command) => {
      await leader().says(command);
      expect(leader().reads()).toContain('Det kan du ikke med din rolle');
    });
  });

  describe('an owner', () => {
    test.each(Object.entries(answers))(
      'answers “%s” in two steps, and the leader reads it',
      async (decision, filled) => {
        await meets(people.hr);
        const number = await reports();
        expect(owner().reads()).toContain(`Nyt ønske: ${number}`);
        await owner().presses('Vi er i gang');
        expect(await last()).toMatchObject({ state: 'acknowledged' });
        await owner().presses('Svar');
        await owner().fills({ decision }, 'Videre');
        await owner().fills({ measure: '', expectedImprovement: filled.expectedImprovement }, 'Send svaret');
        expect(owner().seesNow()).toContain('Skal udfyldes.');
        expect(await last()).toMatchObject({ answer: null });
        await owner().fills(filled, 'Send svaret');
        expect(await last()).toMatchObject({ answer: { decision, measure: promise.measure } });
        await house.delivers();
        expect(leader().reads()).toContain(`Der er svar på dit ønske ${number}`);
        expect(leader().reads()).toContain(promise.measure);
      },
    );

    test('tells that a promise is kept', async () => {
      await meets(people.hr);
      await reports();
      await owner().presses('Svar');
      await owner().fills({ decision: 'planned' }, 'Videre');
      await owner().fills(answers.planned, 'Send svaret');
      await owner().presses('Det er leveret');
      expect(await last()).toMatchObject({ state: 'delivered' });
    });

    test('hands a request over to the unit that owns it', async () => {
      await meets(people.hr);
      await meets(people.it);
      const number = await reports();
      await owner().presses('Giv videre');
      await owner().fills({ unit: 'Koncern IT', reason: 'Det er systemet' }, 'Giv videre');
      await house.delivers();
      expect(house.on(people.it).reads()).toContain(number);
    });

    test('finds what waits in the inbox', async () => {
      const number = await reports();
      await owner().says('indbakke');
      expect(owner().reads()).toContain(number);
    });

    test('who presses an old card sees the request as it stands', async () => {
      await meets(people.hr);
      await reports();
      await leader().says('mine');
      await house.database.stored.requests.updateOne({}, { $inc: { version: 1 } });
      await owner().presses('Vi er i gang');
      expect(owner().reads()).toContain('Ønsket er kommet videre siden');
      expect(await last()).toMatchObject({ state: 'routed' });
    });

    test('and leader write to each other, each in their own chat', async () => {
      await meets(people.hr);
      const number = await reports();
      await owner().repliesTo(number, 'Hvor mange er det?');
      await house.delivers();
      expect(leader().reads()).toContain('Hvor mange er det?');
      await leader().repliesTo('Hvor mange er det?', 'Omkring ti');
      await house.delivers();
      expect(owner().reads()).toContain('Omkring ti');
    });
  });

  test('a reply that is not passed on says why, and is once it is corrected', async () => {
    await meets(people.hr);
    const number = await reports();
    await owner().repliesTo(number, 'Er det vikaren 070761-4285?');
    expect(owner().seesNow()).toContain('CPR');
    await owner().edits('Er det vikaren', 'Er det vikaren fra i går?');
    await house.delivers();
    expect(leader().reads()).toContain('Er det vikaren fra i går?');
    expect(await house.database.stored.comments.countDocuments()).toBe(1);
    expect(owner().all().join()).toContain(`Nyt ønske: ${number}`);
  });

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
    const admin = house.on(people.admin);
    await opensForm(admin, 'kampagne', 'Start en kampagne', 'Start kampagnen');
    await admin.fills({ question: 'Hvad er besværligt?' }, 'Start kampagnen');
    await house.delivers();
    expect(leader().reads()).toContain('Hvad er besværligt?');
  });

  test('a stranger asks to join, is let in by one press, and reports', async () => {
    await house.database.stored.people.deleteOne({ email: people.leader });
    await meets(people.admin);
    await leader().says('hej');
    expect(leader().reads()).toContain('Vi kender ikke hinanden endnu');
    await leader().presses('Bed om at være med');
    await house.delivers();
    await house.on(people.admin).presses('Luk ind');
    await house.delivers();
    expect(leader().reads()).toContain('Du er lukket ind');
    await reports();
    expect(await last()).toMatchObject({ text: wish });
  });

  describe('a unit’s channel', () => {
    const follows = async () => {
      await meets(people.hr);
      const room = owner().room('koncern-hr');
      await room.brings();
      await room.presses('Vis indbakken her');
      await room.fills({ unit: 'Koncern HR' }, 'Vis den her');
      await house.delivers();
      return room;
    };

    test('shows each request once, and its card follows', async () => {
      const room = await follows();
      const number = await reports();
      const before = room.all().length;
      expect(room.reads()).toContain(number);
      await owner().presses('Vi er i gang');
      await house.delivers();
      expect(room.all()).toHaveLength(before);
      expect(room.reads()).toContain('Set af enheden');
    });

    test('relays what the bot is told in the thread, and shows there what the leader replies', async () => {
      const room = await follows();
      const number = await reports();
      await room.mentions('Hvor mange er det?', number);
      await house.delivers();
      expect(leader().reads()).toContain('Hvor mange er det?');
      await leader().repliesTo('Hvor mange er det?', 'Omkring ti');
      await house.delivers();
      expect(room.thread(number).join('\n')).toContain('Omkring ti');
    });

    test('hears a leader who owns the process, too, as the unit, also when they write in a form', async () => {
      const room = await follows();
      await house.database.stored.people.updateOne({ email: people.hr }, { roles: ['processOwner', 'leader'] });
      await owner().says(wish);
      await owner().presses('Ja, send det');
      await house.delivers();
      await room.presses('Skriv en besked');
      await room.fills({ text: 'Vi ser på det i enheden' }, 'Send beskeden');
      await house.delivers();
      expect(await house.database.stored.comments.find().lean()).toMatchObject([{ side: 'unit' }]);
      expect(room.thread((await last()).number).join('\n')).toContain('Vi ser på det i enheden');
    });

    test('gets nothing more once it is stopped', async () => {
      const room = await follows();
      await room.mentions('stop indbakke');
      const before = room.all().length;
      await reports();
      expect(room.all()).toHaveLength(before);
    });

    test('is no place for a leader to show an inbox, or for private words', async () => {
      await follows();
      await reports();
      const other = house.on('lotte.groendahl@fjordby.example').room('koncern-hr');
      await other.mentions('stop indbakke');
      expect(await house.database.stored.rooms.countDocuments({ unit: 'Koncern HR' })).toBe(1);
      await other.mentions('Vikarer oprettes for sent');
      expect(other.all().join()).toContain('Skriv til mig i en privat chat');
      expect(await house.database.stored.drafts.countDocuments()).toBe(0);
    });
  });
}
