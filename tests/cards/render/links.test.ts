import type { LinkRef } from '../../../cards/card.ts';
import { renderAdaptiveCard } from '../../../cards/render/adaptive/card.ts';
import { checkAdaptiveCard } from '../../../cards/render/adaptive/check.ts';
import { renderBlocks } from '../../../cards/render/block-kit/card.ts';
import { checkBlocks } from '../../../cards/render/block-kit/check.ts';
import { renderPlainText } from '../../../cards/render/plain-text.ts';
import { messageRefusal } from '../../../simulator/slack/limits.ts';
import { complaintsAbout } from './published-parser.ts';
import { card, nonce, show } from './sample-cards.ts';

const handbook: LinkRef = { url: 'https://fjordby.example/løn', label: 'Læs vejledningen' };
const address = 'https://fjordby.example/l%C3%B8n';
const inList = { block: 'list', items: [{ title: 'Løn', detail: 'Kører', mood: 'good', open: handbook }] } as const;
const linked = card([inList], [show, handbook]);

test('a link opens an address in Teams and carries nothing', () => {
  const json = renderAdaptiveCard(linked, nonce, 'da');
  const opens = { type: 'Action.OpenUrl', title: 'Læs vejledningen', url: address };
  expect(json.actions[1]).toEqual(opens);
  expect(json.body[1]).toMatchObject({ columns: [{}, { items: [{ actions: [opens] }] }] });
  expect([...checkAdaptiveCard(json), ...complaintsAbout(json)]).toEqual([]);
});

test('a link opens an address in Slack, and its action id tells the bot to do nothing', () => {
  const message = renderBlocks(linked, nonce);
  const opens = (place: string) => ({
    type: 'button',
    text: { type: 'plain_text', text: 'Læs vejledningen', emoji: false },
    action_id: `link:${place}`,
    url: address,
  });
  expect(message.blocks).toMatchObject([
    {},
    { accessory: opens('block-0.0') },
    { elements: [{ type: 'button' }, opens('1')] },
  ]);
  expect(checkBlocks(message.blocks, 'message')).toEqual([]);
  expect(messageRefusal({ ...message })).toBeNull();
});

test('plain text holds the address of each link and no other button', () => {
  expect(renderPlainText(linked)).toBe(
    `Nyt ønske: F-2026-017\n\n- Løn\n  ✓ Kører\n  Læs vejledningen: ${address}\n\nLæs vejledningen: ${address}`,
  );
});

test.each(['http://localhost:3979/files/1', 'http://127.0.0.1/', 'http://[::1]:80/'])('%s may be opened', (url) => {
  const { actions } = renderAdaptiveCard(card([], [{ ...handbook, url }]), nonce, 'da');
  expect(actions).toMatchObject([{ url: new URL(url).href }]);
});

test.each([
  'http://fjordby.example/',
  'http://127.0.0.1.example/',
  'javascript:alert(1)',
  'data:text/html,x',
  'https://fjordby.dk@example.org/',
  '//fjordby.example',
  'fjordby.example',
  '',
])('no renderer makes a link of %p', (url) => {
  const unsafe = card([], [{ ...handbook, url }]);
  const problem = 'A link of a card leads nowhere safe';
  expect(() => renderAdaptiveCard(unsafe, nonce, 'da')).toThrow(problem);
  expect(() => renderBlocks(unsafe, nonce)).toThrow(problem);
  expect(() => renderPlainText(unsafe)).toThrow(problem);
});

test('finds a link that is too long for Slack or has no label', () => {
  const long = renderBlocks(card([], [{ ...handbook, url: `https://x.example/${'x'.repeat(3000)}` }]), nonce);
  expect(checkBlocks(long.blocks, 'message')).toEqual(['button.url: 3018, at most 3000']);
  const unnamed = card([], [{ ...handbook, label: ' ' }]);
  expect(checkAdaptiveCard(renderAdaptiveCard(unnamed, nonce, 'da'))).toEqual([`${address}: no label`]);
});
