import { loadClock, loadPeople, type Person } from './api.ts';
import { showClock } from './clock.ts';
import { button } from './element.ts';
import { createNews, keptMoment } from './news.ts';
import { createPaneBoard, type OpenPane, roomOf } from './pane-board.ts';
import { formatPanes, mostPanes, paneId, parsePanes } from './pane-list.ts';
import { createPickerDialog } from './picker-dialog.ts';
import { cast } from './story.ts';
import { createStoryBar } from './story-bar.ts';
import { texts } from './texts.ts';
import { createThemeSwitch } from './theme.ts';
import { createWelcome } from './welcome.ts';

const panesPlace = inPage('panes');
const notice = inPage('notice');
const news = createNews();
inPage('open-another').before(createThemeSwitch());

try {
  start(await loadPeople());
  const count = (since: string) => void news.countSince(since).catch(failed);
  const before = keptMoment();
  if (before !== null) count(before);
  await showClock(inPage('clock'), count, failed);
} catch (error) {
  failed(error);
}

/** The address of the page says which panes are open, so back, forward, reload and a shared link all work. */
function start(people: readonly Person[]): void {
  let panes: OpenPane[] = [];

  const board = createPaneBoard({ panes: panesPlace, tabs: inPage('pane-tabs') }, news, {
    switched: (id, { platform, room }) => {
      const next = { platform, room: room?.id ?? null };
      const wanted = panes.map((one) => (paneId(one) === id ? { ...one, ...next } : one));
      change([...new Map(wanted.map((one) => [paneId(one), one])).values()]);
    },
    closed: (id) => change(panes.filter((one) => paneId(one) !== id)),
    shown: ({ email, room }, chat) => {
      if (room === null) story.heard(email, chat);
    },
  });

  const story = createStoryBar({
    turn: (email) => board.turnOf(email),
    write: (email, words) => {
      const person = people.find((one) => one.email === email);
      if (!person) return;
      pick(person);
      board.write(paneId(ownPane(person)), words);
    },
    ended: () => {
      history.pushState(null, '', location.pathname + location.hash);
      follow();
    },
  });

  /** Opens the three people of the story, from the municipality's present on. */
  const followWish = async () => {
    const now = (await loadClock())?.now ?? new Date().toISOString();
    const three = Object.values(cast).flatMap((email) => people.find((one) => one.email === email) ?? []);
    history.pushState(null, '', `?${new URLSearchParams({ story: now })}${formatPanes(three.map(ownPane))}`);
    follow();
  };

  const pick = (person: Person) => {
    const one = ownPane(person);
    if (!panes.some((other) => paneId(other) === paneId(one))) change([...panes, one]);
    board.bringForward(paneId(one));
    board.focus(paneId(one));
  };

  const change = (next: readonly OpenPane[]) => {
    history.pushState(null, '', formatPanes(next) || location.pathname);
    follow();
  };

  const follow = () => {
    const { panes: asked, unknown } = parsePanes(location.hash);
    panes = asked.flatMap((key) => {
      const person = people.find(({ email }) => email === key.email);
      const one = person && { ...key, person };
      return one && (key.room === null || roomOf(one)) ? [one] : [];
    });
    const open = panes.map(paneId);
    const nobodys = asked.map(paneId).filter((id) => !open.includes(id));
    const lost = [...unknown, ...nobodys].join(', ');
    tell(lost === '' ? '' : texts.unknownInAddress(lost));
    welcome.hidden = panes.length > 0;
    another.hidden = panes.length === 0;
    another.setAttribute('aria-disabled', String(panes.length >= mostPanes));
    another.title = panes.length >= mostPanes ? texts.noMoreRoom : '';
    board.draw(panes);
    story.follow(panes.length > 0 ? new URLSearchParams(location.search).get('story') : null);
  };

  const dialog = createPickerDialog(people, news, pick);
  const welcome = createWelcome(people, news, { picked: pick, followed: () => void followWish().catch(failed) });
  const openAnother = () => {
    if (panes.length < mostPanes) dialog.open();
    else tell(texts.noMoreRoom);
  };
  const another = button({ 'data-testid': 'open-another' }, openAnother, `+ ${texts.openAnother}`);
  inPage('open-another').append(another);
  inPage('story').append(story.node);
  panesPlace.append(welcome);
  document.body.append(dialog.node);
  window.addEventListener('popstate', follow);
  follow();
}

function ownPane(person: Person): OpenPane {
  return { platform: person.installs[0] ?? 'teams', email: person.email, room: null, person };
}

function failed(error: unknown): void {
  console.error(error);
  tell(texts.noServer);
}

function tell(text: string): void {
  notice.textContent = text;
  notice.hidden = text === '';
}

function inPage(id: string): HTMLElement {
  const node = document.getElementById(id);
  if (!node) throw new Error(`The page has no element #${id}`);
  return node;
}
