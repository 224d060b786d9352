import { type Platform, type RunningBot, startBotBetweenPlatforms } from '../running-bot.ts';
import { people } from '../sample-domain.ts';

/** A turn: what somebody writes or presses, and the words that the bot answers with, to this person or to another. */
interface Turn {
  by: Player;
  says?: string;
  presses?: string;
  hears: RegExp;
  /** Absent: the one who wrote. */
  hearer?: Player;
}

const players = {
  pernille: people.leader,
  ulla: people.hr,
  lars: people.schoolManager,
  nikoline: people.admin,
  sofie: 'lotte.groendahl@fjordby.example',
} as const;
type Player = keyof typeof players;

const says = (by: Player, text: string, hears: RegExp, hearer?: Player): Turn => ({
  by,
  says: text,
  hears,
  ...(hearer ? { hearer } : {}),
});
const presses = (by: Player, label: string, hears: RegExp, hearer?: Player): Turn => ({
  by,
  presses: label,
  hears,
  ...(hearer ? { hearer } : {}),
});

const keptWish = /Er det rigtigt forstået\?|Hvor skal det hen\?/;

/** Free words as people write them, at least 25 turns a role. */
const conversations: Readonly<Record<string, readonly Turn[]>> = {
  'a leader': [
    says('pernille', 'hej', /Hvad gør din hverdag unødigt besværlig\?/),
    says('pernille', 'hvem er du egentlig, og hvem læser det jeg skriver?', /Jeg er en bot/),
    says(
      'pernille',
      'Når vi ansætter en vikar skal jeg taste de samme ting i tre systemer, det tager 20 minutter hver gang, og vi gør det 8 gange om måneden',
      /20 minutter hver gang.*8 gange om måneden/s,
    ),
    presses('pernille', 'Ja, send det', /dit ønske har fået nummer FØ-2026-0001/),
    says('pernille', 'tusind tak :)', /Selv tak/),
    says('pernille', 'har du hørt noget om min sag', /Dine ønsker.*FØ-2026-0001/s),
    says('pernille', 'hvornår får jeg svar??', /svar senest den 22\. december 2026/),
    says('pernille', 'hva sker der med mit ønske om vikarer', /FØ-2026-0001/),
    says('pernille', 'er der andre der har skrevet det samme?', /Det kan jeg ikke slå op endnu/),
    says(
      'pernille',
      'vi venter fire uger på nøgler til nye kolleger, ejendom siger skolen skal bestille og skolen siger ejendom',
      keptWish,
    ),
    says('pernille', 'nej vent, drop det', /Kladden er slettet/),
    says('pernille', 'kan jeg tale med et menneske', /Jeg kan ikke stille om/),
    says('pernille', 'jeg holder ferie til 10. december', /God pause/),
    says('pernille', 'spørg mig senere', /jeg spørger ikke den næste uge/),
    says('pernille', 'jeg gider ikke flere af de der spørgsmål', /jeg spørger ikke igen/),
    says('pernille', 'hvilke har jeg sendt ind', /Dine ønsker.*FØ-2026-0001/s),
    says('pernille', 'okay', /Det er i orden/),
    says('pernille', 'fø-2026-0001', /Når vi ansætter en vikar/),
    says('pernille', 'in english please', /What makes your day harder than it needs to be\?/),
    says('pernille', 'what happened to my request?', /Your requests.*FØ-2026-0001/s),
    says('pernille', 'thanks a lot', /You are welcome/),
    says('pernille', 'dansk igen tak', /Hvad gør din hverdag unødigt besværlig\?/),
    says(
      'pernille',
      'hvorfor skal jeg udfylde den samme blanket om befordring hvert eneste år for det samme barn',
      keptWish,
    ),
    presses('pernille', 'Slet', /Kladden er slettet/),
    says(
      'pernille',
      'der er alt for mange godkendelser når vi køber ind, selv en kaffemaskine til 900 kr skal forbi tre',
      keptWish,
    ),
    presses('pernille', 'Ja, send det', /FØ-2026-0002/),
    says('pernille', 'hjælp', /Det kan jeg hjælpe med/),
  ],
  'a process owner': [
    says('ulla', 'godmorgen', /Dine opgaver her/),
    says('ulla', 'er der noget til mig', /Der er ingen ønsker lige nu/),
    says(
      'pernille',
      'Lønnen til vikarer kommer en måned for sent, fordi kontrakten ligger og venter på en underskrift i HR',
      keptWish,
    ),
    presses('pernille', 'Ja, send det', /Nyt ønske: FØ-2026-0001/, 'ulla'),
    says('ulla', 'hvad er det vigtigste i dag?', /Indbakke: Koncern HR.*FØ-2026-0001/s),
    says('ulla', 'er der noget der er over tid', /FØ-2026-0001/),
    says('ulla', 'hvor mange ligger der til os', /FØ-2026-0001/),
    says('ulla', 'hvem har taget den om vikarlønnen?', /FØ-2026-0001/),
    says('ulla', 'tak', /Selv tak/),
    says('ulla', 'FØ-2026-0001', /Lønnen til vikarer/),
    presses('ulla', 'Gå i gang', /I gang/),
    says('ulla', 'vis mig hvad der venter', /I gang, svar senest/),
    says('ulla', 'ok', /Det er i orden/),
    says('ulla', 'jeg er på kursus resten af ugen', /Fristerne løber/),
    says('ulla', 'what is overdue?', /Indbakke/),
    says('ulla', 'kan du skrive på engelsk', /Your work here/),
    says('ulla', 'my inbox please', /Inbox: Koncern HR/),
    says('ulla', 'tilbage til dansk', /Dine opgaver her/),
    says('ulla', 'hej igen', /Dine opgaver her/),
    says('ulla', 'der er en ny kollega Bo der også skal have adgang', /Bed den, der passer listen/),
    says('ulla', 'lav en rapport til udvalget', /Afrapporteringen kan jeg ikke lave endnu/),
    says('ulla', 'hvad kan du hjælpe med', /Dine opgaver her/),
    says('ulla', 'mange tak for hjælpen', /Selv tak/),
    says('ulla', 'stop med at skrive til mig', /Jeg spørger dig ikke om noget/),
    says('ulla', 'hvem er du?', /Jeg er en bot/),
    says('ulla', 'indbakken', /FØ-2026-0001/),
  ],
  'a manager': [
    says('lars', 'hej', /Det kan jeg hjælpe med/),
    says('lars', 'hvordan gik det i sidste uge?', /Ugens overblik for dit område/),
    says('lars', 'hvor mange ønsker er der kommet', /Ugens overblik/),
    says('lars', 'er der noget der er forsinket', /Ugens overblik/),
    says('lars', 'tak for det', /Selv tak/),
    says('pernille', 'Vi mangler adgang til fagsystemet i to uger hver gang en ny starter', keptWish),
    presses('pernille', 'Ja, send det', /FØ-2026-0001/),
    says('lars', 'giv mig tallene', /Nye ønsker:?\s*1/),
    says('lars', 'hvem er du', /Jeg er en bot/),
    says('lars', 'overview please', /Ugens overblik/),
    says('lars', 'what is late?', /Ugens overblik/),
    says('lars', 'jeg vil have et overblik', /FØ-2026-0001/),
    says('lars', 'ok', /Det er i orden/),
    says('lars', 'afrapportering til udvalget', /Afrapporteringen kan jeg ikke lave endnu/),
    says('lars', 'jeg er på ferie i næste uge', /God pause/),
    says('lars', 'hjælp mig', /Det kan jeg hjælpe med/),
    says('lars', 'hvad kan jeg bruge dig til', /Det kan jeg hjælpe med/),
    says('lars', 'anne er stoppet', /Hvem der er med/),
    says('lars', 'godaften', /Det kan jeg hjælpe med/),
    says('lars', 'fø-2026-0001', /adgang til fagsystemet/),
    says('lars', 'english please', /This is how I can help/),
    says('lars', 'how did last week go?', /This week in your area/),
    says('lars', 'dansk', /Det kan jeg hjælpe med/),
    says('lars', 'mange tak', /Selv tak/),
    says('lars', 'vis ugens overblik', /Ugens overblik/),
  ],
  'an administrator': [
    says('nikoline', 'hej', /Dine opgaver her/),
    says('nikoline', 'hvordan går det med kampagnen?', /Der har ikke været nogen kampagne endnu/),
    says('nikoline', 'hvem har svaret', /Kampagner/),
    says('nikoline', 'er der noget der sidder fast?', /Alt er nået frem/),
    says('nikoline', 'er der beskeder der ikke er kommet frem', /Alt er nået frem/),
    says('nikoline', 'karin er holdt op, hvordan fjerner jeg hende', /Ret organisationslisten/),
    says('nikoline', 'ny leder skal have adgang', /Ret organisationslisten/),
    says('nikoline', 'lav rapporten til økonomiudvalget', /Afrapporteringen kan jeg ikke lave endnu/),
    says('nikoline', 'hvor mange ønsker har vi fået', /Indbakke/),
    says('nikoline', 'tak', /Selv tak/),
    says('nikoline', 'hvad ligger der uden ejer', /Alle enheder har en procesejer/),
    says('nikoline', 'hjælp', /Skriv ”kampagne”/),
    says('nikoline', 'what is stuck', /Alt er nået frem/),
    says('nikoline', 'how is the campaign going', /Kampagner/),
    says('nikoline', 'hvem er du', /Jeg er en bot/),
    says('nikoline', 'ok super', /Selv tak|Det er i orden/),
    says('nikoline', 'jeg er væk til mandag', /God pause/),
    says('nikoline', 'kan du sende en påmindelse til dem der ikke har svaret', /Kampagner/),
    says('nikoline', 'nej tak', /Det er i orden/),
    says('nikoline', 'ja', /Det er i orden/),
    says('nikoline', 'vis kampagner', /Kampagner/),
    says('nikoline', 'skift til engelsk', /Your work here/),
    says('nikoline', 'who has answered the campaign?', /Campaigns/),
    says('nikoline', 'danish please', /Dine opgaver her/),
    says('nikoline', 'mange tak for i dag', /Selv tak/),
  ],
  'a stranger': [
    says('nikoline', 'hej', /Dine opgaver her/),
    says('sofie', 'hej', /Vi kender ikke hinanden endnu/),
    says('sofie', 'hvem er du?', /Vi kender ikke hinanden endnu/),
    says('sofie', 'vi bruger en hel formiddag om måneden på at taste vagtplanen to gange', /venter her/),
    presses('sofie', 'Bed om adgang', /Jeg har spurgt administratoren/),
    presses('nikoline', 'Giv adgang', /Du har fået adgang/, 'sofie'),
    says('sofie', 'hej igen', /Hvad gør din hverdag unødigt besværlig\?/),
    says('sofie', 'hvad har jeg liggende', /taste vagtplanen/),
    presses('sofie', 'Åbn', /taste vagtplanen/),
    says('sofie', 'hvem læser det', /Jeg er en bot/),
    says('sofie', 'er det kun mig der kan se det', /Jeg er en bot|vagtplanen/),
    says('sofie', 'tak', /Selv tak/),
    says('sofie', 'hvad kan jeg skrive til dig', /Det kan jeg hjælpe med/),
    says('sofie', 'mine ønsker', /Dine ønsker/),
    says('sofie', 'it supporten svarer aldrig når skærmen i grupperummet går ned, vi venter tit to dage', keptWish),
    presses('sofie', 'Ja, send det', /har fået nummer FØ-2026-0001/),
    says('sofie', 'hvornår hører jeg noget', /svar senest/),
    says('sofie', 'super', /Selv tak|Det er i orden/),
    says('sofie', 'status', /FØ-2026-0001/),
    says('sofie', 'jeg fortryder, jeg vil gerne trække det tilbage', /Dine ønsker/),
    says('sofie', 'hjælp!', /Det kan jeg hjælpe med/),
    says('sofie', 'can we do this in english', /This is how I can help/),
    says('sofie', 'my requests', /Your requests/),
    says('sofie', 'på dansk tak', /Det kan jeg hjælpe med/),
    says('sofie', 'hav en god dag', /Selv tak|Det er i orden|Det kan jeg hjælpe med/),
  ],
};

describe.each(['teams', 'slack'] as const)('in %s', (platform: Platform) => {
  let bot: RunningBot;
  beforeEach(async () => {
    bot = await startBotBetweenPlatforms();
    await bot.database.stored.people.deleteOne({ email: players.sofie });
  });
  afterEach(() => bot?.close());

  test.each(Object.entries(conversations))('%s writes in free words and is understood', async (_role, turns) => {
    expect(turns.length).toBeGreaterThanOrEqual(25);
    const misunderstood: Array<[said: string, heard: string]> = [];
    for (const { by, hearer, hears, ...turn } of turns) {
      const speaker = bot.on(platform, players[by]);
      const other = bot.on(platform, players[hearer ?? by]);
      const before = other.all().length;
      if (turn.says !== undefined) await speaker.says(turn.says);
      if (turn.presses !== undefined) await speaker.presses(turn.presses);
      await bot.delivers();
      const heard = [...other.all().slice(before), other.seesNow()].join('\n');
      if (!hears.test(heard))
        misunderstood.push([turn.says ?? turn.presses ?? '', heard.replace(/\s+/g, ' ').slice(0, 200)]);
    }
    expect(misunderstood).toEqual([]);
  });
});
