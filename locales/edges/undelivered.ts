import type { ParkedProblem } from '../../domain/delivery/parked.ts';
import type { PersonMessageKind, RoomMessageKind, TaskKind } from '../../domain/index.ts';
import { inBoth } from '../texts.ts';

type Kinds = Record<PersonMessageKind | RoomMessageKind | TaskKind, string>;

/** The words for messages that were not delivered: what each is, whom it is for, and what to do about it. */
export const undeliveredTexts = inBoth({
  da: {
    kinds: {
      'answer-given': 'tilbagemelding',
      'back-again': 'besked om, at botten har været væk',
      'campaign-prompt': 'opfordring',
      'comment-given': 'besked om et ønske',
      'file-refused': 'besked om en fil, der ikke blev gemt',
      'join-asked': 'spørgsmål om at lukke en person ind',
      'let-in': 'velkomst',
      'messages-parked': 'besked om, hvad der ikke er nået frem',
      'request-arrived': 'nyt ønske',
      'request-delivered': 'besked om, at et tiltag er gennemført',
      'request-revised': 'rettet ønske',
      'request-withdrawn': 'besked om et ønske, der er trukket tilbage',
      'unit-closed': 'besked om en nedlagt enhed',
      'weekly-digest': 'status-overblik',
      'room-card': 'kort i en kanal',
      'room-comment': 'besked i en kanals tråd',
      'fetch-file': 'hentning af en fil',
      home: 'opdatering af fanen Hjem',
      'request-changed': 'opdatering af viste kort',
    } satisfies Kinds,
    reasons: {
      'no-chat': 'ingen chat med botten: installér appen for personen, eller ret listens adresse',
      unreachable: 'kan ikke nås: har fjernet botten eller er der ikke mere; tal med personen, eller tag dem af listen',
      uninstalled: 'appen er ikke i workspacet mere: installér den igen',
      refused: 'platformen tager aldrig imod den: meld det som en fejl',
      later: 'platformen svarede ikke i over et døgn: se “put off” i loggen',
      failed: 'en fejl i botten: se “parked” i loggen',
      odd: 'platformen gav et ukendt svar: se “parked” i loggen',
      unknown: 'kan være nået frem: spørg, eller send den igen med retry',
      'unknown-message': 'fra en anden version: kør den, og brug retry',
    } satisfies Record<ParkedProblem, string>,
    channel: (platform: string, unit: string | null) => `en kanal i ${platform}${unit ? ` (${unit})` : ''}`,
    task: 'botten selv',
    line: (at: string, kind: string, to: string, why: string) => `${at}: ${kind} til ${to}. ${why}`,
    waits: (minutes: number, tries: number) => `Har ventet ${minutes} min., prøvet ${tries} gange`,
    stuckCount: (count: number, minutes: number) =>
      `${count} ${count === 1 ? 'besked' : 'beskeder'} har ventet i mere end ${minutes} minutter.`,
  },
  en: {
    kinds: {
      'answer-given': 'answer',
      'back-again': 'word that the bot was away',
      'campaign-prompt': 'prompt',
      'comment-given': 'message about a request',
      'file-refused': 'word about a file that was not kept',
      'join-asked': 'question about letting somebody in',
      'let-in': 'welcome',
      'messages-parked': 'word of what did not arrive',
      'request-arrived': 'new request',
      'request-delivered': 'word that a measure is carried out',
      'request-revised': 'corrected request',
      'request-withdrawn': 'word of a request that was withdrawn',
      'unit-closed': 'word of a closed unit',
      'weekly-digest': 'digest',
      'room-card': 'card in a channel',
      'room-comment': 'message in a channel’s thread',
      'fetch-file': 'fetching of a file',
      home: 'update of the Home tab',
      'request-changed': 'update of shown cards',
    },
    reasons: {
      'no-chat': 'no chat with the bot: install the app for the person, or correct the list’s address',
      unreachable: 'cannot be reached: has removed the bot or is gone; talk to them, or take them off the list',
      uninstalled: 'the app is not in the workspace any more: install it again',
      refused: 'the platform will never take it: report it as a defect',
      later: 'the platform did not answer for over a day: see “put off” in the log',
      failed: 'a defect of the bot: see “parked” in the log',
      odd: 'the platform gave an unknown answer: see “parked” in the log',
      unknown: 'may have arrived: ask, or send it again with retry',
      'unknown-message': 'of another version: run that one, then retry',
    },
    channel: (platform, unit) => `a channel in ${platform}${unit ? ` (${unit})` : ''}`,
    task: 'the bot itself',
    line: (at, kind, to, why) => `${at}: ${kind} for ${to}. ${why}`,
    waits: (minutes, tries) => `Has waited ${minutes} min., tried ${tries} times`,
    stuckCount: (count, minutes) =>
      `${count} ${count === 1 ? 'message has' : 'messages have'} waited for more than ${minutes} minutes.`,
  },
});
