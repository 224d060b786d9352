import { inBoth } from '../texts.ts';

export const roomTexts = inBoth({
  da: {
    title: 'Få jeres forenklingsønsker her',
    intro: (municipality: string) =>
      `Hej. Jeg er ${municipality}s Forenklingsbot. Jeg kan vise enhedens ønsker her i kanalen, med én tråd til hvert ønske.`,
    readAlong: 'Alle i kanalen kan læse dem. Derfor er det en procesejer eller administratoren, der slår det til.',
    follow: 'Vis indbakken her',
    following: (unit: string) =>
      `Nye ønsker til ${unit} kommer her i kanalen, og kortene bliver opdateret, når der sker noget.`,
    stop: 'Stop med at vise indbakken',
    /** For somebody in the channel who has a request of their own. */
    own: 'Har du selv et ønske? Ingen her ser det, mens du skriver.',
    ownHere: (unit: string) =>
      `Har du selv et ønske? Ingen ser det, mens du skriver. Er det til ${unit}, kommer det her, når du sender.`,
    report: 'Skriv et ønske',
    formTitle: 'Vis indbakken her',
    formIntro: 'Alle i kanalen kan læse enhedens ønsker og svare hinanden under dem.',
    unit: 'Hvilken enhed?',
    choose: 'Vælg enhed',
    submit: 'Vis den her',
    cancel: 'Annullér',
    followed: (unit: string, waiting: number) =>
      `Indbakken for ${unit} vises nu her. ${waiting === 0 ? 'Lige nu venter der ingen ønsker.' : `${waiting === 1 ? 'Ét ønske' : `${waiting} ønsker`} venter på svar og kommer om lidt.`}`,
    stopped: 'Jeg viser ikke flere ønsker her. Det, der allerede står her, bliver stående.',
    moved: (number: string, unit: string) => `${number} er sendt videre til ${unit}`,
  },
  en: {
    title: 'Get your requests here',
    intro: (municipality) =>
      `Hello. I am the simplification bot of ${municipality}. I can show the unit’s requests in this channel, one thread for each.`,
    readAlong: 'Everybody in the channel can read them. So a process owner or the administrator turns it on.',
    follow: 'Show the inbox here',
    following: (unit) =>
      `New requests to ${unit} come to this channel, and the cards are brought up to date when something happens.`,
    stop: 'Stop showing the inbox',
    own: 'Do you have a request yourself? Nobody here sees it while you write.',
    ownHere: (unit) =>
      `Do you have a request yourself? Nobody sees it while you write. If it is for ${unit}, it comes here when you send it.`,
    report: 'Write a request',
    formTitle: 'Show the inbox here',
    formIntro: 'Everybody in the channel can read the unit’s requests and talk below them.',
    unit: 'Which unit?',
    choose: 'Choose unit',
    submit: 'Show it here',
    cancel: 'Cancel',
    followed: (unit, waiting) =>
      `The inbox of ${unit} is now shown here. ${waiting === 0 ? 'No requests are waiting at the moment.' : `${waiting === 1 ? 'One request waits' : `${waiting} requests wait`} for an answer and will be here in a moment.`}`,
    stopped: 'I will show no more requests here. What is already here stays.',
    moved: (number, unit) => `${number} was handed over to ${unit}`,
  },
});
