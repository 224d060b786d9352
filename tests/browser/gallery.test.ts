import { type Language, languages } from '../../domain/vocabulary.ts';
import { type Case, nameOf, render } from '../../scripts/cards/case.ts';
import { gallery } from '../../scripts/cards/gallery.ts';
import { readSaid } from '../../scripts/cards/sample-words.ts';
import type { GalleryPage } from '../../scripts/gallery/page.ts';
import { takePicture, worthAPicture } from '../../scripts/gallery/pictures.ts';
import { openStudio, platforms, type Studio, screens, themes } from '../../scripts/gallery/studio.ts';
import { violationsIn } from './accessible.ts';
import { describeInBrowser } from './chromium.ts';

describeInBrowser('every card as it looks', () => {
  let studio: Studio;
  beforeAll(async () => {
    studio = await openStudio();
  }, 60_000);
  afterAll(() => studio.close());

  const cases = gallery(readSaid(), 'da');
  const pictured = worthAPicture(cases).map(({ one }) => one);

  type Specimen = Parameters<GalleryPage['show']>[0] & { name: string };
  const specimensOf = (one: Case, language: Language): Specimen[] => {
    const rendered = render(one, language);
    return platforms.flatMap((platform) => {
      const json = rendered[platform];
      return json === null ? [] : [{ name: `${nameOf(one)}, ${platform}`, platform, json, language }];
    });
  };

  /**
   * Draws one after another and tells, in words, every part that does not fit its place or that the playground cannot draw.
   * All in one call: most of the time of one card went into asking for it, and into pictures that nobody looks at.
   */
  const misfits = (specimens: readonly Specimen[]): Promise<string[]> =>
    studio.tab.evaluate(
      `${JSON.stringify(specimens)}.flatMap(({ name, ...specimen }) => {
        galleryPage.show(specimen);
        return [...document.querySelectorAll('main *')].flatMap((node) => {
          if (node.matches('.unsupported')) return [name + ': not drawn: ' + node.textContent];
          if (node.matches('select, option, input, textarea')) return [];
          const { right } = node.getBoundingClientRect();
          const isCut = getComputedStyle(node).overflow === 'hidden' && node.scrollWidth > node.clientWidth;
          return isCut || right > document.documentElement.clientWidth + 0.5 ? [name + ': too wide: ' + node.outerHTML.slice(0, 120)] : [];
        });
      })`,
    );

  test('finds parts that are too wide or cannot be drawn', async () => {
    const [one] = pictured;
    const { teams } = one ? render(one, 'da') : { teams: null };
    if (!teams) throw new Error('no card for Teams');
    const body = [{ type: 'Karrusel' }, { type: 'TextBlock', text: 'x'.repeat(200) }];
    await studio.look('light', 'phone');
    const json = { ...teams, body } as never;
    const found = await misfits([{ name: 'bad', platform: 'teams', json, language: 'da' }]);
    expect(new Set(found.map((misfit) => misfit.split(': ')[1]))).toEqual(new Set(['not drawn', 'too wide']));
  });

  test.each(languages)(
    'fits beside other chats and on a phone, with the longest texts, in %s',
    async (language) => {
      const specimens = gallery(readSaid(), language).flatMap((one) => specimensOf(one, language));
      const found: string[] = [];
      for (const screen of Object.keys(screens) as Array<keyof typeof screens>) {
        await studio.look('light', screen);
        found.push(...(await misfits(specimens)).map((misfit) => `${screen}, ${misfit}`));
      }
      expect(found).toEqual([]);
    },
    120_000,
  );

  const seen = pictured.map((one): [string, Case] => [nameOf(one), one]);

  test.each(seen)(
    'everybody can read %s, in light and dark',
    async (_, one) => {
      for (const platform of platforms) {
        if (!(await studio.show(render(one, 'da'), platform, 'da'))) continue;
        for (const theme of themes) {
          await studio.look(theme, 'phone');
          expect([platform, theme, await violationsIn(studio.tab)]).toEqual([platform, theme, []]);
        }
      }
    },
    60_000,
  );

  test('every card and form has its picture', () => {
    const names = (some: readonly Case[]) => [
      ...new Set(some.map((one) => nameOf(one).slice(0, -one.called.length - 1))),
    ];
    expect(names(pictured)).toEqual(names(cases));
  });

  test('the same card gives the same picture', async () => {
    const [one] = pictured;
    if (!one) throw new Error('no card');
    const first = await takePicture(studio, one, 'wide', 'da');
    expect(first.subarray(8, 12).toString()).toBe('WEBP');
    expect((await takePicture(studio, one, 'wide', 'da')).equals(first)).toBe(true);
  }, 60_000);
});
