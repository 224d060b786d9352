import { type Platform, type RunningBot, startBotBetweenPlatforms } from '../running-bot.ts';
import { people } from '../sample-domain.ts';

let bot: RunningBot;
beforeEach(async () => {
  bot = await startBotBetweenPlatforms();
});
afterEach(() => bot?.close());

/** What a school head between two meetings writes or presses, so many seconds after the turn before, and what they read. */
type Turn = { hears: RegExp; not?: RegExp; after?: number } & ({ says: string } | { presses: string });

const inOne = (...parts: string[]) => new RegExp(parts.join('\\s+'));

const turns: readonly Turn[] = [
  { says: 'hej igen', hears: /Hvad gør din hverdag unødigt besværlig/ },
  { says: 'har et kæmpe problem med vikarer', hears: /Er det rigtigt forstået|Hvor skal det hen/ },
  { says: 'de får først løn måneden efter', hears: inOne('problem med vikarer', 'de får først løn måneden efter') },
  { says: 'og så ringer de til MIG', hears: inOne('måneden efter', 'og så ringer de til MIG') },
  { says: 'hver gang', hears: inOne('til MIG', 'hver gang') },
  { says: 'ca 3 gange om måneden, 20 min', hears: /cirka 20 minutter hver gang, cirka 3 gange om måneden/ },
  { says: 'nej', hears: /Hvad skal rettes/ },
  { says: 'ja', hears: /Er det rigtigt forstået/, not: /FØ-2026-0001/ },
  { says: 'ja', hears: /FØ-2026-0001/ },
  { says: 'glemte lige: det gælder også timelønnede pædagoger', after: 60, hears: /Er det rigtigt forstået/ },
  { presses: 'Slet', hears: /Kladden er slettet/ },
  { says: 'Nøgler til den nye fløj tager fire uger, fordi Ejendom skal godkende dem', hears: /Koncernejendomme/ },
  { says: 'Rengøringen kommer aldrig om fredagen', hears: /fire uger.*Rengøringen/s },
  { presses: 'Det er to ønsker', hears: /Nu er det to kladder/ },
  {
    says: 'Printeren på lærerværelset er nede for tredje gang, og IT svarer ikke på mails',
    hears: /Printeren på lærerværelset/,
    not: /Rengøringen/,
  },
  {
    says: 'IT har stadig ikke svaret om printeren',
    after: 1500,
    hears: /Hører det sammen med ”Printeren på lærerværelset/,
  },
  { presses: 'Saml de to', hears: inOne('svarer ikke på mails', 'IT har stadig ikke svaret om printeren') },
  { presses: 'Ja, send det', hears: /FØ-2026-0002/ },
  { says: 'jeg skrev forkert, det var fjerde gang printeren var nede', after: 300, hears: /Ret FØ-2026-0002/ },
  { says: 'drop det', hears: /Kladden er slettet/ },
  { says: 'mine', hears: /FØ-2026-0002.*FØ-2026-0001.*Ikke sendt endnu/s, not: /jeg skrev forkert/ },
  { says: 'tak', hears: /Selv tak/ },
];

test.each<Platform>(['teams', 'slack'])('a hurried school head is understood in %s', async (platform) => {
  const leader = bot.on(platform, people.leader);
  for (const turn of turns) {
    bot.clock.now = new Date(bot.clock.now.getTime() + (turn.after ?? 20) * 1000);
    await ('says' in turn ? leader.says(turn.says) : leader.presses(turn.presses));
    expect([turn, leader.reads()]).toEqual([turn, expect.stringMatching(turn.hears)]);
    if (turn.not) expect(leader.reads()).not.toMatch(turn.not);
  }
});
