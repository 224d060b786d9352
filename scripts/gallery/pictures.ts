import type { Language } from '../../domain/vocabulary.ts';
import { type Case, nameOf, render } from '../cards/case.ts';
import type { Platform, Shot } from './page.ts';
import { platforms, type Screen, type Studio, type Theme, themes } from './studio.ts';

const platformNames: Readonly<Record<Platform, string>> = { teams: 'Teams', slack: 'Slack' };

/** Cases of very full or empty cards, which say little about the look of a card. */
const extreme = /^(longest|empty|quiet|all-roles)/;

/** Cases that deserve a picture beside the first one of their card. */
const telling = [
  ...['arrived', 'anonymous', 'overdue', 'late', 'spoken-of-owner', 'partly', 'guidance', 'declined', 'problems'],
  'no-date-asked',
  ...['file-too-large', 'file-holds-programs', 'file-only-a-link', 'revised', 'sent-twice', 'comment-kept-first'],
  ...[
    'turned',
    'which-area',
    'refused-before',
    'wish-of-owner',
    'two-wishes',
    'together',
    'joined',
    'withdrawn-undoable',
    'thanks',
    'processowner',
    'manager',
    'admin',
    'cancelled',
    'owner',
    'following',
    'stranger',
    'guest',
    'contains-cpr',
  ],
];

/** For each card and form, the first case that is neither full nor empty, and the telling ones. */
export function worthAPicture(cases: readonly Case[]): Array<{ one: Case; screens: readonly Screen[] }> {
  const seen = new Set<string>();
  return cases.flatMap((one): Array<{ one: Case; screens: readonly Screen[] }> => {
    const [name = ''] = nameOf(one).split('.');
    const isFirst = !seen.has(name) && !extreme.test(one.called);
    if (isFirst) seen.add(name);
    if (isFirst) return [{ one, screens: ['wide', 'phone'] }];
    return telling.includes(one.called) ? [{ one, screens: ['wide'] }] : [];
  });
}

export function pictureFile(one: Case, screen: Screen): string {
  return `${nameOf(one)}${screen === 'phone' ? '.phone' : ''}.webp`;
}

/** A case on both platforms in both themes, as WebP. */
export async function takePicture(studio: Studio, one: Case, screen: Screen, language: Language): Promise<Buffer> {
  const shots: Shot[] = [];
  const rendered = render(one, language);
  for (const platform of platforms) {
    if (!(await studio.show(rendered, platform, language))) continue;
    for (const theme of themesOn(screen, platform)) {
      await studio.look(theme, screen);
      shots.push({ caption: `${platformNames[platform]}, ${theme}`, picture: await studio.shoot() });
    }
  }
  return studio.makeSheet(shots, 2);
}

/** One theme is enough on a phone, since colours do not depend on the width. */
function themesOn(screen: Screen, platform: Platform): readonly Theme[] {
  if (screen === 'wide') return themes;
  return platform === 'teams' ? ['light'] : ['dark'];
}
