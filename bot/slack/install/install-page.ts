import { createHash } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';
import { escapeUTF8 } from 'entities';
import { installTexts, type Outcome } from '../../../locales/edges/slack-install.ts';
import { languageOf } from '../../conversation/language.ts';
import type { PageAnswer } from '../../web/server.ts';

const statuses: Record<Outcome['outcome'], number> = {
  connected: 200,
  installed: 200,
  elsewhere: 409,
  denied: 200,
  stale: 403,
  link: 403,
  refused: 400,
  unavailable: 502,
};

const style =
  ':root{color-scheme:light dark;font:1.125rem/1.6 system-ui,sans-serif}main{max-width:36rem;margin:4rem auto;padding:0 1.5rem}h1{line-height:1.25}';
const styleHash = createHash('sha256').update(style).digest('base64');

/** Says in the browser's language what happened and what comes next. */
export function outcomePage(headers: IncomingHttpHeaders, outcome: Outcome): PageAnswer {
  const language = languageOf(headers['accept-language']);
  const { title, lines } = installTexts[language](outcome);
  const paragraphs = lines.map((line) => `<p>${escapeUTF8(line)}</p>`).join('\n');
  return {
    status: statuses[outcome.outcome],
    headers: {
      'content-language': language,
      'content-security-policy': `default-src 'none'; style-src 'sha256-${styleHash}'; form-action 'none'; frame-ancestors 'none'; base-uri 'none'`,
    },
    html: `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeUTF8(title)} – Forenklingsbot</title>
<style>${style}</style>
</head>
<body>
<main>
<h1>${escapeUTF8(title)}</h1>
${paragraphs}
</main>
</body>
</html>
`,
  };
}
