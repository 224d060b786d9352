import type { Area, Decision, DeclineCategory, Kind, Platform, Role, State } from '../domain/vocabulary.ts';
import { inBoth } from './texts.ts';

export const areaNames = inBoth<Record<Area, string>>({
  da: {
    personale: 'Personale og løn',
    it: 'It og systemer',
    indkoeb: 'Indkøb',
    ejendom: 'Ejendom og bygninger',
    oekonomi: 'Økonomi og regnskab',
    'data-ledelsesinformation': 'Data og ledelsesinformation',
    kommunikation: 'Kommunikation',
    'jura-dokumentation': 'Jura og dokumentation',
  },
  en: {
    personale: 'Staff and payroll',
    it: 'IT and systems',
    indkoeb: 'Purchasing',
    ejendom: 'Buildings and property',
    oekonomi: 'Finance and accounts',
    'data-ledelsesinformation': 'Data and reporting',
    kommunikation: 'Communication',
    'jura-dokumentation': 'Legal and documentation',
  },
});

export const kindNames = inBoth<Record<Kind, string>>({
  da: {
    regel: 'En regel',
    proces: 'En arbejdsgang',
    system: 'Et it-system',
    vejledning: 'Manglende vejledning',
    dokumentation: 'Dokumentation',
    ansvar: 'Uklart ansvar',
  },
  en: {
    regel: 'A rule',
    proces: 'A process',
    system: 'An IT system',
    vejledning: 'Missing guidance',
    dokumentation: 'Paperwork',
    ansvar: 'Unclear responsibility',
  },
});

export const decisionNames = inBoth<Record<Decision, string>>({
  da: {
    planned: 'Ja, det gør vi',
    partly: 'Ja, en del af det',
    alreadyUnderway: 'Vi er allerede i gang',
    trial: 'Vi prøver det af',
    done: 'Det er gjort',
    guidance: 'Det kan I allerede',
    declined: 'Nej, det kan vi ikke',
  },
  en: {
    planned: 'Yes, we will do it',
    partly: 'Yes, part of it',
    alreadyUnderway: 'We are already on it',
    trial: 'We will try it out',
    done: 'It is done',
    guidance: 'You already can',
    declined: 'No, we cannot',
  },
});

export const declineCategoryNames = inBoth<Record<DeclineCategory, string>>({
  da: {
    law: 'Loven kræver det',
    politicalDecision: 'Kræver en politisk beslutning',
    cost: 'For dyrt i forhold til gevinsten',
    security: 'Af hensyn til sikkerheden',
    benefitTooSmall: 'For få får gavn af det',
    other: 'Andet',
  },
  en: {
    law: 'The law requires it',
    politicalDecision: 'Needs a political decision',
    cost: 'Not worth the cost',
    security: 'For the sake of security',
    benefitTooSmall: 'Too few would benefit',
    other: 'Other',
  },
});

export const stateNames = inBoth<Record<State, string>>({
  da: {
    routed: 'Sendt',
    acknowledged: 'I gang',
    question: 'Venter på dig',
    answered: 'Besvaret',
    guided: 'Besvaret: sådan gør I',
    declined: 'Besvaret: nej',
    parked: 'Venter på en politisk beslutning',
    delivered: 'Gennemført',
    confirmed: 'Det hjalp',
    reopened: 'Genåbnet',
    merged: 'Samlet med et andet ønske',
    withdrawn: 'Trukket tilbage',
  },
  en: {
    routed: 'Sent',
    acknowledged: 'Under way',
    question: 'Waiting for you',
    answered: 'Answered',
    guided: 'Answered: here is how',
    declined: 'Answered: no',
    parked: 'Waiting for a political decision',
    delivered: 'Done',
    confirmed: 'It helped',
    reopened: 'Reopened',
    merged: 'Merged with another request',
    withdrawn: 'Withdrawn',
  },
});

export const roleNames = inBoth<Record<Role, string>>({
  da: { leader: 'leder', processOwner: 'procesejer', manager: 'chef', admin: 'administrator' },
  en: { leader: 'leader', processOwner: 'process owner', manager: 'manager', admin: 'administrator' },
});

/** Product names are the same in every language. */
export const platformNames: Record<Platform, string> = { teams: 'Teams', slack: 'Slack' };
