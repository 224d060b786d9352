import { type Chat, loadChat, type Person, type Platform, streamAddress } from './api.ts';
import { RequestFailed } from './call.ts';
import { watchChat } from './chat-stream.ts';
import type { ChatHost } from './chat-view.ts';
import { button, element } from './element.ts';
import { badge } from './news.ts';
import { initials } from './people.ts';
import { createPlaces, type Where } from './places.ts';
import { createSlackChat } from './slack/chat.ts';
import { createTeamsChat } from './teams/chat.ts';
import { platformNames, texts } from './texts.ts';

export interface Pane {
  node: HTMLElement;
  /** Shows how many messages have come here, and in the person's other places on the platform. */
  showNews: (countIn: (room: string | null) => number) => void;
  /** Closes its connection. */
  end: () => void;
}

interface Listeners {
  switched: (where: Where) => void;
  closed: () => void;
  /** The chat is drawn as it stands now. */
  shown: (chat: Chat) => void;
}

const chatOn = { teams: createTeamsChat, slack: createSlackChat };

/** A person's chat on one platform, kept up to date until the pane is closed. */
export function createPane(where: Where, person: Person, on: Listeners): Pane {
  const { platform, room } = where;
  const place = { email: person.email, room: room?.id ?? null };
  const status = element('p', { class: 'pane-status', role: 'status' }, texts.connecting);
  const alert = element('p', { class: 'pane-alert', role: 'alert', 'data-testid': 'pane-alert' });
  const note = element('p', { class: 'pane-status', role: 'status', 'data-testid': 'pane-note' });
  const complain = (text: string) => {
    alert.textContent = text;
  };
  const tell = (text: string) => {
    note.textContent = text;
  };
  const load = coalesced(async () => {
    const loaded = await loadChat(platform, place);
    chat.show(loaded);
    on.shown(loaded);
    status.textContent = '';
  });
  const refresh = () => reportFailure(load, complain);
  const act: ChatHost['act'] = async (work) => {
    tell('');
    complain('');
    const answer = await reportFailure(work, complain);
    await refresh();
    return answer;
  };

  const chat = chatOn[platform]({ person, room, place, act, tell, complain });
  const end = watchChat(
    streamAddress(platform, place),
    () => void refresh(),
    (isConnected) => {
      status.textContent = isConnected ? '' : texts.disconnected;
    },
  );
  const places = createPlaces(where, person, on.switched);
  const came = element('span', { class: 'pane-news', role: 'status' });
  const node = element(
    'section',
    {
      class: 'pane',
      'aria-label': texts.chatOf(person.name, room?.name ?? platformNames[platform]),
      'data-testid': `pane-${platform}-${person.email}${room ? '-room' : ''}`,
    },
    paneTop(platform, person, came, on),
    ...places.nodes,
    status,
    note,
    alert,
    chat.node,
  );
  const showNews: Pane['showNews'] = (countIn) => {
    came.replaceChildren(...badge(countIn(place.room)));
    places.showNews(countIn);
  };
  return { node, showNews, end };
}

function paneTop(platform: Platform, person: Person, came: HTMLElement, on: Listeners): HTMLElement {
  const choices = (['teams', 'slack'] as const).map((one) => {
    const canUse = one === platform || person.installs.includes(one);
    const choose = () => {
      if (canUse && one !== platform) on.switched({ platform: one, room: null });
    };
    return button(
      {
        'aria-pressed': String(one === platform),
        'aria-disabled': canUse ? undefined : 'true',
        title: canUse ? undefined : texts.notInstalled(person.name, platformNames[one]),
        'data-testid': `show-${one}`,
      },
      choose,
      platformNames[one],
    );
  });
  return element(
    'header',
    { class: 'pane-top' },
    element('span', { class: 'avatar', 'aria-hidden': 'true' }, initials(person.name)),
    element('div', { class: 'pane-person' }, element('h2', {}, person.name), element('p', {}, person.title)),
    came,
    element('div', { class: 'switch', role: 'group', 'aria-label': texts.showIn }, ...choices),
    button({ class: 'plain', 'aria-label': texts.closeChat(person.name), 'data-testid': 'close-pane' }, on.closed, '✕'),
  );
}

/** @returns null when it failed; the person has been told then */
async function reportFailure<Answer>(
  work: () => Promise<Answer>,
  complain: (text: string) => void,
): Promise<Answer | null> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof RequestFailed)) throw error;
    console.error(error);
    complain(error.status === 502 ? texts.botSilent : texts.failed);
    return null;
  }
}

/** Calls during a run start one more run after it, so that the last answer shown is never an old one. */
function coalesced(work: () => Promise<void>): () => Promise<void> {
  let running: Promise<void> | null = null;
  let next: Promise<void> | null = null;
  const run = () => {
    running = work().finally(() => {
      running = null;
    });
    return running;
  };
  return () => {
    if (!running) return run();
    next ??= running
      .catch(() => undefined)
      .then(() => {
        next = null;
        return run();
      });
    return next;
  };
}
