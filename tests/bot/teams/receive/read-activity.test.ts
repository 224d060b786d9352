import { quotedIn, unquoted } from '../../../../bot/teams/receive/read-activity.ts';
import { growth } from '../../../growth.ts';

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

test('a quoted message without an id is left out of the words and names nothing', () => {
  const reply = withHtml('<blockquote itemtype="http://schema.skype.com/Reply"><p>citat</p></blockquote><p>svar</p>');
  expect([quotedIn(reply), unquoted(reply)]).toEqual([null, 'svar']);
});

test('a tag that never ends names no message, and takes time in proportion to its length', () => {
  const endless = (times: number) => withHtml(`<blockquote ${'schema.skype.com/Reply"'.repeat(times)}`);
  expect(quotedIn(endless(1000))).toBeNull();
  expect(growth((times) => quotedIn(endless(times)), 1000)).toBeLessThan(40);
});
