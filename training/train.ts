import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { intentFeatures } from '../domain/conversation/intents/features.ts';
import { type Intent, intents, pendings, speakers } from '../domain/conversation/intents/intent.ts';
import { areaFeatures, kindFeatures } from '../domain/requests/suggest-fields/features.ts';
import { type Nothing, nothing } from '../domain/requests/suggest-fields/nothing.ts';
import type { Model } from '../domain/text/classifier/classifier.ts';
import type { Features } from '../domain/text/classifier/features.ts';
import { type Area, areas, type Kind, kinds } from '../domain/vocabulary.ts';
import { type Settings, trainModel } from './train-model.ts';

/**
 * `npm run train` makes the models in `domain/` from the labelled texts in `training/texts/`. The same texts give the
 * same files; a test holds that. docs/danish.md has the method and the figures.
 */
const settings: Settings = { epochs: 25, decay: 0.0001, rate: 0.3, balance: 0.5 };

/** Small talk, which has neither area nor kind. */
const small: ReadonlySet<unknown> = new Set<Intent>([
  'thanks',
  'greeting',
  'yes',
  'no',
  'cancel',
  'help',
  'who',
  'language',
]);

type Labelled = { text: string } & Readonly<Record<string, unknown>>;

/** The lines of all files in a folder of `training/texts/`, by the files' names. */
export function labelled(folder: string): Labelled[] {
  const path = join(import.meta.dirname, 'texts', folder);
  return readdirSync(path)
    .sort()
    .flatMap((file) => readFileSync(join(path, file), 'utf8').split('\n'))
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line));
}

function trained<Class extends string>(
  classes: readonly Class[],
  lines: readonly Labelled[],
  field: string,
  featuresOf: (line: Labelled) => Features,
): Model<Class> {
  const examples = lines.flatMap((line) => {
    const label = classes.find((one) => one === line[field]);
    return label === undefined ? [] : [{ features: featuresOf(line), label }];
  });
  return trainModel(classes, examples, settings);
}

function oneOf<Value extends string>(values: readonly Value[], value: unknown): Value {
  const found = values.find((one) => one === value);
  if (found === undefined) throw new Error(`${String(value)} is none of ${values.join(', ')}`);
  return found;
}

/** A model as a module; the formatter leaves it alone. */
function moduleOf(
  name: string,
  model: Model<string>,
  type: string,
  from: string,
  classifier: string,
  orNothing = false,
): string {
  return [
    '// Made by `npm run train`; do not edit.',
    `import type { Model } from '${classifier}';`,
    `import type { ${type} } from '${from}';`,
    ...(orNothing ? ["import type { Nothing } from './nothing.ts';"] : []),
    '',
    `export const ${name}: Model<${type}${orNothing ? ' | Nothing' : ''}> = ${JSON.stringify(model, null, 2)};`,
    '',
  ].join('\n');
}

/** The contents of the files of models, by their paths in the repository. */
export function models(): Record<string, string> {
  const route = labelled('route');
  const said = labelled('intents');
  // A model that has only seen wishes finds one in every greeting.
  const none = said.filter(({ intent }) => small.has(intent)).map(({ text }) => ({ text }));
  const wishes = [...route, ...none].map((line) => ({ area: nothing, kind: nothing, ...line }));
  const area = trained<Area | Nothing>([...areas, nothing], wishes, 'area', ({ text }) => areaFeatures(text));
  const kind = trained<Kind | Nothing>([...kinds, nothing], wishes, 'kind', ({ text }) => kindFeatures(text));
  const intent = trained<Intent>(intents, said, 'intent', ({ text, role, pending }) =>
    intentFeatures({ text, speaker: oneOf(speakers, role), pending: oneOf(pendings, pending) }),
  );
  const vocabulary = '../../vocabulary.ts';
  const classifier = '../../text/classifier/classifier.ts';
  const folder = 'domain/requests/suggest-fields';
  return {
    [`${folder}/area-model.ts`]: moduleOf('areaModel', area, 'Area', vocabulary, classifier, true),
    [`${folder}/kind-model.ts`]: moduleOf('kindModel', kind, 'Kind', vocabulary, classifier, true),
    'domain/conversation/intents/intent-model.ts': moduleOf('intentModel', intent, 'Intent', './intent.ts', classifier),
  };
}

if (process.argv[1] === import.meta.filename) {
  for (const [path, content] of Object.entries(models())) writeFileSync(join(import.meta.dirname, '..', path), content);
}
