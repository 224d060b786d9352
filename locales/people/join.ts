import { inBoth } from '../texts.ts';

export const joinTexts = inBoth({
  da: {
    title: (name: string) => `${name} beder om adgang`,
    detail: (email: string, platform: string) => `${email}, skriver fra ${platform}. Står ikke på organisationslisten.`,
    what: 'Giver du adgang, kan personen sende ønsker som leder. Roller, enhed og chef kommer fra listen, når den er rettet.',
    letIn: 'Giv adgang',
    turnDown: 'Afvis',
    wasLetIn: (name: string) => `${name} har fået adgang. Husk at tilføje personen til organisationslisten.`,
    wasTurnedDown: (name: string) => `${name} har ikke fået adgang. Personen får ikke besked.`,
    ask: 'Bed om adgang',
    asked: 'Tak. Jeg har spurgt administratoren. Får du adgang, skriver jeg til dig her.',
    welcome: 'Du har fået adgang. Velkommen.',
    wordsWait:
      'Det, du skrev, venter her i op til 30 dage. Kun du kan se det. Får du adgang, får du det som en kladde.',
    wordsTooMany: 'Der venter allerede så meget fra dig, at jeg ikke har gemt det sidste.',
    waited: 'Det her skrev du, før du fik adgang:',
    waitedMore: (count: number) =>
      count === 1
        ? 'Du skrev også noget andet. Du finder det under dine ønsker.'
        : `Du skrev også ${count} andre ting. Du finder dem under dine ønsker.`,
    mine: 'Se mine ønsker',
  },
  en: {
    title: (name) => `${name} asks for access`,
    detail: (email, platform) => `${email}, writing from ${platform}. Not on the organisation list.`,
    what: 'Give access and they can send requests as a leader. Roles, unit and manager come from the list once it is corrected.',
    letIn: 'Give access',
    turnDown: 'Turn down',
    wasLetIn: (name) => `${name} has access now. Remember to add them to the organisation list.`,
    wasTurnedDown: (name) => `${name} did not get access. They are not told.`,
    ask: 'Ask for access',
    asked: 'Thank you. I have asked the administrator. If you get access, I will write to you here.',
    welcome: 'You have access now. Welcome.',
    wordsWait:
      'What you wrote waits here for up to 30 days. Only you can see it. If you get access, you get it as a draft.',
    wordsTooMany: 'So much of yours is waiting already that I have not kept the last of it.',
    waited: 'You wrote this before you got access:',
    waitedMore: (count) =>
      count === 1
        ? 'You wrote something else as well. You find it among your requests.'
        : `You wrote ${count} other things as well. You find them among your requests.`,
    mine: 'See my requests',
  },
});
