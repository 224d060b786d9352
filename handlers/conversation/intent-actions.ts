import { draftInput } from '../../cards/requests/drafts/draft.ts';
import type { HelpTopic, Intent } from '../../domain/conversation/intents/intent.ts';
import type { ActionName } from '../../domain/index.ts';
import type { Person } from '../../domain/people/person.ts';
import { isAdmin, isManager, mayAnswer, maySubmit } from '../../domain/people/roles.ts';
import { type Draft, isOpen } from '../../domain/requests/drafts/draft.ts';
import { mayGrow } from '../../domain/requests/drafts/parts/join-drafts.ts';

/** An action with its input; the words themselves are nowhere in it. */
export interface Asked {
  action: ActionName;
  input: Readonly<Record<string, string>>;
}

/** What the meaning of a message depends on. */
export interface Situation {
  actor: Person;
  /** The message, as it was written. */
  text: string;
  /** The newest draft of the person's; null when there is none. */
  draft: Draft | null;
  now: Date;
}

const ask = (action: ActionName, input: Asked['input'] = {}): Asked => ({ action, input });
const about = (topic: HelpTopic): Asked => ask('help', { topic });

/** What lies with the person: a unit's inbox, or their own requests. */
const work = (actor: Person): Asked =>
  mayAnswer(actor) ? ask('list-inbox') : maySubmit(actor) ? ask('list-mine') : about('not-yours');

const forAdmin = (actor: Person, action: ActionName): Asked => (isAdmin(actor) ? ask(action) : about('not-yours'));

/** English where a person names it, in either language and whichever way they spell it; Danish otherwise. */
const languageIn = (text: string): string => (/engel|engl/iu.test(text) ? 'en' : 'da');

/**
 * The action that each intent asks for. Null: the words are kept for somebody to read, as a draft or a reply. What a
 * person may not do is answered with what they can do.
 */
export const intentActions: Readonly<Record<Intent, (situation: Situation) => Asked | null>> = {
  pain: () => null,
  reply: () => null,
  add: () => null,
  change: () => null,
  // A few words that fit nothing are no wish; more of them may be one, and any may go on with what was just said.
  other: ({ text, draft, now }) =>
    text.trim().split(/\s+/).length > 3 || mayGrow(draft, now) ? null : about('unclear'),
  status: ({ actor }) => (maySubmit(actor) ? ask('list-mine') : work(actor)),
  mine: ({ actor }) => (maySubmit(actor) ? ask('list-mine') : work(actor)),
  withdraw: ({ actor }) => (maySubmit(actor) ? ask('list-mine') : about('not-yours')),
  known: () => about('known'),
  help: () => ask('help'),
  greeting: () => ask('help'),
  who: () => about('who'),
  thanks: () => about('thanks'),
  yes: ({ draft }) => (draft ? ask('confirm-draft', { draftId: draft.id }) : about('agreed')),
  no: ({ draft }) => (draft ? ask('deny-draft', { draftId: draft.id }) : about('agreed')),
  cancel({ draft }) {
    if (!draft) return about('nothing-open');
    return isOpen(draft) ? ask('discard-draft', draftInput(draft)) : ask('take-reply-back', { draftId: draft.id });
  },
  language: ({ text }) => ask('set-language', { language: languageIn(text) }),
  snooze: ({ actor }) => (maySubmit(actor) ? ask('set-prompts', { prompts: 'snooze' }) : about('not-prompted')),
  stop: ({ actor }) => (maySubmit(actor) ? ask('set-prompts', { prompts: 'stop' }) : about('not-prompted')),
  away: () => about('away'),
  human: () => about('human'),
  inbox: ({ actor }) => work(actor),
  priority: ({ actor }) => work(actor),
  overdue: ({ actor }) => (isManager(actor) && !mayAnswer(actor) ? ask('show-digest') : work(actor)),
  taken: ({ actor }) => work(actor),
  overview: ({ actor }) => (isManager(actor) ? ask('show-digest') : work(actor)),
  campaign: ({ actor }) => forAdmin(actor, 'list-campaigns'),
  'start-campaign': ({ actor }) => forAdmin(actor, 'open-campaign-form'),
  stuck: ({ actor }) => forAdmin(actor, 'list-parked'),
  people: () => about('people'),
  report: () => about('report'),
};
