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
    /** The leader has sent so many requests, a minute apart. */
    async manyReported(count: number): Promise<void> {
      await leader().says(wish);
      await leader().presses('Ja, send det');
      const { _id: first, ...sent } = await last();
      const copies = Array.from({ length: count }, (_, index) => ({
        ...sent,
        _id: `${index}-${first}`,
        number: `FØ-2026-${2000 + index}`,
        text: `Besværligt ${index + 1}`,
        submittedAt: new Date(sent.submittedAt.getTime() + index * 60_000),
        dueOn: `2027-01-${String(index + 1).padStart(2, '0')}`,
      }));
      const { requests, events } = bot.database.stored;
      const step = await events.findOne({ requestId: first }).lean();
      if (!step) throw new Error('the sending is not in the history');
      await requests.deleteOne({ _id: first });
      await requests.insertMany(copies);
      await events.insertMany(copies.map(({ _id }) => ({ ...step, _id: `event-${_id}`, requestId: _id })));
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
