import { inBoth } from '../texts.ts';

export const joinTexts = inBoth({
  da: {
    title: (name: string) => `${name} vil gerne være med`,
    detail: (email: string, platform: string) => `${email}, skriver fra ${platform}. Står ikke på organisationslisten.`,
    what: 'Lukker du personen ind, kan vedkommende sende ønsker som leder. Roller, enhed og chef kommer fra listen, når den er rettet.',
    letIn: 'Luk ind',
    turnDown: 'Afvis',
    wasLetIn: (name: string) => `${name} er lukket ind. Husk at skrive personen på organisationslisten.`,
    wasTurnedDown: (name: string) => `${name} er ikke lukket ind. Personen får ikke besked.`,
    ask: 'Bed om at være med',
    asked: 'Tak. Jeg har spurgt projektlederen. Bliver du lukket ind, skriver jeg til dig her.',
    welcome: 'Du er lukket ind. Velkommen.',
    wordsWait:
      'Det, du skrev, venter her i op til 30 dage. Kun du kan se det. Bliver du lukket ind, får du det som en kladde.',
    wordsTooMany: 'Der venter allerede så meget fra dig, at jeg ikke har gemt det sidste.',
    waited: 'Det her skrev du, før du blev lukket ind:',
    waitedMore: (count: number) =>
      count === 1
        ? 'Du skrev også noget andet. Du finder det under dine ønsker.'
        : `Du skrev også ${count} andre ting. Du finder dem under dine ønsker.`,
    mine: 'Se mine ønsker',
  },
  en: {
    title: (name) => `${name} would like to join`,
    detail: (email, platform) => `${email}, writing from ${platform}. Not on the organisation list.`,
    what: 'Let them in and they can send requests as a leader. Roles, unit and manager come from the list once it is corrected.',
    letIn: 'Let in',
    turnDown: 'Turn down',
    wasLetIn: (name) => `${name} has been let in. Remember to add them to the organisation list.`,
    wasTurnedDown: (name) => `${name} was not let in. They are not told.`,
    ask: 'Ask to join',
    asked: 'Thank you. I have asked the project manager. If you are let in, I will write to you here.',
    welcome: 'You have been let in. Welcome.',
    wordsWait:
      'What you wrote waits here for up to 30 days. Only you can see it. If you are let in, you get it as a draft.',
    wordsTooMany: 'So much of yours is waiting already that I have not kept the last of it.',
    waited: 'You wrote this before you were let in:',
    waitedMore: (count) =>
      count === 1
        ? 'You wrote something else as well. You find it among your requests.'
        : `You wrote ${count} other things as well. You find them among your requests.`,
    mine: 'See my requests',
  },
});
