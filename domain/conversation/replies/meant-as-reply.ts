import type { RequestId } from '../../ids.ts';
import { textLimits, words } from '../../input.ts';
import type { Person } from '../../people/person.ts';
import type { World } from '../../ports.ts';
import { isOpen } from '../../requests/drafts/draft.ts';
import { vectorOf } from '../../text/embedder.ts';
import type { Intent } from '../intents/intent.ts';
import { type ReadIntent, readIntent } from '../intents/read-intent.ts';
import { speakerOf } from '../intents/speaker.ts';
import { openQuestions } from '../open-questions.ts';

/** What words are for the questions that are open: the answer to one, or words of which only their writer knows. */
export type MeantAsReply = { is: 'reply'; to: RequestId } | { is: 'unclear' };

const wordsOfComment = words(textLimits.comment);

/** The intents of words that somebody may answer a question with, too. */
const unsureReplies: ReadonlySet<Intent> = new Set<Intent>(['reply', 'add', 'change', 'other']);

/**
 * Tells whether words answer an open question. With several questions, or where the words could also be a wish, their
 * writer is to be asked. A yes or no is for a draft that was made after the question. Null for words that answer nothing.
 */
export async function meantAsReply(world: World, actor: Person, text: string): Promise<MeantAsReply | null> {
  // The other side could not be sent them.
  if (!wordsOfComment.safeParse(text).success) return null;
  const vector = await vectorOf(world.embedder, text);
  const read = readIntent({ text, speaker: speakerOf(actor), pending: 'question' }, vector);
  const isYesOrNo = read.is === 'one' && (read.intent === 'yes' || read.intent === 'no');
  if (!isYesOrNo && !mayReply(read)) return null;
  const [newest, ...others] = await openQuestions(world, actor);
  if (!newest) return null;
  if (isYesOrNo) {
    const drafts = await world.drafts.ofPerson(actor.id);
    if (drafts.some((draft) => isOpen(draft) && draft.createdAt > newest.at)) return null;
  }
  const isClear = isYesOrNo || (read.is === 'one' && read.intent === 'reply');
  return isClear && others.length === 0 ? { is: 'reply', to: newest.request.id } : { is: 'unclear' };
}

const mayReply = (read: ReadIntent): boolean =>
  (read.is === 'one' ? [read.intent] : read.options).some((intent) => unsureReplies.has(intent));
