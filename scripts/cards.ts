import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { languages } from '../domain/vocabulary.ts';
import { casesIn } from './cards/cases.ts';
import { forSlack, forTeams } from './cards/render.ts';

/**
 * `npm run -s cards -- DIR` writes every card, form and modal in both languages as the JSON that each platform gets:
 * `<name>.<case>.<language>.teams.json` and `.slack.json`.
 */
const [folder] = process.argv.slice(2);
if (!folder) {
  process.stderr.write('Usage: npm run -s cards -- DIR\n');
  process.exit(2);
}

mkdirSync(folder, { recursive: true });
let written = 0;
for (const language of languages) {
  for (const one of casesIn(language)) {
    for (const [platform, json] of [['teams', forTeams(one, language)] as const, ['slack', forSlack(one)] as const]) {
      if (json === null) continue;
      writeFileSync(
        join(folder, `${one.name}.${one.case}.${language}.${platform}.json`),
        JSON.stringify(json, null, 2),
      );
      written += 1;
    }
  }
}
process.stdout.write(`${written} files written to ${folder}\n`);
