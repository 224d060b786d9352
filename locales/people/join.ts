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
  },
});
