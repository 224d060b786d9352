import type { Chat } from './api.ts';
import { button, element } from './element.ts';
import { cast, type Part, type Step, stepOf, steps } from './story.ts';
import { texts } from './texts.ts';

export interface StoryBar {
  node: HTMLElement;
  /** Tells the story since a moment (ISO 8601); null ends it. */
  follow: (since: string | null) => void;
  /** Takes in what a person sees in their own chat. */
  heard: (email: string, chat: Chat) => void;
}

/** The words above the panes: whose turn it is, and what they do. */
export function createStoryBar(on: {
  /** It is the turn of the person with this address; null at the end, and when the story is over. */
  turn: (email: string | null) => void;
  /** Writes in the person's field. */
  write: (email: string, words: string) => void;
  ended: () => void;
}): StoryBar {
  const words = element('div', { class: 'story-words', role: 'status' });
  const buttons = element('div', { class: 'story-buttons' });
  const node = element(
    'section',
    { class: 'story', 'aria-label': texts.story, 'data-testid': 'story' },
    words,
    buttons,
  );
  const chats = new Map<string, Chat>();
  let begun: string | null = null;
  let shown: Step | null = null;

  const show = () => {
    const since = begun;
    node.hidden = since === null;
    const messagesOf = (part: Part) =>
      since === null ? [] : (chats.get(cast[part])?.messages ?? []).filter(({ at }) => at >= since);
    const step =
      since === null
        ? null
        : stepOf({ leader: messagesOf('leader'), owner: messagesOf('owner'), manager: messagesOf('manager') });
    if (step === shown) return;
    shown = step;
    on.turn(step?.who ? cast[step.who] : null);
    if (step) draw(step);
  };

  const draw = ({ who, title, words: told, says }: Step) => {
    const count =
      who === null ? '' : texts.storyStep(steps.findIndex((one) => one.words === told) + 1, steps.length - 1);
    words.replaceChildren(
      element(
        'p',
        { class: 'story-title' },
        element('strong', {}, title),
        ...(count ? [element('span', {}, count)] : []),
      ),
      element('p', {}, told),
    );
    const write =
      who && says
        ? [
            button(
              { class: 'story-write', 'data-testid': 'story-write' },
              () => on.write(cast[who], says),
              texts.writeForThem,
            ),
          ]
        : [];
    buttons.replaceChildren(
      ...write,
      button({ class: 'story-end', 'data-testid': 'story-end' }, on.ended, texts.endStory),
    );
  };

  return {
    node,
    follow(since) {
      begun = since;
      show();
    },
    heard(email, chat) {
      chats.set(email, chat);
      show();
    },
  };
}
