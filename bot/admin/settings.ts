import { withoutChat } from '../../domain/context.ts';
import { operator } from '../../domain/people/actor.ts';
import type { Organisation } from '../../domain/people/organisation.ts';
import { changeSettings, previewSettings } from '../../domain/people/settings/change-settings.ts';
import {
  languageOfSettings,
  type OrganisationSettings,
  readSettings,
} from '../../domain/people/settings/read-settings.ts';
import { perform } from '../../domain/perform.ts';
import type { World } from '../../domain/ports.ts';
import { commandTexts } from '../../locales/edges/commands.ts';
import { settingsChangeText, settingsObstacleText } from '../../locales/people/settings-changes.ts';
import { settingsProblemText } from '../../locales/people/settings-problems.ts';
import { command, dryRunUnlessApplied, readFileOf, worldIn } from './command.ts';
import { Unusable } from './unusable.ts';

export const putOrganisation = command({
  takes: ['FILE.json'],
  options: dryRunUnlessApplied,
  async run(database, [file], _config, { apply = false }, terminal) {
    const json = (await readFileOf(file, terminal)).toString('utf8');
    const read = readSettings(json);
    if ('problems' in read) {
      const language = languageOfSettings(json) ?? terminal;
      const problems = read.problems.map((problem) => settingsProblemText(problem, language));
      throw new Unusable([...problems, commandTexts[language].refused].join('\n'));
    }
    const world = worldIn(database, withoutUnits(read.settings));
    return takeOver(world, read.settings, apply);
  },
});

/** Gives the changes of the settings in the operator's words, and whether they were made. */
async function takeOver(world: World, settings: OrganisationSettings, apply: boolean): Promise<string> {
  const { language } = settings;
  const words = commandTexts[language];
  const attempt = { world, actor: operator, input: { settings }, context: withoutChat, idempotencyKey: null };
  const preview = await perform({ ...attempt, useCase: previewSettings });
  if (!preview.ok) throw new Error(`the preview of the settings was refused: ${preview.refusal}`);
  const { changes, obstacles } = preview.value;
  const lines = changes.map((change) => settingsChangeText(change, language));
  if (obstacles.length > 0)
    throw new Unusable(
      [...lines, ...obstacles.map((obstacle) => settingsObstacleText(obstacle, language)), words.refused].join('\n'),
    );
  if (lines.length === 0) return words.nothing;
  if (!apply) return [...lines, words.dryRun].join('\n');
  const applied = await perform({ ...attempt, useCase: changeSettings });
  // The stored data have changed since the preview, and an obstacle has come up.
  if (!applied.ok) throw new Unusable(words.changedMeanwhile);
  return [...lines, words.applied].join('\n');
}

/** Gives an organisation without units: a world needs one before we know whether the organisation is stored. */
function withoutUnits({ units: _units, ...settings }: OrganisationSettings): Organisation {
  return { ...settings, units: [], closedUnits: [] };
}
