import { execFile } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { AppManifestUtils } from '@microsoft/app-manifest';
import { unzipSync } from 'fflate';
import { type Ended, runManifestCommand } from '../../scripts/manifest/command.ts';
import { pngSize } from '../../scripts/manifest/png.ts';

const root = join(import.meta.dirname, '../..');
const appId = '11111111-2222-4333-8444-555555555555';
const domain = 'bot.fjordby.example';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'manifest-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

/** Does the work of the command in this process: it starts in a fraction of the time. A file to write is in the test's folder. */
function run(...args: string[]): Promise<Ended> {
  const out = args.indexOf('--out') + 1;
  return runManifestCommand(args.map((arg, index) => (out > 0 && index === out ? file(arg) : arg)));
}

/** `npm run manifest -- …` without npm around it. */
function runProgram(...args: string[]): Promise<Ended> {
  return new Promise((resolve) => {
    execFile(process.execPath, [join(root, 'scripts/manifest.ts'), ...args], { cwd: folder }, (error, said, errors) => {
      resolve({ status: (error ? Number(error.code) : 0) as Ended['status'], said, complained: errors });
    });
  });
}

async function asMicrosoftReads(manifest: string): Promise<unknown> {
  const [read, problems] = await AppManifestUtils.readAndValidateTeamsManifest(manifest);
  return { name: read.developer.name, problems };
}

const file = (name: string) => join(folder, name);
const readPackage = (name: string) => unzipSync(readFileSync(file(name)));
const textOf = (files: Record<string, Uint8Array>, name: string) => Buffer.from(files[name] ?? []).toString('utf8');

/** A copy of our own templates with one file changed. */
function templatesWith(platform: 'teams' | 'slack', name: string, change: (text: string) => string): string {
  const copy = file('templates');
  cpSync(join(root, 'manifest', platform), copy, { recursive: true });
  writeFileSync(join(copy, name), change(readFileSync(join(copy, name), 'utf8')));
  return copy;
}

const own = ['--municipality', 'Fjordby "Nord" Kommune', '--website', 'https://www.fjordby.example/forenkling'];
const pages = ['--privacy', 'https://www.fjordby.example/privatliv', '--terms', 'https://www.fjordby.example/vilkaar'];

describe('the Teams app package', () => {
  test('holds manifest, icons and English texts, and Microsoft’s own reader finds nothing wrong with it', async () => {
    const ran = await runProgram('teams', '--app-id', appId, '--domain', domain, ...own, ...pages, '--out', 'app.zip');
    expect(ran).toMatchObject({ status: 0, complained: '' });
    expect(ran.said).not.toContain('Not given');
    const files = readPackage('app.zip');
    expect(Object.keys(files).sort()).toEqual(['color.png', 'en.json', 'manifest.json', 'outline.png']);
    expect(pngSize(Buffer.from(files['color.png'] ?? []))).toEqual([192, 192]);
    expect(pngSize(Buffer.from(files['outline.png'] ?? []))).toEqual([32, 32]);

    writeFileSync(file('manifest.json'), textOf(files, 'manifest.json'));
    expect(await asMicrosoftReads(file('manifest.json'))).toEqual({ name: 'Fjordby "Nord" Kommune', problems: [] });
  });

  test('names the app and the domain wherever Teams looks for them, and leaves no placeholder', async () => {
    await run('teams', '--app-id', appId.toUpperCase(), '--domain', 'BOT.Fjordby.example', '--out', 'app.zip');
    const text = textOf(readPackage('app.zip'), 'manifest.json');
    expect(text).not.toContain('{{');
    expect(JSON.parse(text)).toMatchObject({
      id: appId,
      bots: [{ botId: appId }],
      composeExtensions: [{ botId: appId }],
      validDomains: [domain],
      webApplicationInfo: { id: appId, resource: `api://${domain}/botid-${appId}` },
    });
  });

  test('a changed package can have a higher version than the one that Teams has', async () => {
    const ran = await run('teams', '--app-id', appId, '--domain', domain, '--version', '1.0.1', '--out', 'app.zip');
    expect(ran.said).toContain(`app.zip: Teams app 1.0.1 for ${domain}`);
    expect(JSON.parse(textOf(readPackage('app.zip'), 'manifest.json')).version).toBe('1.0.1');
  });

  test('says which pages are missing and what people see in their place', async () => {
    const args = ['--app-id', appId, '--domain', domain, '--privacy', 'https://a.example/p'];
    const { said } = await run('teams', ...args, '--out', 'app.zip');
    expect(said).toContain('Not given: --municipality, --website, --terms.');
    const { developer } = JSON.parse(textOf(readPackage('app.zip'), 'manifest.json'));
    expect(developer).toEqual({
      name: 'Forenklingsbot',
      websiteUrl: `https://${domain}/`,
      privacyUrl: 'https://a.example/p',
      termsOfUseUrl: `https://${domain}/`,
    });
  });

  test('is identical to the byte when nothing has changed', async () => {
    const args = ['teams', '--app-id', appId, '--domain', domain, '--out'];
    await run(...args, 'one.zip');
    await runProgram(...args, 'two.zip');
    expect(readFileSync(file('one.zip')).equals(readFileSync(file('two.zip')))).toBe(true);
  });

  test('is not written from templates that are wrong, and everything wrong is said at once', async () => {
    const from = templatesWith('teams', 'manifest.json', (text) =>
      text
        .replace('"Opret forenklingsønske"', '"Opret et forenklingsønske til din kommune"')
        .replace('["personal", "team", "groupChat"]', '["personal", "meeting"]')
        .replace('{{WEBSITE_URL}}', '{{WEB}}')
        .replace('"accentColor"', '"accentColour"'),
    );
    writeFileSync(join(from, 'en.json'), '{"staticTab[1].name": "Overview"}');
    writeFileSync(join(from, 'color.png'), 'no picture');
    rmSync(join(from, 'outline.png'));
    const ran = await run('teams', '--app-id', appId, '--domain', domain, '--from', from, '--out', 'app.zip');
    expect(ran.status).toBe(1);
    for (const words of [
      'manifest.json: nothing fills {{WEB}}.',
      "manifest.json: the whole file must have required property 'accentColor'",
      'manifest.json: bots.0.scopes.1 must be equal to one of the allowed values (team, personal, groupChat, copilot).',
      'manifest.json: composeExtensions.0.commands.0.title must NOT have more than 32 characters (32).',
      'en.json: $schema must be https://developer.microsoft.com/json-schemas/teams/v1.30/MicrosoftTeams.Localization.schema.json.',
      'en.json: the whole file must NOT have additional properties (staticTab[1].name).',
      'color.png: must be a PNG of 192 x 192 pixels; it is no PNG.',
      'outline.png: cannot be read from',
      'nothing was written',
    ])
      expect(ran.complained).toContain(words);
    expect(existsSync(file('app.zip'))).toBe(false);
  });

  test.each([
    ['a schema that the validator does not know', '"1.30"', '"1.99"', 'the validator has no schema version 1.99'],
    ['a schema in one place and another beside it', 'v1.30/', 'v1.29/', '$schema must be https://'],
    ['a text that is not JSON', '"version":', 'version:', 'manifest.json: is not JSON'],
    ['no icons at all', '"icons"', '"pictures"', 'manifest.json: icons'],
  ])('refuses a template with %s', async (_what, before, after, words) => {
    const from = templatesWith('teams', 'manifest.json', (text) => text.replace(before, after));
    const ran = await run('teams', '--app-id', appId, '--domain', domain, '--from', from, '--out', 'app.zip');
    expect([ran.status, ran.complained]).toEqual([1, expect.stringContaining(words)]);
  });
});

describe('the Slack app manifest', () => {
  const read = (name: string) => JSON.parse(readFileSync(file(name), 'utf8'));

  test('names the domain wherever Slack calls the bot, and leaves no placeholder', async () => {
    expect(await runProgram('slack', '--domain', domain)).toMatchObject({ status: 0, complained: '' });
    const manifest = read('forenklingsbot-slack.json');
    expect(JSON.stringify(manifest)).not.toContain('{{');
    expect(manifest.settings.socket_mode_enabled).toBe(false);
    expect(manifest.settings.interactivity.request_url).toBe(`https://${domain}/slack/events`);
    expect(manifest.oauth_config.redirect_urls).toEqual([`https://${domain}/slack/oauth_redirect`]);
  });

  test('has, with Socket Mode, no address that Slack calls but the redirect address of the installation', async () => {
    await run('slack', '--domain', domain, '--socket-mode', '--out', 'slack.json');
    const manifest = read('slack.json');
    expect(manifest.settings.socket_mode_enabled).toBe(true);
    expect(JSON.stringify(manifest)).not.toContain('/slack/events');
    expect(manifest.oauth_config.redirect_urls).toEqual([`https://${domain}/slack/oauth_redirect`]);
  });

  test('needs no domain at all with Socket Mode', async () => {
    expect(await run('slack', '--socket-mode', '--out', 'slack.json')).toMatchObject({ status: 0 });
    expect(JSON.stringify(read('slack.json'))).not.toContain('https://');
  });

  test('is not written from a template that Slack would refuse, and everything wrong is said at once', async () => {
    const from = templatesWith('slack', 'manifest.json', (text) =>
      text
        .replace('"name": "Opret forenklingsønske"', '"name": "Opret et forenklingsønske"')
        .replace('"chat:write"', '"chat:shout"')
        .replace('"always_online"', '"always_on"')
        .replace('"message.im"', '"message.everywhere"'),
    );
    const ran = await run('slack', '--domain', domain, '--from', from, '--out', 'slack.json');
    expect(ran.status).toBe(1);
    for (const place of ['features.shortcuts.0.name', 'scopes.bot.2', 'features.bot_user', 'bot_events.12'])
      expect(ran.complained).toContain(place);
    expect(existsSync(file('slack.json'))).toBe(false);
  });

  test('is invalid without an address for the buttons', async () => {
    const from = templatesWith('slack', 'manifest.json', (text) =>
      text.replace(/("is_enabled": true),\s*"request_url": "[^"]*"/, '$1'),
    );
    const ran = await run('slack', '--domain', domain, '--from', from, '--out', 'slack.json');
    expect(ran.complained).toContain('settings.interactivity.request_url: is missing.');
  });
});

describe('the command', () => {
  const good = ['teams', '--app-id', appId, '--domain', domain];

  test.each([
    ['no platform', [], 'Say teams or slack.', runProgram],
    ['a platform that is a word of JavaScript', ['constructor'], 'Say teams or slack.', run],
    ['a domain with a scheme', ['slack', '--domain', `https://${domain}`], 'no https://', run],
  ])('refuses %s with the usage and exit code 2', async (_what, args, words, runs) => {
    const ran = await runs(...args);
    expect([ran.status, ran.complained]).toEqual([2, expect.stringContaining(words)]);
    expect(ran.complained).toContain('Usage:');
    expect(ran.complained).not.toMatch(/\n {4}at /);
  });

  test('writes into the folder where it is run, under a name of its own', async () => {
    expect(await runProgram(...good)).toMatchObject({ status: 0 });
    expect(existsSync(file('forenklingsbot-teams.zip'))).toBe(true);
  });

  test('says in one line that the file cannot be written', async () => {
    const ran = await runProgram(...good, '--out', 'nowhere/app.zip');
    expect([ran.status, ran.complained]).toEqual([1, 'nowhere/app.zip cannot be written (ENOENT).\n']);
  });
});
