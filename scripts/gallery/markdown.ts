import { type Case, nameOf } from '../cards/case.ts';
import type { Screen } from './studio.ts';

export interface Picture {
  file: string;
  one: Case;
  screen: Screen;
}

const intro = `# Every card, as people see it

Made by \`npm run gallery\`, which draws what the renderers make of \`scripts/cards/\` with the playground's own renderers:
Adaptive Cards with Microsoft's package, Slack's blocks with [ours](../decisions/slack-renderer.md). Real clients
differ in detail. The pictures are in Danish; \`npm run gallery -- --out DIR --language en --all\` draws every case in
English, with the longest texts, too.

The fonts are Open Sans in the place of Segoe UI and Lato, out of npm packages, and signs such as ○ come from the
machine's own fonts. With the same Chromium and the same fonts a picture has the same bytes each time.
`;

/** The gallery's page, with the pictures under the names of their cards. */
export function galleryPage(pictures: readonly Picture[]): string {
  const names = [...new Set(pictures.map(({ one }) => cardName(one)))];
  const chapters = names.map((name) => {
    const own = pictures.filter(({ one }) => cardName(one) === name);
    return [`## ${name}`, ...own.map((picture) => `![${altText(picture)}](${picture.file})`)].join('\n\n');
  });
  return `${[intro.trimEnd(), ...chapters].join('\n\n')}\n`;
}

function cardName(one: Case): string {
  return nameOf(one).slice(0, -one.called.length - 1);
}

/** The alternative text of the picture. */
function altText({ one, screen }: Picture): string {
  const title = (one.shows === 'form' ? one.form.title : one.card.title).replace(/[[\]\\]/g, '\\$&');
  const places = one.shows === 'home' ? 'Slack’s Home tab' : 'Teams and Slack';
  const looks = screen === 'phone' ? 'on a phone' : 'in light and dark';
  return `“${title}”: ${one.shows === 'form' ? 'the form' : 'the card'} ${cardName(one)} (${one.called}) in ${places}, ${looks}`;
}
