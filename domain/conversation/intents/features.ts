import { type Features, featuresOf, wordsOf } from '../../text/classifier/features.ts';
import { evidenceIn, factsOf } from '../../text/word-evidence.ts';
import type { Pending, Speaker } from './intent.ts';
import { intentWords } from './intent-words.ts';

/** A message with what is known of the chat in which it stands. */
export interface Said {
  text: string;
  speaker: Speaker;
  pending: Pending;
}

const evidence = evidenceIn(intentWords);

/** The features by which the intent of a message is told. */
export function intentFeatures({ text, speaker, pending }: Said): Features {
  const words = wordsOf(text);
  const size = `size ${Math.min(7, Math.ceil(Math.log2(words.length + 1)))}`;
  const { ahead, steps } = factsOf('intent', evidence(text));
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
  ]);
}
