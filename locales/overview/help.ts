import type { HelpTopic } from '../../domain/conversation/intents/intent.ts';
import { inBoth } from '../texts.ts';

type Topics = Partial<Record<HelpTopic, string>>;

export const helpTexts = inBoth({
  da: {
    title: 'Hvad gør din hverdag unødigt besværlig?',
    /** The title of a Home tab whose reader has no requests of their own. */
    overview: 'Dit overblik',
    /** The title for people who send no requests themselves. */
    work: 'Dine opgaver her',
    greeting: (firstName: string, municipality: string) =>
      `Hej ${firstName}. Jeg er ${municipality}s Forenklingsbot. Det kan jeg hjælpe med:`,
    leader:
      'Er der noget, der gør arbejdet unødigt besværligt? Skriv det bare til mig med dine egne ord. Jeg sender det til den enhed, der kan gøre noget ved det, og du får svar med en dato.',
    processOwner: (unit: string) =>
      `Du svarer på ønsker til ${unit}. Du får dem her, ét ad gangen. Skriv ”indbakke” for at se dem samlet.`,
    manager: 'Hver mandag får du et kort overblik over dit område. Skriv ”overblik” for at se det nu.',
    admin:
      'Skriv ”kampagne”, når du vil spørge lederne, hvad der er besværligt. Har en enhed ingen procesejer, får du dens ønsker.',
    write: 'Skriv et ønske',
    mine: 'Se mine ønsker',
    inbox: 'Åbn indbakken',
    digest: 'Se overblikket',
    campaign: 'Start en kampagne',
    campaigns: 'Kampagner',
    campaignsHint: 'Skriv ”kampagner”.',
    parked: 'Beskeder, der ikke er nået frem',
    parkedHint: 'Skriv ”hvad sidder fast”.',
    see: 'Vis',
    otherLanguage: 'Switch to English',
    topicTitle: 'Det kan du gøre her',
    /** What those hear who send requests. */
    topics: {
      thanks: 'Selv tak.',
      agreed: 'Det er i orden. Der er ikke noget, jeg venter på svar om lige nu.',
      who: 'Jeg er en bot. Det, du skriver, er din egen kladde, indtil du sender det. Så læser den enhed, der ejer processen, det. De, der svarer, ser dit navn, medmindre du sender uden navn.',
      human:
        'Jeg kan ikke stille om. Skriv under dit ønske, så læser den, der sidder med det, din besked og svarer her.',
      known: 'Det kan jeg ikke slå op endnu. Skriv det som et ønske, så ser enheden, om andre har meldt det samme.',
      away: 'God pause. Svar på det, du har sendt, venter her i chatten, til du er tilbage. Skriv ”stop opfordringer”, hvis jeg ikke skal spørge dig imens.',
      people:
        'Hvem der er med, kommer fra kommunens liste. Bed den, der passer listen, om at rette den. Nye kan selv skrive til mig og bede om at komme med.',
      report: 'Afrapporteringen kan jeg ikke lave endnu. Tallene for dit område står i overblikket.',
      'nothing-open': 'Der ligger ingen kladde. Intet er sendt.',
      'not-yours': 'Det ligger hos andre end dig. Her er, hvad du kan.',
      unclear: 'Det forstod jeg ikke helt. Er noget besværligt, så skriv det med et par ord mere.',
      'not-prompted': 'Jeg spørger dig ikke om noget. Ønsker og svar kommer stadig, når der er nogen til dig.',
    } satisfies Record<HelpTopic, string>,
    /** What those hear instead who send none. */
    topicsOfOthers: {
      who: 'Jeg er en bot. Jeg bringer ledernes ønsker til den enhed, der ejer processen, og svaret tilbage til lederen.',
      human: 'Jeg kan ikke stille om. Spørg kommunens administrator, eller skriv til lederen under ønsket.',
      known: 'Det kan jeg ikke slå op endnu. Se i indbakken, om det er der.',
      away: 'God pause. Det, der kommer imens, venter her i chatten. Fristerne løber, så aftal med en kollega, hvem der svarer.',
      report: 'Afrapporteringen kan jeg ikke lave endnu.',
      'nothing-open': 'Der er ikke noget, jeg venter på. Intet er sendt.',
      unclear: 'Det forstod jeg ikke helt. Prøv med andre ord, eller brug en knap.',
    } as Topics,
    /** What administrators hear instead, who keep the list and have no area of their own. */
    topicsOfAdmins: {
      people:
        'Ret organisationslisten, og indlæs den igen. Så får nye adgang, og de, der er stoppet, mister den. Skriver en ny til mig først, spørger jeg dig.',
      report: 'Afrapporteringen kan jeg ikke lave endnu.',
    } as Topics,
  },
  en: {
    title: 'What makes your day harder than it needs to be?',
    overview: 'Your overview',
    work: 'Your work here',
    greeting: (firstName, municipality) =>
      `Hello ${firstName}. I am the simplification bot of ${municipality}. This is how I can help:`,
    leader:
      'Is something harder than it needs to be? Just write it to me in your own words. I bring it to the unit that can do something about it, and you get an answer with a date.',
    processOwner: (unit) =>
      `You answer requests to ${unit}. You get them here, one by one. Write “inbox” to see them all.`,
    manager: 'Every Monday you get a short overview of your area. Write “overview” to see it now.',
    admin:
      'Write “campaign” when you want to ask the leaders what is hard. If a unit has no process owner, you get its requests.',
    write: 'Write a request',
    mine: 'See my requests',
    inbox: 'Open the inbox',
    digest: 'See the overview',
    campaign: 'Start a campaign',
    campaigns: 'Campaigns',
    campaignsHint: 'Write “campaigns”.',
    parked: 'Messages that did not arrive',
    parkedHint: 'Write “what is stuck”.',
    see: 'Show',
    otherLanguage: 'Skift til dansk',
    topicTitle: 'What you can do here',
    topics: {
      thanks: 'You are welcome.',
      agreed: 'That is fine. I am not waiting for an answer right now.',
      who: 'I am a bot. What you write is your own draft until you send it. Then the unit that owns the process reads it. Those who answer see your name unless you send it without.',
      human: 'I cannot put you through. Write under your request, and whoever works on it reads it and answers here.',
      known: 'I cannot look that up yet. Write it as a request, and the unit sees whether others have said the same.',
      away: 'Enjoy your time off. Answers to what you have sent wait here in the chat until you are back. Write “stop prompts” if I should not ask you meanwhile.',
      people:
        'Who takes part comes from the list of the municipality. Ask those who keep it to change it. New people can write to me and ask to join.',
      report: 'I cannot make the report yet. The figures of your area are in the overview.',
      'nothing-open': 'There is no draft. Nothing was sent.',
      'not-yours': 'That lies with others. Here is what you can do.',
      unclear: 'I did not quite understand that. If something is hard, write it with a few more words.',
      'not-prompted': 'I do not ask you for anything. Requests and answers still come when there are some for you.',
    },
    topicsOfOthers: {
      who: 'I am a bot. I bring the leaders’ requests to the unit that owns the process, and the answer back to the leader.',
      human:
        'I cannot put you through. Ask the municipality’s administrator, or write to the leader under the request.',
      known: 'I cannot look that up yet. See in the inbox whether it is there.',
      away: 'Enjoy your time off. Whatever comes meanwhile waits here in the chat. Deadlines run on, so agree with a colleague who answers.',
      report: 'I cannot make the report yet.',
      'nothing-open': 'I am not waiting for anything. Nothing was sent.',
      unclear: 'I did not quite understand that. Try other words, or use a button.',
    },
    topicsOfAdmins: {
      people:
        'Correct the organisation list and import it again. New people get access then, and those who have left lose it. If somebody new writes to me first, I ask you.',
      report: 'I cannot make the report yet.',
    },
  },
});
