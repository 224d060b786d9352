import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { languages } from '../domain/vocabulary.ts';
import { nameOf, render } from './cards/case.ts';
import { gallery } from './cards/gallery.ts';
import { readSaid } from './cards/sample-words.ts';

/**
 * `npm run -s cards -- DIR` writes every card, form and modal in both languages as the JSON that each platform gets:
 * `<name>.<case>.<language>.teams.json` and `.slack.json`. Without a folder: exit code 2.
 */
const [folder] = process.argv.slice(2);
if (!folder) {
  process.stderr.write('Usage: npm run -s cards -- DIR\n');
  process.exit(2);
}

mkdirSync(folder, { recursive: true });
const said = readSaid();
let written = 0;
for (const language of languages) {
  for (const one of gallery(said, language)) {
    for (const [platform, json] of Object.entries(render(one, language))) {
      if (json === null) continue;
      const file = `${nameOf(one)}.${language}.${platform}.json`;
      writeFileSync(join(folder, file), `${JSON.stringify(json, null, 2)}\n`);
      written += 1;
    }
  }
}
process.stdout.write(`${written} files written to ${folder}\n`);
