import { inBoth } from '../texts.ts';

export const listTexts = inBoth({
  da: {
    mineTitle: 'Dine ønsker',
    mineEmpty: 'Du har ikke sendt noget endnu.',
    drafts: 'Ikke sendt endnu',
    draft: 'Kladde',
    openDraft: 'Åbn',
    inboxTitle: (unit: string) => `Indbakke: ${unit}`,
    inboxOfNoUnit: 'Indbakke',
    allOwned: 'Alle enheder har en procesejer, så ingen ønsker venter på dig.',
    noUnit: 'Du har ingen enhed at svare for lige nu. Får du en, så står dens ønsker her.',
    inboxEmpty: 'Der er ingen ønsker lige nu. Alle er besvaret og gennemført.',
    nothingWaits: 'Ingen ønsker venter på dig.',
    overdueElsewhere: (count: number) =>
      `${count} ${count === 1 ? 'ønske' : 'ønsker'} har ikke fået svar i tide i enheder, som andre svarer for.`,
    showOverdue: (count: number) => (count === 1 ? 'Se ønsket' : `Se de ${count}`),
    overdueTitle: 'Uden svar i andre enheder',
    noneOverdue: 'Andre enheder mangler ingen svar efter fristen.',
    dueOn: (date: string) => `svar senest den ${date}`,
    overdueSince: (date: string) => `Ubesvaret – svaret skulle være kommet den ${date}`,
    promised: (horizon: string) => `lovet: ${horizon}`,
    tried: (horizon: string) => `prøves af: ${horizon}`,
    late: 'Forsinket',
    show: 'Se',
    hours: (count: string | null) =>
      count === null ? 'under en time om året' : `ca. ${count} ${count === '1' ? 'time' : 'timer'} om året`,
    further: (count: number) => `Vis ${count} til`,
    before: (count: number) => `Vis de forrige ${count}`,
    place: (first: number, last: number) => `Nr. ${first === last ? first : `${first}–${last}`} på listen`,
    moreDrafts: (count: number) =>
      `Og ${count} til. ${count === 1 ? 'Den' : 'De'} kommer frem, når du har sendt eller slettet dem her.`,
    moreDraftsOfMine: (count: number) =>
      count === 1
        ? 'Du har én kladde mere. Den står under dine ønsker.'
        : `Du har ${count} kladder mere. De står under dine ønsker.`,
    draftsDeleted: (months: number) =>
      `Kladder, der ikke bliver sendt, sletter jeg efter ${months} ${months === 1 ? 'måned' : 'måneder'}.`,
    write: 'Skriv et ønske',
    help: 'Hjælp',
  },
  en: {
    mineTitle: 'Your requests',
    mineEmpty: 'You have not sent anything yet.',
    drafts: 'Not sent yet',
    draft: 'Draft',
    openDraft: 'Open',
    inboxTitle: (unit) => `Inbox: ${unit}`,
    inboxOfNoUnit: 'Inbox',
    allOwned: 'All units have a process owner, so no requests wait for you.',
    noUnit: 'You have no unit to answer for at the moment. When you get one, its requests are here.',
    inboxEmpty: 'No requests right now. All are answered and done.',
    nothingWaits: 'No requests wait for you.',
    overdueElsewhere: (count) =>
      `${count} ${count === 1 ? 'request has' : 'requests have'} had no answer in time in units that others answer for.`,
    showOverdue: (count) => (count === 1 ? 'See the request' : `See the ${count}`),
    overdueTitle: 'Unanswered in other units',
    noneOverdue: 'No other unit owes an answer past its deadline.',
    dueOn: (date) => `answer by ${date}`,
    overdueSince: (date) => `Unanswered – the answer was due on ${date}`,
    promised: (horizon) => `promised: ${horizon}`,
    tried: (horizon) => `being tried: ${horizon}`,
    late: 'Late',
    show: 'See',
    hours: (count) =>
      count === null ? 'under an hour a year' : `about ${count} ${count === '1' ? 'hour' : 'hours'} a year`,
    further: (count) => `Show ${count} more`,
    before: (count) => `Show the ${count} before`,
    place: (first, last) => `No. ${first === last ? first : `${first}–${last}`} in the list`,
    moreDrafts: (count) =>
      `And ${count} more. ${count === 1 ? 'It appears' : 'They appear'} when you have sent or deleted these.`,
    moreDraftsOfMine: (count) =>
      count === 1
        ? 'You have one more draft. It is among your requests.'
        : `You have ${count} more drafts. They are among your requests.`,
    draftsDeleted: (months) =>
      `Drafts that are not sent are deleted after ${months} ${months === 1 ? 'month' : 'months'}.`,
    write: 'Write a request',
    help: 'Help',
  },
});
