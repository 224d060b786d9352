import { inBoth } from '../texts.ts';

export const joinTexts = inBoth({
  da: {
    title: (name: string) => `${name} beder om adgang`,
    noAddress: 'Uden kendt adresse',
    detail: (email: string, platform: string) => `${email}, skriver fra ${platform}. Står ikke på organisationslisten.`,
    what: 'Giver du adgang, kan personen sende ønsker som leder. Roller, enhed og chef kommer fra listen, når den er rettet.',
    letIn: 'Giv adgang',
    turnDown: 'Afvis',
    wasLetIn: (name: string) => `${name} har fået adgang. Husk at tilføje personen til organisationslisten.`,
    wasTurnedDown: (name: string) => `${name} har ikke fået adgang. Personen får besked.`,
    isListed: (name: string) => `${name} står på organisationslisten nu og har adgang.`,
    refusedBefore: (by: string, day: string | null) =>
      day === null ? `Er blevet afvist før af ${by}.` : `Blev afvist den ${day} af ${by}.`,
    letInBy: (name: string, by: string, day: string | null) =>
      day === null ? `${name} fik adgang af ${by}.` : `${name} fik adgang den ${day} af ${by}.`,
    turnedDownBy: (name: string, by: string, day: string | null) =>
      day === null ? `${name} er afvist af ${by}.` : `${name} blev afvist den ${day} af ${by}.`,
    somebody: 'en anden',
    turnedDown: 'Du har ikke fået adgang',
    turnedDownDetail: (municipality: string) =>
      `Administratoren i ${municipality} har set, at du bad om adgang, og har sagt nej.`,
    contact: (contact: string) => `Er det en fejl, så kontakt ${contact}.`,
    noContact: 'Er det en fejl, så tal med din leder. Du kan også skrive til mig og bede om adgang igen.',
    wordsDeleted: 'Det, du skrev til mig, er slettet.',
    ask: 'Bed om adgang',
    asked: 'Tak. Jeg har spurgt administratoren. Du hører fra mig her, når der er svar.',
    welcome: 'Du har fået adgang. Velkommen.',
    wordsWait:
      'Det, du skrev, venter her i op til 30 dage. Kun du kan se det. Får du adgang, får du det som en kladde.',
    wordsTooMany: 'Der venter allerede så meget fra dig, at jeg ikke har gemt det sidste.',
    waited: 'Det her skrev du, før du fik adgang:',
    waitedMore: (count: number) =>
      count === 1
        ? 'Du skrev også noget andet. Du finder det under dine ønsker.'
        : `Du skrev også ${count} andre ting. Du finder dem under dine ønsker.`,
  },
  en: {
    title: (name) => `${name} asks for access`,
    noAddress: 'No known address',
    detail: (email, platform) => `${email}, writing from ${platform}. Not on the organisation list.`,
    what: 'Give access and they can send requests as a leader. Roles, unit and manager come from the list once it is corrected.',
    letIn: 'Give access',
    turnDown: 'Turn down',
    wasLetIn: (name) => `${name} has access now. Remember to add them to the organisation list.`,
    wasTurnedDown: (name) => `${name} did not get access. They are told.`,
    isListed: (name) => `${name} is on the organisation list now and has access.`,
    refusedBefore: (by, day) =>
      day === null ? `Was turned down before by ${by}.` : `Was turned down on ${day} by ${by}.`,
    letInBy: (name, by, day) =>
      day === null ? `${name} was given access by ${by}.` : `${name} was given access on ${day} by ${by}.`,
    turnedDownBy: (name, by, day) =>
      day === null ? `${name} was turned down by ${by}.` : `${name} was turned down on ${day} by ${by}.`,
    somebody: 'somebody else',
    turnedDown: 'You did not get access',
    turnedDownDetail: (municipality) =>
      `The administrator at ${municipality} has seen that you asked for access, and has said no.`,
    contact: (contact) => `If that is a mistake, please contact ${contact}.`,
    noContact: 'If that is a mistake, talk to your manager. You can also write to me and ask for access again.',
    wordsDeleted: 'What you wrote to me has been deleted.',
    ask: 'Ask for access',
    asked: 'Thank you. I have asked the administrator. I write to you here when there is an answer.',
    welcome: 'You have access now. Welcome.',
    wordsWait:
      'What you wrote waits here for up to 30 days. Only you can see it. If you get access, you get it as a draft.',
    wordsTooMany: 'So much of yours is waiting already that I have not kept the last of it.',
    waited: 'You wrote this before you got access:',
    waitedMore: (count) =>
      count === 1
        ? 'You wrote something else as well. You find it among your requests.'
        : `You wrote ${count} other things as well. You find them among your requests.`,
  },
});
