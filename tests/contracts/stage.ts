import { people } from '../sample-domain.ts';
import type { ContractBot, Participant } from './participant.ts';

export const wish = 'Nye vikarer bliver ansat, men lønnen kommer en uge for sent. Det tager 20 minutter hver gang.';

/** A bot that starts for each test or once for a whole `describe`, and the steps that tests repeat. */
export function stage(open: () => Promise<ContractBot>, forEach: 'test' | 'describe') {
  let bot: ContractBot;
  const [before, after] = forEach === 'test' ? [beforeEach, afterEach] : [beforeAll, afterAll];
  before(async () => {
    bot = await open();
  });
  after(() => bot.close());

  const on = (email: string) => bot.on(email);
  const leader = () => on(people.leader);
  const requests = () => bot.database.stored.requests.find().sort({ number: 1 }).lean();
  const last = async () => {
    const found = (await requests()).at(-1);
    if (!found) throw new Error('no request was sent');
    return found;
  };
  return {
    bot: () => bot,
    on,
    leader,
    owner: () => on(people.hr),
    stored: () => bot.database.stored,
    delivers: () => bot.delivers(),
    passes(minutes: number): void {
      bot.clock.now = new Date(bot.clock.now.getTime() + minutes * 60_000);
    },
    requests,
    last,
    /** Somebody who has opened the chat. */
    async meets(email: string): Promise<Participant> {
      const somebody = on(email);
      await somebody.says(email === people.englishLeader ? 'hello' : 'hej');
      return somebody;
    },
    /** Presses the button that opens the form where it cannot open by itself. */
    async opensForm(somebody: Participant, command: string, button: string, submit: string): Promise<void> {
      await somebody.says(command);
      if (!somebody.seesNow().includes(submit)) await somebody.presses(button);
    },
    /** The leader sends a request. @returns its number */
    async reports({ text = wish, button = 'Ja, send det' } = {}): Promise<string> {
      await leader().says(text);
      await leader().presses(button);
      await bot.delivers();
      return (await last()).number;
    },
  };
}
