import { type Features, featuresOf } from '../../text/classifier/features.ts';
import { evidenceIn, factsOf } from '../../text/word-evidence.ts';
import { areaWords } from './area-words.ts';
import { kindWords } from './kind-words.ts';

/** The class of a text that tells neither area nor kind. */
export const nothing = 'nothing';
export type Nothing = typeof nothing;

const areaEvidence = evidenceIn(areaWords);
const kindEvidence = evidenceIn(kindWords);

/** The features by which the area of a wish is told. */
export function areaFeatures(text: string): Features {
  const { ahead, steps } = factsOf('area', areaEvidence(text));
  return featuresOf(text, [...ahead, ...steps]);
}

/** The features by which the kind of a wish is told; a system or a rule belongs to some areas more than to others. */
export function kindFeatures(text: string): Features {
  const { ahead, steps } = factsOf('kind', kindEvidence(text));
  return featuresOf(text, [...ahead, ...steps, ...factsOf('area', areaEvidence(text)).ahead]);
}
