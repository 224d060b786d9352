import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { languages } from '../domain/vocabulary.ts';
import { gallery } from './cards/gallery.ts';
import { readSaid } from './cards/sample-words.ts';
import { galleryPage, type Picture } from './gallery/markdown.ts';
import { pictureFile, takePicture, worthAPicture } from './gallery/pictures.ts';
import { openStudio, screens } from './gallery/studio.ts';

/**
 * `npm run gallery` redraws the cards in docs/cards/. `-- --out DIR` draws elsewhere, `--language en` in English,
 * `--all` draws every case, the longest texts included, on every screen.
 */
const mostBytes = 6 * 1024 * 1024;
const { values } = parseArgs({
  options: {
    out: { type: 'string', default: join(import.meta.dirname, '../docs/cards') },
    language: { type: 'string', default: 'da' },
    all: { type: 'boolean', default: false },
  },
});
const { out, all } = values;
const language = languages.find((one) => one === values.language);
if (!language) throw new Error(`--language is one of ${languages.join(', ')}`);

const cases = gallery(readSaid(), language);
const wanted = all
  ? cases.map((one) => ({ one, screens: Object.keys(screens) as Array<keyof typeof screens> }))
  : worthAPicture(cases);

mkdirSync(out, { recursive: true });
for (const old of readdirSync(out)) if (old.endsWith('.webp')) rmSync(join(out, old));
const studio = await openStudio();
const pictures: Picture[] = [];
let bytes = 0;
for (const { one, screens: on } of wanted) {
  for (const screen of on) {
    const file = pictureFile(one, screen);
    const picture = await takePicture(studio, one, screen, language);
    writeFileSync(join(out, file), picture);
    pictures.push({ file, one, screen });
    bytes += picture.length;
  }
}
await studio.close();
writeFileSync(join(out, 'README.md'), galleryPage(pictures));
process.stdout.write(`${pictures.length} pictures, ${Math.round(bytes / 1024)} KB, in ${out}\n`);
if (!all && bytes > mostBytes) throw new Error(`The pictures have more than ${mostBytes} bytes`);
