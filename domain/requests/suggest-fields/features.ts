import { type Features, featuresOf } from '../../text/classifier/features.ts';
import { evidenceIn } from '../../text/word-evidence.ts';
import type { Area, Kind } from '../../vocabulary.ts';
import { areaWords } from './area-words.ts';
import { kindWords } from './kind-words.ts';

const areaEvidence = evidenceIn(areaWords);
const kindEvidence = evidenceIn(kindWords);

/** Evidence beyond this is no surer. */
const most = 4;

/** A choice that words speak for, as often as they do: the more, the surer; and whether it is ahead of all others. */
function factsOf(name: string, found: ReadonlyArray<{ choice: Area | Kind; score: number }>): string[] {
  const [best, second] = found;
  const ahead = best && best.score > (second?.score ?? 0) ? [`${name} first ${best.choice}`] : [];
  return [
    ...ahead,
    ...found.flatMap(({ choice, score }) =>
      Array.from({ length: Math.min(most, score) }, (_none, at) => `${name} ${choice} ${at}`),
    ),
  ];
}

/** The features by which the area of a wish is told. */
export const areaFeatures = (text: string): Features => featuresOf(text, factsOf('area', areaEvidence(text)));

/** The features by which the kind of a wish is told; a system or a rule belongs to some areas more than to others. */
export const kindFeatures = (text: string): Features =>
  featuresOf(text, [...factsOf('kind', kindEvidence(text)), ...factsOf('area', areaEvidence(text)).slice(0, 1)]);
