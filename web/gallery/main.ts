import type { KnownBlock } from '@slack/types';
import type { GalleryPage } from '../../scripts/gallery/page.ts';
import type { Message, Person, SlackView } from '../playground/api.ts';
import type { ChatHost } from '../playground/chat-view.ts';
import { element } from '../playground/element.ts';
import { createSlackChat } from '../playground/slack/chat.ts';
import { createHome } from '../playground/slack/home.ts';
import { createModal } from '../playground/slack/modal.ts';
import { createTeamsChat } from '../playground/teams/chat.ts';
import { makeSheet } from './sheet.ts';

const galleryPage: GalleryPage = {
  async loadFonts() {
    for (const font of document.fonts) await font.load();
  },
  show({ language, ...specimen }) {
    document.documentElement.lang = language;
    document.body.replaceChildren(
      element('main', { class: 'specimen' }, drawn(specimen as Specimen, hostFor(language))),
    );
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
  },
  setTheme(theme) {
    document.documentElement.dataset.theme = theme;
  },
  makeSheet,
};
Object.assign(globalThis, { galleryPage });

type Specimen =
  | { platform: 'teams'; json: Record<string, unknown> }
  | { platform: 'slack'; json: { text: string; blocks: KnownBlock[] } | Omit<SlackView, 'id'> };

function drawn(specimen: Specimen, host: ChatHost): Node {
  if (specimen.platform === 'teams') return inChat(createTeamsChat(host), { card: specimen.json });
  const { json } = specimen;
  if ('text' in json) return inChat(createSlackChat(host), json);
  const view: SlackView = { id: 'V1', ...json };
  const modal = 'title' in json;
  const surface = modal ? createModal(host, element('div')) : createHome(host);
  const slack = element('div', { class: 'slack' }, surface.node);
  surface.show(view);
  return slack;
}

function inChat(chat: ReturnType<typeof createTeamsChat>, content: Pick<Message, 'card' | 'blocks' | 'text'>): Node {
  const { card, blocks } = content;
  const message: Message = {
    id: '1',
    from: 'bot',
    at: '2026-11-24T08:02:00Z',
    ...(card ? { card } : {}),
    ...(blocks ? { blocks } : {}),
  };
  chat.show({ messages: [message], view: null, home: null, dialog: null });
  return chat.node;
}

/** The gallery has no buttons to press. */
function hostFor(language: 'da' | 'en'): ChatHost {
  const person: Person = {
    email: '',
    name: 'Pernille Østergaard',
    title: '',
    language,
    installs: [],
    rooms: [],
    isStranger: false,
  };
  return {
    person,
    room: null,
    place: { email: '', room: null },
    act: async () => null,
    tell: () => undefined,
    complain: () => undefined,
  };
}
