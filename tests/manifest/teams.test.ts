import { z } from 'zod';
import { understand } from '../../handlers/understand.ts';
import { placeholdersIn, pngSize, readJson, readText } from './manifest-files.ts';

const command = z.object({ title: z.string(), description: z.string() });
const schema = z.object({
  $schema: z.string(),
  manifestVersion: z.string(),
  version: z.string(),
  id: z.string(),
  localizationInfo: z.object({
    defaultLanguageTag: z.string(),
    additionalLanguages: z.array(z.object({ languageTag: z.string(), file: z.string() })),
  }),
  name: z.object({ short: z.string(), full: z.string() }),
  description: z.object({ short: z.string(), full: z.string() }),
  icons: z.object({ color: z.string(), outline: z.string() }),
  bots: z.array(
    z.object({
      botId: z.string(),
      scopes: z.array(z.string()),
      supportsFiles: z.boolean(),
      isNotificationOnly: z.boolean(),
      commandLists: z.array(z.object({ scopes: z.array(z.string()), commands: z.array(command) })),
    }),
  ),
  validDomains: z.array(z.string()),
});

const manifestFile = readJson('manifest/teams/manifest.json');
const manifest = schema.parse(manifestFile);
const english = z.record(z.string(), z.string()).parse(readJson('manifest/teams/en.json'));
const commands = manifest.bots.flatMap((bot) => bot.commandLists.flatMap((list) => list.commands));
const englishTitle = (index: number) => english[`bots[0].commandLists[0].commands[${index}].title`] ?? '';

test('the bot lives in private chats and nowhere else', () => {
  expect(manifest.bots.map((bot) => bot.scopes)).toEqual([['personal']]);
  expect(manifest.bots.flatMap((bot) => bot.commandLists.map((list) => list.scopes))).toEqual([['personal']]);
});

test('the bot takes no files and is written to', () => {
  expect(manifest.bots).toMatchObject([{ supportsFiles: false, isNotificationOnly: false }]);
});

test('the app asks for no permission and opens no web page', () => {
  expect(manifest.validDomains).toEqual([]);
  for (const asking of ['permissions', 'devicePermissions', 'webApplicationInfo', 'authorization']) {
    expect(manifestFile).not.toHaveProperty(asking);
  }
});

test('app and bot have the same id, which differs by installation', () => {
  expect([manifest.id, manifest.bots[0]?.botId]).toEqual(['{{APP_ID}}', '{{APP_ID}}']);
});

test.each(commands.map(({ title }, index) => [title, englishTitle(index)]))(
  '“%s” and its English name “%s” are the same command to the bot',
  (danish, inEnglish) => {
    const { action } = understand(danish, 'r');
    expect(action).not.toBe('draft-request');
    expect(understand(inEnglish, 'r').action).toBe(action);
  },
);

test('everything a person reads is there in English too', () => {
  const texts = [
    ...['name.short', 'name.full', 'description.short', 'description.full'],
    ...commands.flatMap((_command, index) => [
      `bots[0].commandLists[0].commands[${index}].title`,
      `bots[0].commandLists[0].commands[${index}].description`,
    ]),
  ];
  expect(Object.keys(english).filter((key) => key !== '$schema')).toEqual(texts);
  expect(manifest.localizationInfo).toEqual({
    defaultLanguageTag: 'da',
    additionalLanguages: [{ languageTag: 'en', file: 'en.json' }],
  });
});

test('names and short descriptions fit where Teams shows them', () => {
  const { name, description } = manifest;
  const lengths = (texts: ReadonlyArray<string | undefined>) => texts.map((text) => text?.length ?? 0);
  // Limits of the manifest schema that the file names.
  for (const length of lengths([name.short, english['name.short']])) expect(length).toBeLessThanOrEqual(30);
  for (const length of lengths([name.full, english['name.full']])) expect(length).toBeLessThanOrEqual(100);
  for (const length of lengths([description.short, english['description.short']]))
    expect(length).toBeLessThanOrEqual(80);
  expect(commands.length).toBeLessThanOrEqual(12);
});

test('the icons have the sizes that Teams asks for', () => {
  expect(pngSize(`manifest/teams/${manifest.icons.color}`)).toEqual([192, 192]);
  expect(pngSize(`manifest/teams/${manifest.icons.outline}`)).toEqual([32, 32]);
});

test('manifest and English texts name the same schema version', () => {
  const folder = `https://developer.microsoft.com/json-schemas/teams/v${manifest.manifestVersion}`;
  expect(manifest.$schema).toBe(`${folder}/MicrosoftTeams.schema.json`);
  expect(english.$schema).toBe(`${folder}/MicrosoftTeams.Localization.schema.json`);
});

test('the app has the version of the project', () => {
  expect(readJson('package.json')).toMatchObject({ version: manifest.version });
});

test('the installation guide says how to fill every placeholder', () => {
  const guide = readText('docs/install-teams.md');
  expect(placeholdersIn(guide)).toEqual(placeholdersIn(readText('manifest/teams/manifest.json')));
});
