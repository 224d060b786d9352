import { createHash } from 'node:crypto';
import { escapeUTF8 } from 'entities';
import type { Language } from '../../domain/vocabulary.ts';

const style =
  ':root{color-scheme:light dark;font:1.125rem/1.6 system-ui,sans-serif}main{max-width:36rem;margin:4rem auto;padding:0 1.5rem}h1{line-height:1.25}button{font:inherit;padding:.5rem 1.5rem}';
const styleHash = createHash('sha256').update(style).digest('base64');

export interface Told {
  title: string;
  /** Each is a paragraph of plain text. */
  lines: readonly string[];
  /** The label of a button that posts to the page's own address; absent: there is none. */
  button?: string;
}

/** Makes a page of ours for a browser. It runs and loads nothing, and posts nowhere but to its own address. */
export function htmlPage(
  language: Language,
  { title, lines, button }: Told,
): { headers: Record<string, string>; html: string } {
  const paragraphs = lines.map((line) => `<p>${escapeUTF8(line)}</p>`).join('\n');
  const form =
    button === undefined ? '' : `\n<form method="post"><button type="submit">${escapeUTF8(button)}</button></form>`;
  const formAction = button === undefined ? "'none'" : "'self'";
  return {
    headers: {
      'content-type': 'text/html; charset=utf-8',
      'content-language': language,
      'content-security-policy': `default-src 'none'; style-src 'sha256-${styleHash}'; form-action ${formAction}; frame-ancestors 'none'; base-uri 'none'`,
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
${paragraphs}${form}
</main>
</body>
</html>
`,
  };
}
