import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { installedChromium, noChromium } from '../../scripts/gallery/chromium.ts';

/** On CI a missing browser is a failure; elsewhere the tests that need one are skipped with a clear notice. */
if (!installedChromium && process.env.CI) throw new Error(`${noChromium}: CI must install one`);
if (!installedChromium) process.stderr.write('\n!! NO CHROMIUM FOUND: THE BROWSER TESTS ARE NOT RUN !!\n\n');

// Skipped only where no browser is installed, see above.
export const describeInBrowser = installedChromium ? describe : describe.skip;

/** Pictures of the run are kept for people who want to look. */
export function pictureFile(name: string): string {
  const folder = join(import.meta.dirname, '../../test-results');
  mkdirSync(folder, { recursive: true });
  return join(folder, `${name}.png`);
}
