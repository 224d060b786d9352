import type { FileProblem } from '../../domain/requests/record/attachment.ts';
import { inBoth } from '../texts.ts';

export const fileTexts = inBoth({
  da: {
    label: 'Filer',
    more: (count: number) => `${count} til`,
    show: 'Vis filer',
    title: (number: string | null) => (number === null ? 'Filer til din kladde' : `Filer til ${number}`),
    intro: 'Linkene er kun til dig. Hvert link virker én gang, inden for 15 minutter.',
    none: 'Der er ingen filer.',
    notYet: 'Filerne hentes stadig. Prøv igen om lidt.',
    noLinks: 'Filerne er gemt, men kan ikke vises her. Spørg administratoren.',
    open: 'Åbn',
    size: (kilobytes: string) => `${kilobytes} KB`,
    look: 'En fil kan vise, hvem du er, også når du sender uden navn. Jeg fjerner forfatter og sted fra billeder og Office-filer, men ikke fra PDF- og HEIC-filer. Se filerne igennem, før du sender.',
    waitsForWords: 'Jeg har fået filen. Skriv med ord, hvad der er svært.',
    received: (count: number) =>
      count === 1 ? 'Tak, jeg har fået filen og ser den igennem.' : 'Tak, jeg har fået filerne og ser dem igennem.',
    noneKept: (count: number) => (count === 1 ? 'Filen er ikke kommet med.' : 'Filerne er ikke kommet med.'),
    sayWhatIsHard: 'Skriv imens med ord, hvad der er svært.',
    sayWhatFor: 'Skriv imens, hvad det hører til.',
    waitsForOwnWords: 'Jeg har fået filen. Skriv, hvad den hører til.',
    /** Stands behind the name of a file whose content has not been looked through yet. */
    looking: (name: string) => `${name} (ses igennem)`,
    refusedAre: (count: number, names: string, why: string) =>
      `${count === 1 ? 'Filen' : 'Filerne'} ${names} kunne jeg ikke gemme. ${why}`,
    quoted: (name: string) => `”${name}”`,
    refused: (name: string) => `Filen ”${name}” kunne jeg ikke gemme.`,
    /** Stands below the bot's reply when the message became neither a draft nor part of a request. */
    notKept: (count: number) =>
      count === 1
        ? 'Filen er ikke gemt. Den skal med i den besked, den hører til.'
        : 'Filerne er ikke gemt. De skal med i den besked, de hører til.',
    problem: {
      'too-large': 'Den fylder over 10 MB. Send et mindre billede, eller skriv det vigtigste.',
      'wrong-type': 'Jeg tager imod billeder, PDF og almindelige Office-filer uden makroer.',
      'holds-programs': 'Der ligger en makro, et objekt eller et program i den. Gem den som PDF, og send den.',
      'holds-cpr': 'Der står et CPR-nummer i den, så jeg har ikke gemt den. Fjern nummeret, og send den igen.',
      unread:
        'Jeg kan ikke læse den igennem for CPR-numre. Send den uden adgangskode, eller send kun de vigtigste sider.',
      'too-many': 'Et ønske kan højst have 10 filer.',
      gone: 'Den var der ikke længere, da jeg ville hente den. Send den igen.',
      'only-a-link': 'Den ligger et andet sted, og jeg fik kun et link. Hent den ned, og send selve filen.',
    } satisfies Record<FileProblem, string>,
  },
  en: {
    label: 'Files',
    more: (count) => `${count} more`,
    show: 'Show files',
    title: (number) => (number === null ? 'Files of your draft' : `Files of ${number}`),
    intro: 'The links are for you only. Each works once, within 15 minutes.',
    none: 'There are no files.',
    notYet: 'The files are still being fetched. Try again in a moment.',
    noLinks: 'The files are kept but cannot be shown here. Ask the administrator.',
    open: 'Open',
    size: (kilobytes) => `${kilobytes} KB`,
    look: 'A file can show who you are, even when you send without your name. I remove author and place from pictures and Office files, but not from PDF and HEIC files. Look through the files before you send.',
    waitsForWords: 'I have the file. Say in words what is hard.',
    received: (count) =>
      count === 1
        ? 'Thank you, I have the file and am looking through it.'
        : 'Thank you, I have the files and am looking through them.',
    noneKept: (count) => (count === 1 ? 'The file is not included.' : 'The files are not included.'),
    sayWhatIsHard: 'Meanwhile, say in words what is hard.',
    sayWhatFor: 'Meanwhile, write what it belongs to.',
    waitsForOwnWords: 'I have the file. Write what it belongs to.',
    looking: (name) => `${name} (being checked)`,
    refusedAre: (count, names, why) => `I could not keep the ${count === 1 ? 'file' : 'files'} ${names}. ${why}`,
    quoted: (name) => `“${name}”`,
    refused: (name) => `I could not keep the file “${name}”.`,
    notKept: (count) =>
      count === 1
        ? 'The file was not kept. It has to come with the message it belongs to.'
        : 'The files were not kept. They have to come with the message they belong to.',
    problem: {
      'too-large': 'It is larger than 10 MB. Send a smaller picture, or write the main point.',
      'wrong-type': 'I accept pictures, PDFs and ordinary Office files without macros.',
      'holds-programs': 'It holds a macro, an object or a program. Save it as a PDF and send that.',
      'holds-cpr': 'There is a CPR number in it, so I have not kept it. Remove the number and send it again.',
      unread: 'I cannot look through it for CPR numbers. Send it without a password, or only the most important pages.',
      'too-many': 'A request can have 10 files at most.',
      gone: 'It was no longer there when I wanted to fetch it. Please send it again.',
      'only-a-link': 'It is kept somewhere else, and I only got a link. Download it and send the file itself.',
    },
  },
});
