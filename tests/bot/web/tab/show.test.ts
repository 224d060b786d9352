import { tabSettings } from '../../../../bot/web/tab/settings.ts';
import { show } from '../../../../bot/web/tab/show.ts';
import type { Card } from '../../../../cards/card.ts';
import { button } from '../../../../cards/parts.ts';
import { languages } from '../../../../domain/vocabulary.ts';
import { commands } from '../../../../locales/conversation/commands.ts';
import { chatTexts } from '../../../../locales/edges/tab.ts';

const chat = (words: string) => `https://chat.example/${words}`;
const shown = (actions: Card['actions'], title = 'FØ-2026-0042') =>
  show({ reply: { reply: 'card', at: 'here', card: { name: 'x', title, blocks: [], actions } }, language: 'da' }, chat);

test('does an action without a form on the page', () => {
  const acknowledge = button('acknowledge-request', 'Gå i gang', { requestId: 'r', version: '1' });
  expect(shown([acknowledge]).card.actions).toEqual([acknowledge]);
});

test('leads an action with a form to the chat, with the request’s number ready to be sent', () => {
  const answer = button('open-answer-form', 'Svar', { requestId: 'r', version: '1' }, 'primary');
  expect(shown([answer]).card.actions).toEqual([
    { url: 'https://chat.example/FØ-2026-0042', label: 'Svar', style: 'primary' },
  ]);
});

test('leads to the words that open a new request or a draft in the chat', () => {
  const urls = shown([
    button('open-request-form', 'Skriv et ønske'),
    button('open-request-form', 'Ret', { draftId: 'd' }),
    button('open-campaign-form', 'Start'),
  ]).card.actions.map((ref) => ('url' in ref ? ref.url : ref.action));
  expect(urls).toEqual(['nyt ønske', 'mine ønsker', 'kampagne'].map(chat));
});

test.each(languages)('prepares words that are commands in the chat, in %s', (language) => {
  const known = commands.flatMap(({ words }) => words);
  const { newRequest, mine, campaign } = chatTexts[language];
  for (const words of [newRequest, mine, campaign]) expect(known).toContain(words);
});

test('leads to the chat when the answer is a form', () => {
  const form = { name: 'f', title: 'F', intro: [], fields: [], problems: {} } as never;
  const { card } = show({ reply: { reply: 'form', at: 'here', form }, language: 'en' }, chat);
  expect(card.actions).toEqual([{ url: 'https://chat.example/my requests', label: 'Open the chat', style: 'default' }]);
});

test('opens the bot’s own chat in Teams', () => {
  const registration = { type: 'UserAssignedMSI', appId: 'app', tenantId: 'tenant' } as const;
  const settings = tabSettings({ kind: 'microsoft', registration });
  expect(settings?.chat('FØ-2026-0042', null)).toBe(
    'https://teams.microsoft.com/l/chat/0/0?users=28:app&message=F%C3%98-2026-0042',
  );
  expect(settings?.chat('', null)).toBe('https://teams.microsoft.com/l/chat/0/0?users=28:app');
  expect(settings?.frameAncestors.every((host) => host.startsWith('https://'))).toBe(true);
});

test('has no tab where an emulator proves nothing', () => {
  expect(tabSettings({ kind: 'emulator' })).toBeNull();
});
