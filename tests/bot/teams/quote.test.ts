import { quotedIn, unquoted } from '../../../bot/teams/quote.ts';

type Activity = Parameters<typeof quotedIn>[0];

const withHtml = (content: string) =>
  ({ text: 'citat svar', attachments: [{ contentType: 'text/html', content }] }) as unknown as Activity;

test('a reply names the message that it quotes, and its own words', () => {
  const reply = withHtml(
    '<blockquote>eget</blockquote><blockquote itemtype="http://schema.skype.com/Reply" itemid="17"><p>citat</p></blockquote><p>svar</p>',
  );
  expect(quotedIn(reply)).toBe('17');
  expect(unquoted(reply)).toBe('eget\n\nsvar');
});

test('a tag that never ends is passed over as fast as any other text', () => {
  const started = performance.now();
  expect(quotedIn(withHtml(`<blockquote ${'schema.skype.com/Reply"'.repeat(10_000)}`))).toBeNull();
  expect(performance.now() - started).toBeLessThan(1000);
});
