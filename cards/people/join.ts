import type { JoinRequest } from '../../domain/people/join/join-request.ts';
import type { Language } from '../../domain/vocabulary.ts';
import { joinTexts } from '../../locales/people/join.ts';
import { platformNames } from '../../locales/vocabulary.ts';
import type { Card } from '../card.ts';
import { button, text } from '../parts.ts';

/** The card that asks an administrator to let a person in, with the facts about them and one button. */
export function joinCard({ id, name, email, platform }: JoinRequest, language: Language): Card {
  const words = joinTexts[language];
  return {
    name: 'join',
    title: words.title(name),
    blocks: [text(words.detail(email, platformNames[platform])), text(words.what, 'subtle')],
    actions: [
      button('decide-join', words.letIn, { joinId: id, decision: 'letIn' }, 'primary'),
      button('decide-join', words.turnDown, { joinId: id, decision: 'turnedDown' }),
    ],
  };
}
