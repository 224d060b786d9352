import { type Features, featuresOf, vectorFeatures, wordsOf } from '../../text/classifier/features.ts';
import { dimensions, type Vector } from '../../text/embedder.ts';
import { evidenceIn, factsOf, namesIn } from '../../text/word-evidence.ts';
import { type Pending, pendings, type Speaker, speakers } from './intent.ts';
import { intentWords } from './intent-words.ts';
import { signs } from './signs.ts';

/** A message with what is known of the chat in which it stands. */
export interface Said {
  text: string;
  speaker: Speaker;
  pending: Pending;
}

const evidence = evidenceIn(intentWords);
const signsIn = namesIn(signs);

/** The features by which the intent of a message is told. */
export function intentFeatures({ text, speaker, pending }: Said): Features {
  const words = wordsOf(text);
  const size = `size ${Math.min(7, Math.ceil(Math.log2(words.length + 1)))}`;
  const { ahead, steps } = factsOf('intent', evidence(text));
  const seen = signsIn(text);
  const pairs = seen.flatMap((one, at) => seen.slice(at + 1).map((other) => `${one} & ${other}`));
  return featuresOf(text, [
    size,
    speaker,
    pending,
    `${pending} ${size}`,
    `${speaker} ${size}`,
    `${pending} ${words[0] ?? ''}`,
    `asks ${words.includes('?')} ${size}`,
    ...ahead,
    ...ahead.map((first) => `${first} ${size}`),
    ...steps,
    ...seen.flatMap((sign) => [
      `sign ${sign}`,
      `sign ${sign} ${pending}`,
      `sign ${sign} ${speaker}`,
      `sign ${sign} ${size}`,
    ]),
    ...pairs,
  ]);
}

/** The number of features of a vector with role and pending. */
export const meaningColumns = dimensions + speakers.length + pendings.length + speakers.length * pendings.length;

/** The numbers of what is known beside a message: who says it, what stands open, and both together. */
export function intentFacts({ speaker, pending }: Omit<Said, 'text'>): number[] {
  const [who, open] = [speakers.indexOf(speaker), pendings.indexOf(pending)];
  return [who, speakers.length + open, speakers.length + pendings.length + who * pendings.length + open];
}

/** The features by which the intent of a message is told from its meaning. */
export const intentMeaning = (vector: Vector, said: Omit<Said, 'text'>): Features =>
  vectorFeatures(vector, intentFacts(said));
