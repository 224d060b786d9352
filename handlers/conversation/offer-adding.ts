import { button } from '../../cards/parts.ts';
import { readIntent } from '../../domain/conversation/intents/read-intent.ts';
import { maySubmit } from '../../domain/people/roles.ts';
import { awaitsAnswer } from '../../domain/requests/transitions.ts';
import { requestTexts } from '../../locales/requests/request.ts';
import type { Asking, Reply } from '../handler.ts';

/** So many of the newest requests may be meant; more buttons would hide the others of the draft's card. */
const mostOffered = 2;

/**
 * Offers to add a draft to a request that was sent, where its words read as more on one or as a change of it: a leader
 * may have meant that, and not another request.
 */
export async function offerAdding({ world, actor, language }: Asking, said: string, reply: Reply): Promise<Reply> {
  if (reply.reply !== 'card' || reply.card.name !== 'draft' || !maySubmit(actor)) return reply;
  const read = readIntent({ text: said, speaker: 'leader', pending: 'none' });
  const meant = read.is === 'one' ? [read.intent] : read.options;
  if (!meant.includes('add') && !meant.includes('change')) return reply;
  const draft = reply.card.about && (await world.drafts.byId(reply.card.about));
  const sent = await world.requests.ofLeader(actor.id, 10);
  const open = sent.filter(({ state }) => awaitsAnswer(state)).slice(0, mostOffered);
  if (!draft || open.length === 0) return reply;
  const words = requestTexts[language];
  const offers = open.map(({ id, number }) =>
    button('add-draft', words.addTo(number), { draftId: draft.id, requestId: id }),
  );
  return { ...reply, card: { ...reply.card, actions: [...offers, ...reply.card.actions].slice(0, 6) } };
}
