import { readSlackArguments, readTeamsArguments, UnusableArguments } from '../../scripts/manifest/arguments.ts';

const appId = '11111111-2222-4333-8444-555555555555';
const domain = 'bot.fjordby.example';
const good = ['--app-id', appId, '--domain', domain];

/** The lines that name the problems. */
function complaints(read: () => unknown): string[] {
  try {
    read();
  } catch (error) {
    if (error instanceof UnusableArguments) return error.message.split('\n');
    throw error;
  }
  return [];
}

test.each([
  ['an app id that is not a GUID', ['--app-id', '1234', '--domain', domain], '--app-id is a GUID'],
  ['no app id', ['--domain', domain], '--app-id is missing'],
  ['no domain', ['--app-id', appId], '--domain is missing'],
  ['a name that Teams has no room for', [...good, '--municipality', 'x'.repeat(33)], 'at most 32 characters'],
  ['an empty name', [...good, '--municipality', ' '], '--municipality is empty'],
  ['a page without https', [...good, '--privacy', 'http://a.example'], '--privacy is a whole address'],
  ['a page that is not an address', [...good, '--terms', 'vilkaar'], '--terms is a whole address'],
  ['a page as long as a story', [...good, '--website', `https://a.example/${'x'.repeat(2048)}`], 'at most 2048'],
  ['an argument that is not for Teams', [...good, '--socket-mode'], "Unknown option '--socket-mode'"],
  ['a word too many', [...good, 'now'], "Unexpected argument 'now'"],
  ['an empty file name', [...good, '--out', ''], '--out is empty'],
  ['a version of two numbers', [...good, '--version', '1.1'], '--version is three numbers'],
  ['a version that begins with zero', [...good, '--version', '1.01.0'], '--version is three numbers'],
  ['a version with a name', [...good, '--version', '1.0.0-beta'], '--version is three numbers'],
])('refuses %s for Teams', (_what, args, words) => {
  expect(complaints(() => readTeamsArguments(args))).toEqual([expect.stringContaining(words)]);
});

test.each([
  ['no domain', [], '--domain is missing'],
  ['a domain with a scheme', ['--domain', `https://${domain}`], 'no https://'],
  ['a domain with a port', ['--domain', `${domain}:3978`], 'no port'],
  ['a domain with a path', ['--domain', `${domain}/bot`], 'no path'],
  ['a domain with a line break', ['--domain', `${domain}\n`], '--domain is a host name'],
  ['this machine as domain', ['--domain', 'localhost'], '--domain is a host name'],
  ['a number as domain', ['--domain', '10.0.0.1'], '--domain is a host name'],
  ['a domain of letters that DNS does not have', ['--domain', 'rådhus.dk'], '--domain is a host name'],
  ['a bad domain with Socket Mode', ['--socket-mode', '--domain', 'x y'], '--domain is a host name'],
  ['an argument without its value', ['--domain'], "'--domain <value>' argument missing"],
  ['an app id, which Slack gives itself', ['--domain', domain, '--app-id', appId], "Unknown option '--app-id'"],
])('refuses %s for Slack', (_what, args, words) => {
  expect(complaints(() => readSlackArguments(args))).toEqual([expect.stringContaining(words)]);
});

test('reports all problems at once', () => {
  const wrong = ['--app-id', 'x', '--domain', 'y', '--website', 'z', '--municipality', ''];
  expect(complaints(() => readTeamsArguments(wrong))).toEqual([
    expect.stringMatching(/^--app-id is/),
    expect.stringMatching(/^--domain is/),
    expect.stringMatching(/^--municipality is/),
    expect.stringMatching(/^--website is/),
  ]);
});

test('writes ids and host names in lower case, as Entra ID and DNS do', () => {
  const shouted = ['--app-id', 'AAAAAAAA-BBBB-4CCC-8DDD-EEEEEEEEEEEE', '--domain', 'BOT.Fjordby.example'];
  expect(readTeamsArguments(shouted)).toMatchObject({ 'app-id': 'aaaaaaaa-bbbb-4ccc-8ddd-eeeeeeeeeeee', domain });
});

test('with Socket Mode nobody calls the bot, so it needs no domain', () => {
  expect(readSlackArguments(['--socket-mode'])).toMatchObject({ 'socket-mode': true });
});
