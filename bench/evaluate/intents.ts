import {
  intents as allIntents,
  type Intent,
  type Pending,
  pendings,
  type Speaker,
  speakers,
} from '../../domain/conversation/intents/intent.ts';
import { keepsWords, readIntent } from '../../domain/conversation/intents/read-intent.ts';
import { oneOf, share, type Task, textOf } from './task.ts';

interface Line {
  text: string;
  role: Speaker;
  pending: Pending;
  intent: Intent;
}

interface Read {
  intent: Intent | 'ask';
  options?: readonly Intent[];
  /** Whether the words are stored. */
  kept: boolean;
}

const isRight = (line: Line, read: Read) => line.intent === read.intent;

/** Whether a message is understood, and that no words are lost that somebody is to read. */
export const intents: Task<Line, Read> = {
  parse: (line) => ({
    text: textOf(line),
    role: oneOf(speakers, line.role, 'role'),
    pending: oneOf(pendings, line.pending, 'pending'),
    intent: oneOf(allIntents, line.intent, 'intent'),
  }),
  read({ text, role, pending }) {
    const read = readIntent({ text, speaker: role, pending });
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
