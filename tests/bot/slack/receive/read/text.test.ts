import { namelessIn, slackToText } from '../../../../../bot/slack/receive/read/text.ts';

test.each([
  ['signs that Slack uses itself', 'a &lt; b &amp; c &gt; d', 'a < b & c > d'],
  ['signs that were typed in Slack’s spelling', '&amp;lt;b&amp;gt;', '&lt;b&gt;'],
  ['somebody by name', 'spørg <@U0METTE|mette.holm>', 'spørg @mette.holm'],
  ['a channel', 'se <#C0HR|hr-nyt>', 'se #hr-nyt'],
  ['a call', '<!channel> læs <!subteam^S0HR|@hr>', '@channel læs @hr'],
  ['a link', '<https://fjordby.example/løn>', 'https://fjordby.example/løn'],
  ['a link with another name', '<https://fjordby.example|vejledningen>', 'vejledningen (https://fjordby.example)'],
  ['a link that Slack made of a name', '<https://fjordby.example|fjordby.example>', 'fjordby.example'],
  ['an address', '<mailto:hr@fjordby.example|hr@fjordby.example>', 'hr@fjordby.example'],
  ['a call that was only typed', '&lt;!channel&gt;', '<!channel>'],
  ['a bracket alone', 'a &lt; b <', 'a < b <'],
])('%s is read as a person would', (_name, spelt, read) => {
  expect(slackToText(spelt)).toBe(read);
});

test('people, channels and groups that Slack names by id alone get the names that are known of them', () => {
  const spelt =
    'spørg <@U0METTE|>, <@U0METTE> i <#C0HR|> eller <!subteam^S0HR> <!here> <@U0OLE|ole> <https://a.example>';
  expect(namelessIn(spelt)).toEqual(['@U0METTE', '#C0HR', '!subteam^S0HR']);
  const names = new Map(Object.entries({ '@U0METTE': 'Mette', '#C0HR': 'en kanal', '!subteam^S0HR': 'en gruppe' }));
  expect(slackToText(spelt, names)).toBe(
    'spørg @Mette, @Mette i #en kanal eller @en gruppe @here @ole https://a.example',
  );
});

test.each(['<'.repeat(30_000), '<@'.repeat(15_000), '<https:'.repeat(5000)])(
  '30,000 signs of nothing stay as they are',
  (text) => {
    expect(slackToText(text)).toBe(text);
  },
);
