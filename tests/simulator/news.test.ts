import { type Platforms, startPlatforms } from './platforms.ts';

let platforms: Platforms;
beforeAll(async () => {
  platforms = await startPlatforms();
});
afterAll(() => platforms.stop());

test('refuses to count since a moment that is none', async () => {
  const ask = (since: string) => fetch(`${platforms.simulator.url}/playground/api/news?since=${since}`);
  expect([(await ask('')).status, (await ask('engang')).status, (await ask('2026-11-24T08:02:00Z')).status]).toEqual([
    400, 400, 200,
  ]);
});
