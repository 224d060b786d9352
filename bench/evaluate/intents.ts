import { z } from 'zod';
import { intents as allIntents, type Intent, pendings, speakers } from '../../domain/conversation/intents/intent.ts';
import { keepsWords, readIntent } from '../../domain/conversation/intents/read-intent.ts';
import { share, type Task } from './task.ts';

const line = z.object({
  text: z.string(),
  role: z.enum(speakers),
  pending: z.enum(pendings),
  intent: z.enum(allIntents),
});
type Line = z.output<typeof line>;

interface Read {
  intent: Intent | 'ask';
  options?: readonly Intent[];
  /** Whether the words are stored. */
  kept: boolean;
}

const isRight = (line: Line, read: Read) => line.intent === read.intent;

/** Whether a message is understood, and that no words are lost that somebody is to read. */
export const intents: Task<Line, Read> = {
  line,
  hasMeaning: true,
  read({ text, role, pending }, vector) {
    const read = readIntent({ text, speaker: role, pending }, vector);
    const kept = keepsWords(read);
    return read.is === 'one' ? { intent: read.intent, kept } : { intent: 'ask', options: read.options, kept };
  },
  isRight,
  figures: (outcomes) => ({
    accuracy: share(outcomes, ({ line, read }) => isRight(line, read)),
    asked: share(outcomes, ({ read }) => read.intent === 'ask'),
    lostWords: outcomes.filter(({ line, read }) => mustKeep.has(line.intent) && !read.kept).length,
  }),
};

/** Somebody waits for these words. */
const mustKeep: ReadonlySet<Intent> = new Set<Intent>(['pain', 'reply']);
