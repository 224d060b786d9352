import { parseMrkdwn } from '../../web/playground/slack/mrkdwn.ts';

const text = (words: string) => ({ kind: 'text', text: words });

test.each([
  ['*fed*', [{ kind: 'bold', pieces: [text('fed')] }]],
  ['_skrå_', [{ kind: 'italic', pieces: [text('skrå')] }]],
  ['~væk~', [{ kind: 'strike', pieces: [text('væk')] }]],
  ['*fed og _skrå_*', [{ kind: 'bold', pieces: [text('fed og '), { kind: 'italic', pieces: [text('skrå')] }] }]],
  ['`*kode*`', [{ kind: 'code', text: '*kode*' }]],
  ['```\nto\nlinjer\n```', [{ kind: 'preformatted', text: 'to\nlinjer' }]],
  ['&gt; et\n&gt; citat\nefter', [{ kind: 'quote', pieces: [text('et\ncitat')] }, text('efter')]],
  ['<https://kl.dk?a=1&amp;b=2|KL>', [{ kind: 'link', url: 'https://kl.dk?a=1&b=2', text: 'KL' }]],
  ['<https://kl.dk>', [{ kind: 'link', url: 'https://kl.dk', text: 'https://kl.dk' }]],
  ['<@U012>', [{ kind: 'mention', text: '@U012' }]],
  ['<!here>', [{ kind: 'mention', text: '@here' }]],
])('reads %j', (source, pieces) => {
  expect(parseMrkdwn(source)).toEqual(pieces);
});

test.each(['snake_case_navn', '2 * 3 * 4', '* ikke fed *', '_', 'a*b*c', '~5 timer'])(
  'leaves %j as it stands',
  (source) => {
    expect(parseMrkdwn(source)).toEqual([text(source)]);
  },
);

test('turns an app’s escapes back into the characters, once', () => {
  expect(parseMrkdwn('5 &lt; 6 &amp; &amp;lt;b&amp;gt;')).toEqual([text('5 < 6 & &lt;b&gt;')]);
});
