import { execFile } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { checkAdaptiveCard } from '../../cards/render/adaptive/check.ts';
import { asDialog } from '../../cards/render/adaptive/dialog.ts';
import { renderCardModal } from '../../cards/render/block-kit/card.ts';
import { checkBlocks, checkModal } from '../../cards/render/block-kit/check.ts';
import { areas, type Language, languages } from '../../domain/vocabulary.ts';
import { type Case, nameOf, nonce, render } from '../../scripts/cards/case.ts';
import { gallery } from '../../scripts/cards/gallery.ts';
import { readSaid, type Said } from '../../scripts/cards/sample-words.ts';
import { pictureFile, worthAPicture } from '../../scripts/gallery/pictures.ts';
import { messageRefusal, viewRefusal } from '../../simulator/slack/limits.ts';
import { allTexts, wordsOnlyIn } from './locale-words.ts';
import { complaintsAbout } from './render/published-parser.ts';
import { visibleTexts } from './visible-texts.ts';

const titled = (said: { shortest: Said; longest: Said }) =>
  languages.flatMap((language) =>
    gallery(said, language).map((one) => ({ title: `${nameOf(one)}.${language}`, one, language })),
  );

const real = titled(readSaid());

test('has a picture in docs/cards for each card and form, and no other', () => {
  const pictured = worthAPicture(gallery(readSaid(), 'da'));
  const files = pictured.flatMap(({ one, screens }) => screens.map((screen) => pictureFile(one, screen)));
  const folder = join(import.meta.dirname, '../../docs/cards');
  expect(readdirSync(folder).sort()).toEqual(['README.md', ...files].sort());
});

test('gives each case a name of its own', () => {
  const titles = real.map(({ title }) => title);
  expect(titles.filter((title, index) => titles.indexOf(title) !== index)).toEqual([]);
});

describe.each(real)('$title', ({ one, language }) => {
  const { teams, slack } = render(one, language);

  test('passes our check and the published parser for Teams', () => {
    if (teams === null) return expect(one.shows).toBe('home');
    expect(checkAdaptiveCard(teams)).toEqual([]);
    expect(complaintsAbout(teams)).toEqual([]);
    expect(complaintsAbout(asDialog(teams))).toEqual([]);
  });

  test('passes our check and the simulator for Slack', () => {
    if ('text' in slack) {
      expect(checkBlocks(slack.blocks, 'message')).toEqual([]);
      expect(messageRefusal({ ...slack })).toBeNull();
    } else {
      expect(slack.type === 'modal' ? checkModal(slack) : checkBlocks(slack.blocks, 'home')).toEqual([]);
      expect(viewRefusal({ ...slack })).toBeNull();
    }
  });

  test('passes the checks for Slack as a modal', () => {
    if (one.shows !== 'card') return expect(['home', 'form']).toContain(one.shows);
    const modal = renderCardModal(one.card, nonce, language);
    expect(checkModal(modal)).toEqual([]);
    expect(viewRefusal({ ...modal })).toBeNull();
  });

  test('has at most one primary button', () => {
    const actions = one.shows === 'form' ? [] : one.card.actions;
    expect(actions.filter((ref) => 'style' in ref && ref.style === 'primary').length).toBeLessThanOrEqual(1);
  });

  test('holds no word that only a machine would use', () => {
    for (const text of visibleTexts([teams, slack])) {
      expect(text).not.toMatch(
        /\bundefined\b|\bnull\b|\[object|NaN|Invalid Date|\{\{|[0-9a-f]{8}-[0-9a-f]{4}-|[0-9a-f]{24}/,
      );
    }
  });
});

/** A sign replaces all that people wrote, and our own words remain. */
const sign = 'qqq';
const silent: Said = {
  request: sign,
  measure: sign,
  expectedImprovement: sign,
  nowPossible: sign,
  whatItTakes: sign,
  where: sign,
  lookedAt: sign,
  horizon: { text: sign, start: '2027-01-01', end: '2027-06-30' },
  reason: sign,
  question: sign,
  comment: sign,
  files: [`${sign}.png`],
  leader: sign,
  owner: sign,
  institution: sign,
  administration: sign,
  units: [`${sign} 1`, `${sign} 2`],
  municipality: sign,
  contact: sign,
};

let foreign: Record<Language, string[]>;
beforeAll(async () => {
  const all = await allTexts();
  foreign = { da: wordsOnlyIn(all, 'en'), en: wordsOnlyIn(all, 'da') };
});
const codes = areas.filter((area) => area !== 'personale' && area !== 'it' && area !== 'kommunikation');

describe.each(titled({ shortest: silent, longest: silent }))('$title', ({ one, language }) => {
  const texts = ourTexts(one, language);

  test('has no word of the other language', () => {
    expect(foreign[language].filter((words) => texts.some((text) => hasWords(text, words)))).toEqual([]);
  });

  test('has no name from our code', () => {
    expect(texts.filter((text) => /\p{Ll}\p{Lu}/u.test(text) || codes.some((code) => hasWords(text, code)))).toEqual(
      [],
    );
  });
});

function ourTexts(one: Case, language: Language): string[] {
  const { teams, slack } = render(one, language);
  return visibleTexts([teams, slack]);
}

function hasWords(text: string, words: string): boolean {
  return ` ${text} `.split(words).some((before, index, all) => {
    const after = all[index + 1];
    return after !== undefined && !/\p{L}$/u.test(before) && !/^[\p{L}@]/u.test(after);
  });
}

describe('the command', () => {
  const program = join(import.meta.dirname, '../../scripts/cards.ts');
  const cards = (...args: string[]) => promisify(execFile)(process.execPath, [program, ...args]);

  test('writes every case in both languages, and the same each time', async () => {
    const folders = [1, 2].map(() => mkdtempSync(join(tmpdir(), 'cards-')));
    const written = await Promise.all(
      folders.map(async (folder) => {
        await cards(folder);
        return readdirSync(folder).map((file) => [file, readFileSync(join(folder, file), 'utf8')]);
      }),
    );
    for (const folder of folders) rmSync(folder, { recursive: true });
    expect(written[0]).toEqual(written[1]);
    const files = (written[0] ?? []).map(([file]) => file);
    expect(files).toEqual(expect.arrayContaining(real.map(({ title }) => `${title}.slack.json`)));
    expect(files).toEqual(
      expect.arrayContaining(real.filter(({ one }) => one.shows !== 'home').map(({ title }) => `${title}.teams.json`)),
    );
  });

  test('names the missing folder', async () => {
    await expect(cards()).rejects.toMatchObject({ code: 2, stderr: 'Usage: npm run -s cards -- DIR\n' });
  });
});
