import { z } from 'zod';
import type { SlackArguments } from './arguments.ts';
import { type Manifest, slackManifest } from './slack-schema.ts';
import { fill, InvalidTemplate, readJsonTemplate, unfilled } from './template.ts';

/** The parts of the template that name the bot's addresses. */
const addressed = z.looseObject({
  features: z.looseObject({ slash_commands: z.array(z.looseObject({ url: z.unknown().optional() })) }),
  oauth_config: z.looseObject({ redirect_urls: z.unknown().optional() }),
  settings: z.looseObject({
    event_subscriptions: z.looseObject({ request_url: z.unknown().optional() }),
    interactivity: z.looseObject({ request_url: z.unknown().optional() }),
  }),
});

/** The Slack app manifest as JSON, checked as a whole; throws `InvalidTemplate` with all problems. */
export async function slackAppManifest(args: SlackArguments, folder: string): Promise<string> {
  const template = addressed.safeParse(await readJsonTemplate(folder, 'manifest.json'));
  if (template.error) throw new InvalidTemplate(inWords(template.error));
  const filled = fill(args['socket-mode'] ? withSocketMode(template.data, args.domain) : template.data, {
    ...(args.domain === undefined ? {} : { DOMAIN: args.domain }),
  });
  const result = slackManifest.safeParse(filled);
  const problems = [...unfilled('manifest.json', filled), ...(result.success ? [] : inWords(result.error))];
  if (!result.success || problems.length > 0) throw new InvalidTemplate(problems);
  return `${JSON.stringify(result.data satisfies Manifest, null, 2)}\n`;
}

/** The bot calls Slack and is not called; only the redirect after an installation needs an address of its own. */
function withSocketMode(template: z.infer<typeof addressed>, domain: string | undefined): unknown {
  const manifest = structuredClone(template);
  for (const command of manifest.features.slash_commands) delete command.url;
  delete manifest.settings.event_subscriptions.request_url;
  delete manifest.settings.interactivity.request_url;
  if (domain === undefined) delete manifest.oauth_config.redirect_urls;
  manifest.settings.socket_mode_enabled = true;
  return manifest;
}

const inWords = (error: z.ZodError) =>
  error.issues.map(({ path, message }) => `manifest.json: ${path.join('.') || 'the whole file'}: ${message}.`);
