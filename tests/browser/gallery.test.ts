import { languages } from '../../domain/vocabulary.ts';
import { type Case, nameOf, render } from '../../scripts/cards/case.ts';
import { gallery } from '../../scripts/cards/gallery.ts';
import { readSaid } from '../../scripts/cards/sample-words.ts';
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

  /** Every part that does not fit its place or that the playground cannot draw, in words. */
  const misfits = () =>
    studio.tab.evaluate(`[...document.querySelectorAll('main *')].flatMap((node) => {
      if (node.matches('.unsupported')) return ['not drawn: ' + node.textContent];
      if (node.matches('select, option, input, textarea')) return [];
      const { right } = node.getBoundingClientRect();
      const isCut = getComputedStyle(node).overflow === 'hidden' && node.scrollWidth > node.clientWidth;
      return isCut || right > document.documentElement.clientWidth + 0.5 ? ['too wide: ' + node.outerHTML.slice(0, 120)] : [];
    })`);

  test('finds parts that are too wide or cannot be drawn', async () => {
    const [one] = pictured;
    const { teams } = one ? render(one, 'da') : { teams: null };
    if (!teams) throw new Error('no card for Teams');
    const body = [{ type: 'Karrusel' }, { type: 'TextBlock', text: 'x'.repeat(200) }];
    await studio.show({ teams: { ...teams, body } as never, slack: { text: '', blocks: [] } }, 'teams', 'da');
    await studio.look('light', 'phone');
    const found = ((await misfits()) as string[]).map((misfit) => misfit.split(':')[0]);
    expect(new Set(found)).toEqual(new Set(['not drawn', 'too wide']));
  });

  test.each(languages)(
    'fits beside other chats and on a phone, with the longest texts, in %s',
    async (language) => {
      const found: string[] = [];
      for (const one of gallery(readSaid(), language)) {
        for (const platform of platforms) {
          if (!(await studio.show(render(one, language), platform, language))) continue;
          for (const screen of Object.keys(screens) as Array<keyof typeof screens>) {
            await studio.look('light', screen);
            for (const misfit of (await misfits()) as string[])
              found.push(`${nameOf(one)}, ${platform}, ${screen}: ${misfit}`);
          }
        }
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
