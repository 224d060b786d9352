import { zipSync } from 'fflate';
import { z } from 'zod';
import type { TeamsArguments } from './arguments.ts';
import { pngSize } from './png.ts';
import { schemaProblems } from './teams-schema.ts';
import { fill, InvalidTemplate, readJsonTemplate, readTemplate, unfilled } from './template.ts';

/** The part of the manifest that names the package's other files; Microsoft's schema checks the rest. */
const leads = z.looseObject({
  manifestVersion: z.string(),
  version: z.string(),
  icons: z.looseObject({ color: z.string(), outline: z.string() }),
  localizationInfo: z
    .looseObject({ additionalLanguages: z.array(z.looseObject({ file: z.string() })).default([]) })
    .default({ additionalLanguages: [] }),
});

/** Pixels, from https://learn.microsoft.com/microsoftteams/platform/concepts/build-and-test/apps-package#app-icons. */
const iconSizes = { color: 192, outline: 32 } as const;

/** An arbitrary fixed time, so that the same input gives the same bytes; zip has no time before 1980. */
const noTime = new Date(2000, 0, 1);

interface Package {
  zip: Uint8Array;
  version: string;
  schemaVersion: string;
}

/** The Teams app package, checked as a whole; throws `InvalidTemplate` with all problems. */
export async function teamsPackage(args: TeamsArguments, folder: string): Promise<Package> {
  const home = `https://${args.domain}/`;
  const filled = fill(await readJsonTemplate(folder, 'manifest.json'), {
    APP_ID: args['app-id'],
    DOMAIN: args.domain,
    MUNICIPALITY: args.municipality ?? 'Forenklingsbot',
    WEBSITE_URL: args.website ?? home,
    PRIVACY_URL: args.privacy ?? home,
    TERMS_URL: args.terms ?? home,
  });
  const given = args.version === undefined ? {} : { version: args.version };
  const manifest = typeof filled === 'object' ? { ...filled, ...given } : filled;
  const { data, error } = leads.safeParse(manifest);
  if (error)
    throw new InvalidTemplate(error.issues.map(({ path, message }) => `manifest.json: ${path.join('.')}: ${message}.`));

  const problems = [
    ...unfilled('manifest.json', manifest),
    ...(await schemaProblems('manifest.json', manifest, data.manifestVersion, 'MicrosoftTeams')),
  ];
  const files: Record<string, Uint8Array> = { 'manifest.json': json(manifest) };
  const take = async (file: string, read: () => Promise<Uint8Array>) => {
    try {
      files[file] = await read();
    } catch (failure) {
      if (!(failure instanceof InvalidTemplate)) throw failure;
      problems.push(failure.message);
    }
  };

  for (const { file } of data.localizationInfo.additionalLanguages) {
    await take(file, async () => {
      const texts = await readJsonTemplate(folder, file);
      problems.push(...(await schemaProblems(file, texts, data.manifestVersion, 'MicrosoftTeams.Localization')));
      return json(texts);
    });
  }
  for (const [icon, side] of Object.entries(iconSizes)) {
    const file = data.icons[icon as keyof typeof iconSizes];
    await take(file, async () => {
      const bytes = await readTemplate(folder, file);
      const size = pngSize(bytes);
      if (size?.[0] !== side || size[1] !== side)
        problems.push(`${file}: must be a PNG of ${side} x ${side} pixels; it is ${size?.join(' x ') ?? 'no PNG'}.`);
      return bytes;
    });
  }
  if (problems.length > 0) throw new InvalidTemplate(problems);
  return { zip: zipSync(files, { mtime: noTime }), version: data.version, schemaVersion: data.manifestVersion };
}

const json = (content: unknown) => Buffer.from(`${JSON.stringify(content, null, 2)}\n`);
