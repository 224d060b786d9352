import { people } from '../sample-domain.ts';
import type { ContractHouse, Participant } from './participant.ts';

export const wish = 'Nye vikarer bliver ansat, men lønnen kommer en uge for sent. Det tager 20 minutter hver gang.';

/** A house that opens for each test or once for all of a `describe`, and what is done in it again and again. */
export function stage(open: () => Promise<ContractHouse>, forEach: 'test' | 'describe') {
  let house: ContractHouse;
  const [before, after] = forEach === 'test' ? [beforeEach, afterEach] : [beforeAll, afterAll];
  before(async () => {
    house = await open();
  });
  after(() => house.close());

  const on = (email: string) => house.on(email);
  const leader = () => on(people.leader);
  const requests = () => house.database.stored.requests.find().sort({ number: 1 }).lean();
  const last = async () => {
    const found = (await requests()).at(-1);
    if (!found) throw new Error('no request was sent');
    return found;
  };
  return {
    house: () => house,
    on,
    leader,
    owner: () => on(people.hr),
    stored: () => house.database.stored,
    delivers: () => house.delivers(),
    requests,
    last,
    /** Somebody who has opened the chat. */
    async meets(email: string): Promise<Participant> {
      const somebody = on(email);
      await somebody.says(email === people.englishLeader ? 'hello' : 'hej');
      return somebody;
    },
    /** Where a form cannot open by itself, the button that opens it is pressed. */
    async opensForm(somebody: Participant, command: string, button: string, submit: string): Promise<void> {
      await somebody.says(command);
      if (!somebody.seesNow().includes(submit)) await somebody.presses(button);
    },
    /** The leader sends a request. @returns its number */
    async reports({ text = wish, button = 'Ja, send det' } = {}): Promise<string> {
      await leader().says(text);
      await leader().presses(button);
      await house.delivers();
      return (await last()).number;
    },
  };
}
