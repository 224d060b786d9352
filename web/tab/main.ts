import { type Ask, askOf, type Failure, Unanswered } from './ask.ts';
import { drawCard, link } from './draw-card.ts';
import { button, element } from './element.ts';
import { findHost, type Host, locale, showTheme } from './host.ts';
import type { PageData, Shown, ShownAction, TabTexts } from './wire.ts';

const data = JSON.parse(byId('data').textContent) as PageData;
const bar = byId('bar');
const main = byId('main');
const said = byId('said');

/** The reader's own language once the bot has answered. */
let language = locale;
const texts = () => data.texts[language];

function byId(id: string): HTMLElement {
  const found = document.getElementById(id);
  if (!found) throw new Error(`the page has no ${id}`);
  return found;
}

/** The answer to an earlier request is dropped once a later one was sent. */
let asking = 0;

/** Asks, and shows the answer in place of the current page. */
async function go(host: Host, ask: (ask: Ask) => Promise<Shown>, isHome: boolean): Promise<void> {
  const turn = ++asking;
  const isFirst = main.childElementCount === 0;
  said.textContent = texts().loading;
  main.setAttribute('aria-busy', 'true');
  if (isFirst) main.replaceChildren(element('p', 'subtle', texts().loading));
  const again = () => void go(host, ask, isHome);
  try {
    const shown = await ask(askOf(host));
    if (turn === asking) showAnswer(host, shown, isHome);
  } catch (error) {
    if (!(error instanceof Unanswered)) throw error;
    if (turn === asking) showFailure(error.failure, again);
  } finally {
    if (turn === asking) main.removeAttribute('aria-busy');
  }
  if (!isFirst) main.querySelector('h1')?.focus();
}

function showAnswer(host: Host, { card, language: spoken }: Shown, isHome: boolean): void {
  language = spoken;
  document.documentElement.lang = language;
  document.title = `${card.title} · Forenklingsbot`;
  said.textContent = card.title;
  const home = (label: string) => button('button plain', label, () => void go(host, (ask) => ask.home(), true));
  bar.replaceChildren(home(isHome ? texts().refresh : texts().back), chatLink(texts().chat, host));
  // One name for all presses on the current page, so that a second press, also after a break, counts once.
  const idempotencyKey = crypto.randomUUID();
  const act = ({ action, input }: ShownAction) =>
    void go(
      host,
      (ask) => (action === 'show-home' ? ask.home() : ask.act({ action, input, idempotencyKey })),
      action === 'show-home',
    );
  main.replaceChildren(drawCard(card, { act, openLink: host.openLink }, texts()));
}

function chatLink(label: string, host: Host | null): HTMLElement {
  return link({ url: data.chat, label, style: host ? 'default' : 'primary' }, host?.openLink ?? null);
}

const failures: Record<Failure, (texts: TabTexts) => [title: string, detail: string]> = {
  'no-sign-in': ({ noSignIn, noSignInDetail }) => [noSignIn, noSignInDetail],
  'not-let-in': ({ notLetIn, notLetInDetail }) => [notLetIn, notLetInDetail],
  failed: ({ failed, failedDetail }) => [failed, failedDetail],
};

function showFailure(failure: Failure, again: () => void): void {
  const [title, detail] = failures[failure](texts());
  said.textContent = title;
  main.replaceChildren(notice(title, detail, button('button primary', texts().again, again)));
}

function notice(title: string, detail: string, next: HTMLElement): HTMLElement {
  const heading = element('h1', '', title);
  heading.tabIndex = -1;
  return element('article', 'card', heading, element('p', '', detail), element('div', 'actions', next));
}

async function start(): Promise<void> {
  showTheme();
  document.documentElement.lang = language;
  const host = await findHost(data.access).catch((error: unknown) => {
    showFailure('failed', () => location.reload());
    throw error;
  });
  if (host) return go(host, (ask) => ask.home(), true);
  const { outside, outsideDetail, outsideOpen } = texts();
  document.title = `${outside} · Forenklingsbot`;
  main.replaceChildren(notice(outside, outsideDetail, chatLink(outsideOpen, null)));
}

void start();
