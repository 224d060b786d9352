import type { Content } from '../../domain/index.ts';
import type { JoinDecision } from '../../domain/people/join/join-decision.ts';
import type { Organisation } from '../../domain/people/organisation.ts';
import type { Language } from '../../domain/vocabulary.ts';
import { joinTexts } from '../../locales/people/join.ts';
import { formatInstant } from '../../locales/time/dates.ts';
import { platformNames } from '../../locales/vocabulary.ts';
import type { Card } from '../card.ts';
import { noticeCard } from '../notice.ts';
import { button, text } from '../parts.ts';

/** The card that asks an administrator to let a person in, with the facts about them and one button. */
export function joinCard({ join, refusal }: Content<'join-asked'>, language: Language): Card {
  const { id, name, email, platform } = join;
  const words = joinTexts[language];
  return {
    name: 'join',
    title: words.title(name),
    blocks: [
      text(words.detail(email || words.noAddress, platformNames[platform])),
      ...(refusal ? [text(words.refusedBefore(refusal.by ?? words.somebody, dayOf(refusal, language)), 'strong')] : []),
      text(words.what, 'subtle'),
    ],
    actions: [
      button('decide-join', words.letIn, { joinId: id, decision: 'letIn' }, 'primary'),
      button('decide-join', words.turnDown, { joinId: id, decision: 'turnedDown' }),
    ],
  };
}

/** The card that another administrator finds in its place: who has decided what, and when. */
export function joinDecidedCard(name: string, decided: JoinDecision, language: Language): Card {
  const words = joinTexts[language];
  const said = decided.decision === 'letIn' ? words.letInBy : words.turnedDownBy;
  return noticeCard(said(name, decided.by ?? words.somebody, dayOf(decided, language)));
}

/** The word to a person who was turned down, with the contact that the organisation has set. */
export function turnedDownCard({ name, contact }: Organisation, hadWords: boolean, language: Language): Card {
  const words = joinTexts[language];
  return {
    name: 'turned-down',
    title: words.turnedDown,
    blocks: [
      text(words.turnedDownDetail(name)),
      text(contact === null ? words.noContact : words.contact(contact)),
      ...(hadWords ? [text(words.wordsDeleted, 'subtle')] : []),
    ],
    actions: [],
  };
}

const dayOf = ({ at }: JoinDecision, language: Language) => at && formatInstant(at, language);
