import { join } from 'node:path';

test('a file leaves the process as it was', async () => {
  const { default: ProcessEnvironment } = await import(join(import.meta.dirname, 'environment.js'));
  const { exit } = process;
  process.env.OF_BEFORE = 'before';
  const environment = new ProcessEnvironment({ projectConfig: {} });
  await environment.setup();

  process.env.OF_BEFORE = 'changed';
  process.env.OF_THE_FILE = 'new';
  process.exit = () => {
    throw new Error('a test ends the process');
  };
  const random = environment.moduleMocker.spyOn(Math, 'random').mockReturnValue(2);
  expect(Math.random()).toBe(2);
  await environment.teardown();

  const { OF_BEFORE, OF_THE_FILE } = process.env;
  expect([OF_BEFORE, OF_THE_FILE, process.exit === exit]).toEqual(['before', undefined, true]);
  expect(random).toHaveBeenCalledTimes(1);
  expect(Math.random()).toBeLessThan(1);
});

test('modules are loaded by Node itself, once for all files of a worker', async () => {
  const one = await import(join(import.meta.dirname, '../sample-domain.ts'));
  expect(await import(join(import.meta.dirname, '../sample-domain.ts'))).toBe(one);
  expect(new Error().stack).toContain(`${import.meta.url}:`);
});
