import { button } from '../../cards/parts.ts';
import { draftInput } from '../../cards/requests/drafts/draft.ts';
import { sentMeant } from '../../domain/conversation/sent-meant.ts';
import { requestTexts } from '../../locales/requests/request.ts';
import type { Asking, Reply } from '../handler.ts';

/** Both platforms show so many buttons well. */
const mostButtons = 6;

/** Puts buttons on a draft's card that add its words to a request that was sent, or open the form to correct that. */
export async function offerAdding({ world, actor, language }: Asking, said: string, reply: Reply): Promise<Reply> {
  if (reply.reply !== 'card' || reply.card.name !== 'draft') return reply;
  const meant = await sentMeant(world, actor, said);
  const draft = meant && reply.card.about && (await world.drafts.byId(reply.card.about));
  if (!draft) return reply;
  const words = requestTexts[language];
  const offers = meant.requests.flatMap(({ id: requestId, number, version }) => [
    ...(meant.as.has('change')
      ? [
          button('open-correct-form', words.correctThat(number), {
            requestId,
            version: String(version),
            draftId: draft.id,
          }),
        ]
      : []),
    ...(meant.as.has('add') ? [button('add-draft', words.addTo(number), { ...draftInput(draft), requestId })] : []),
  ]);
  return { ...reply, card: { ...reply.card, actions: [...offers, ...reply.card.actions].slice(0, mostButtons) } };
}
