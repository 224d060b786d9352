import { z } from 'zod';
import { textLimits } from '../../input.ts';
import { done, refuse } from '../../refusal.ts';
import { cleanText } from '../../text/clean-text.ts';
import { findCprNumbers } from '../../text/cpr/find.ts';
import { strangerUseCase } from '../../use-case.ts';

/** Nobody who waits to be let in has more to say; the first words are the ones that are kept. */
export const mostWaiting = 10;

/**
 * Keeps what a stranger writes until they are let in, so that nothing that is said to the bot is lost. A message that is
 * edited or deleted meanwhile (`text` null) takes its words along. A text with a CPR number is never kept.
 */
export const keepWords = strangerUseCase({
  name: 'keep-words',
  does: 'change',
  input: z.object({ text: z.string().transform(cleanText).nullable() }),
  allows: () => true,
  async run(world, { platform, place: { user } }, { text }, { message: written }) {
    if (text !== null && findCprNumbers(text).length > 0) return refuse('contains-cpr');
    if (text !== null && text.length > textLimits.draft) return refuse('too-long');
    const waiting = await world.strangerWords.of(platform, user);
    const message = written && { conversation: written.at.conversation, message: written.at.message };
    const earlier = waiting.find(
      (one) => one.message?.conversation === message?.conversation && one.message?.message === message?.message,
    );
    const known = message ? earlier : undefined;
    if (text === null) {
      if (known) await world.strangerWords.remove([known.id]);
      return done({ isKept: false });
    }
    if (known) await world.strangerWords.setText(known.id, text);
    // Teams repeats a message under another id.
    else if (waiting.some((one) => one.text === text)) return done({ isKept: true });
    else if (waiting.length >= mostWaiting) return done({ isKept: false });
    else await world.strangerWords.add({ id: world.newId(), platform, user, text, at: world.now(), message });
    return done({ isKept: true });
  },
});
