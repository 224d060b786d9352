import { readdirSync } from 'node:fs';
import { z } from 'zod';
import { commandIn } from '../../handlers/conversation/understand.ts';
import { schemasFolder } from '../../scripts/manifest/schemas-folder.ts';
import { placeholdersIn, readJson, readText } from './manifest-files.ts';

const command = z.object({ title: z.string(), description: z.string() });
const schema = z.object({
  manifestVersion: z.string(),
  version: z.string(),
  id: z.string(),
  localizationInfo: z.object({
    defaultLanguageTag: z.string(),
    additionalLanguages: z.array(z.object({ languageTag: z.string(), file: z.string() })),
  }),
  defaultInstallScope: z.string(),
  defaultGroupCapability: z.record(z.string(), z.string()),
  staticTabs: z.array(
    z.object({
      entityId: z.string(),
      name: z.string().optional(),
      contentUrl: z.string().optional(),
      websiteUrl: z.string().optional(),
      scopes: z.array(z.string()),
    }),
  ),
  bots: z.array(
    z.object({
      botId: z.string(),
      scopes: z.array(z.string()),
      supportsFiles: z.boolean(),
      isNotificationOnly: z.boolean(),
      commandLists: z.array(z.object({ scopes: z.array(z.string()), commands: z.array(command) })),
    }),
  ),
  composeExtensions: z.array(
    z.object({
      botId: z.string(),
      commands: z.array(
        command.extend({ id: z.string(), type: z.string(), context: z.array(z.string()), fetchTask: z.boolean() }),
      ),
    }),
  ),
  validDomains: z.array(z.string()),
  webApplicationInfo: z.object({ id: z.string(), resource: z.string() }),
});

const manifestFile = readJson('manifest/teams/manifest.json');
const manifest = schema.parse(manifestFile);
const english = z.record(z.string(), z.string()).parse(readJson('manifest/teams/en.json'));
const lists = manifest.bots[0]?.commandLists ?? [];
const commands = lists.flatMap((list, at) =>
  list.commands.map(({ title }, index) => ({
    title,
    inEnglish: english[`bots[0].commandLists[${at}].commands[${index}].title`] ?? '',
  })),
);

test('the bot lives in private chats, channels and group chats', () => {
  expect(manifest.bots.map((bot) => bot.scopes)).toEqual([['personal', 'team', 'groupChat']]);
  expect(lists.map((list) => list.scopes)).toEqual([['personal'], ['team', 'groupChat']]);
});

test('the bot accepts files and messages', () => {
  expect(manifest.bots).toMatchObject([{ supportsFiles: true, isNotificationOnly: false }]);
});

test('a person can install the app, and a team or group can add it as a bot', () => {
  expect(manifest.defaultInstallScope).toBe('personal');
  expect(manifest.defaultGroupCapability).toEqual({ team: 'bot', groupchat: 'bot' });
});

test('the app asks for no permission of its own: neither for a team’s messages nor for a device', () => {
  for (const asking of ['permissions', 'devicePermissions', 'authorization'])
    expect(manifestFile).not.toHaveProperty(asking);
});

test('everything has the app’s id, which differs by installation', () => {
  const { id, bots, composeExtensions, webApplicationInfo } = manifest;
  const ids = [
    id,
    ...bots.map((bot) => bot.botId),
    ...composeExtensions.map((one) => one.botId),
    webApplicationInfo.id,
  ];
  expect(ids).toEqual(Array(4).fill('{{APP_ID}}'));
});

test('the message extension starts from any message, the command box or the composer, and opens a form of the bot', () => {
  const [action] = manifest.composeExtensions.flatMap((extension) => extension.commands);
  expect(action).toMatchObject({ id: 'create-request', type: 'action', fetchTask: true });
  expect(action?.context).toEqual(['message', 'commandBox', 'compose']);
});

test('the chat comes first, then the overview, then Teams’ page about the app', () => {
  expect(manifest.staticTabs.map((tab) => tab.entityId)).toEqual(['conversations', 'overview', 'about']);
  expect(manifest.staticTabs.flatMap((tab) => tab.scopes)).toEqual(['personal', 'personal', 'personal']);
});

test('the overview opens on the bot’s own domain, and Teams tells it the language and the look', () => {
  const overview = manifest.staticTabs[1];
  // On phones Teams fills in only these older names:
  // https://learn.microsoft.com/microsoftteams/platform/tabs/how-to/access-teams-context
  expect(overview?.contentUrl).toBe('https://{{DOMAIN}}/tab/?locale={locale}&theme={theme}');
  expect(overview?.websiteUrl).toBe('https://{{DOMAIN}}/tab/');
  expect(manifest.validDomains).toEqual(['{{DOMAIN}}']);
});

test('the address for sign-in in the tab has the form that an app with bot and tab needs', () => {
  // https://learn.microsoft.com/microsoftteams/platform/tabs/how-to/authentication/tab-sso-register-aad
  expect(manifest.webApplicationInfo.resource).toBe('api://{{DOMAIN}}/botid-{{APP_ID}}');
});

test.each(commands)(
  '“$title” and its English name “$inEnglish” are the same command to the bot',
  ({ title, inEnglish }) => {
    const command = commandIn(title);
    expect(command).not.toBeNull();
    expect(commandIn(inEnglish)?.action).toBe(command?.action);
  },
);

test('every text that a person reads exists in English too', () => {
  const texts = [
    ...['name.short', 'name.full', 'description.short', 'description.full'],
    ...lists.flatMap((list, at) =>
      list.commands.flatMap((_command, index) => [
        `bots[0].commandLists[${at}].commands[${index}].title`,
        `bots[0].commandLists[${at}].commands[${index}].description`,
      ]),
    ),
    ...manifest.composeExtensions.flatMap(({ commands }, at) =>
      commands.flatMap((_command, index) => [
        `composeExtensions[${at}].commands[${index}].title`,
        `composeExtensions[${at}].commands[${index}].description`,
      ]),
    ),
    ...manifest.staticTabs.flatMap(({ name }, at) => (name === undefined ? [] : [`staticTabs[${at}].name`])),
  ];
  expect(Object.keys(english).filter((key) => key !== '$schema')).toEqual(texts);
  expect(manifest.localizationInfo).toEqual({
    defaultLanguageTag: 'da',
    additionalLanguages: [{ languageTag: 'en', file: 'en.json' }],
  });
});

test('the manifest names the newest schema that Microsoft’s validator knows', () => {
  const known = readdirSync(schemasFolder).flatMap((folder) => /^v1\.(\d+)$/.exec(folder)?.[1] ?? []);
  expect(manifest.manifestVersion).toBe(`1.${Math.max(...known.map(Number))}`);
});

test('the app has the version of the project', () => {
  expect(readJson('package.json')).toMatchObject({ version: manifest.version });
});

test('the installation guide says how to fill every placeholder', () => {
  const guide = readText('docs/install-teams.md');
  expect(placeholdersIn(guide)).toEqual(placeholdersIn(readText('manifest/teams/manifest.json')));
});
