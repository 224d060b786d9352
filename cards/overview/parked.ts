import type { ParkedProblem } from '../../domain/delivery/parked.ts';
import type { Undelivered } from '../../domain/overview/parked/parked-now.ts';
import type { Language } from '../../domain/vocabulary.ts';
import { parkedTexts } from '../../locales/overview/parked.ts';
import { platformNames } from '../../locales/vocabulary.ts';
import type { Block, Card, ListItem } from '../card.ts';
import { button, excerpt, text } from '../parts.ts';

/** About so many recipients are shown, some of each reason; a line counts the others. */
const shown = 12;

/**
 * The messages that could not be delivered, by reason: what is wrong, what to do, and to whom.
 * @param sentAgain the number of messages that were just sent again; null when none were asked for
 */
export function parkedCard(parked: readonly Undelivered[], sentAgain: number | null, language: Language): Card {
  const words = parkedTexts[language];
  const first: Block[] =
    sentAgain === null
      ? []
      : [{ block: 'status', text: words.sent(sentAgain), mood: sentAgain > 0 ? 'good' : 'neutral' }];
  if (parked.length === 0)
    return { name: 'parked', title: words.allArrived, blocks: [...first, text(words.nothing)], actions: [] };
  const groups = Map.groupBy(parked, ({ problem }) => (isKnown(problem) ? problem : 'odd'));
  const most = Math.max(1, Math.floor(shown / groups.size));
  const blocks = [...groups].flatMap(([problem, all]): Block[] => {
    const { what, todo } = words.reasons[problem];
    const items = all.slice(0, most).map((one) => item(one, language));
    const hidden = all.length - items.length;
    return [
      text(what, 'strong'),
      text(todo),
      { block: 'list', items },
      ...(hidden > 0 ? [text(words.more(hidden), 'subtle')] : []),
    ];
  });
  return {
    name: 'parked',
    title: words.title(parked.reduce((sum, { count }) => sum + count, 0)),
    blocks: [...first, ...blocks, text(words.intro, 'subtle')],
    actions: [button('send-parked-again', words.sendAllAgain, {}, 'primary')],
  };
}

function item({ recipient, to, problem, count }: Undelivered, language: Language): ListItem {
  const words = parkedTexts[language];
  return {
    title: excerpt(nameOf(recipient, language)),
    detail: words.count(count),
    mood: 'late',
    open: button('send-parked-again', words.sendAgain, { to, problem }),
  };
}

function nameOf(recipient: Undelivered['recipient'], language: Language): string {
  const words = parkedTexts[language];
  switch (recipient.is) {
    case 'person':
      return recipient.person.name;
    case 'room':
      return words.channel(platformNames[recipient.room.platform], recipient.unit);
    case 'task':
      return words.ownWork;
  }
}

/** A later version may have parked a row for a reason that this one does not know. */
const isKnown = (problem: string): problem is ParkedProblem => Object.hasOwn(parkedTexts.da.reasons, problem);
