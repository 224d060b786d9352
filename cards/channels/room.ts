import type { Room } from '../../domain/channels/room.ts';
import type { UnitId } from '../../domain/ids.ts';
import { type Organisation, unitName } from '../../domain/people/organisation.ts';
import type { Unit } from '../../domain/people/unit.ts';
import type { Language } from '../../domain/vocabulary.ts';
import { roomTexts } from '../../locales/channels/room.ts';
import { type ActionRef, type Card, choiceField, type Filled, type Form, formOf } from '../card.ts';
import { button, text } from '../parts.ts';

/** The bot's introduction in a channel or group, shown on arrival and on a request for help. */
export function roomCard(organisation: Organisation, room: Room, language: Language): Card {
  const unit = room.unit && unitName(organisation, room.unit);
  const words = roomTexts[language];
  const report: ActionRef = { ...button('open-request-form', words.report), opens: 'dialog' };
  const follow = button('open-follow-form', words.follow, {}, 'primary');
  if (unit !== null) {
    const blocks = [text(words.following(unit)), text(words.ownHere(unit), 'subtle')];
    return { name: 'room', title: words.title, blocks, actions: [report, button('unfollow-unit', words.stop)] };
  }
  const blocks = [text(words.intro(organisation.name)), text(words.readAlong), text(words.own, 'subtle')];
  return { name: 'room', title: words.title, blocks, actions: [follow, report] };
}

/** The form that asks for the unit whose inbox the channel is to show. */
export function followForm(
  { units, own }: { units: readonly Unit[]; own: UnitId | null },
  filled: Filled,
  language: Language,
): Form {
  const words = roomTexts[language];
  const proposed = filled.values.unit ?? (units.find(({ id }) => id === own) ?? units[0])?.id;
  return {
    name: 'follow-form',
    title: words.formTitle,
    intro: [text(words.formIntro)],
    ...formOf('follow-unit', {}, words.submit, {
      unit: choiceField(
        words.unit,
        proposed,
        units.map(({ id, name }) => [id, name]),
        { empty: words.choose },
      ),
    }),
    cancel: button('close-form', words.cancel),
    open: button('open-follow-form', words.follow, {}, 'primary'),
    problems: filled.problems,
  };
}
