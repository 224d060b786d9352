import { pixelsOf } from './manifest-files.ts';

// https://learn.microsoft.com/microsoftteams/platform/concepts/build-and-test/apps-package#app-icons
const side = 192;
const padding = 48;

test('the colour icon keeps its symbol within the middle 96 x 96 pixels, which no shape of Teams crops', () => {
  const pixels = pixelsOf('manifest/teams/color.png');
  expect(pixels).toHaveLength(side * side);
  const outside = pixels.filter(({ x, y }) => Math.min(x, y, side - 1 - x, side - 1 - y) < padding);
  expect(new Set(outside.map(({ colours }) => colours.join()))).toEqual(new Set(['31,78,121']));
});

test('the colour icon fills its background to the edges with the app’s accent colour', () => {
  expect(pixelsOf('manifest/teams/color.png')[0]?.colours).toEqual([0x1f, 0x4e, 0x79]);
});

test('the outline icon is white on transparent and nothing else', () => {
  const pixels = pixelsOf('manifest/teams/outline.png');
  expect(pixels).toHaveLength(32 * 32);
  const drawn = pixels.filter(({ colours }) => colours[3] !== 0);
  expect(drawn.length).toBeGreaterThan(100);
  expect(new Set(drawn.map(({ colours }) => colours.slice(0, 3).join()))).toEqual(new Set(['255,255,255']));
});
