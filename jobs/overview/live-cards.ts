import { isLive, liveCard, movedCard, shownBy } from '../../cards/live.ts';
import type { Posting } from '../../domain/delivery/posting.ts';
import { personIdOf } from '../../domain/ids.ts';
import type { Payload } from '../../domain/index.ts';
import { unitName } from '../../domain/people/organisation.ts';
import type { Request } from '../../domain/requests/record/request.ts';
import { viewRequest } from '../../domain/requests/view-request.ts';
import type { Work } from '../delivery.ts';
import { DeliveryProblem, type JobContext } from '../job.ts';
import { noteSeen } from '../log-event.ts';

/** So many cards are changed at the same time; each platform's own limit holds beside it. */
const atOnce = 8;

/**
 * Brings the cards of a request in people's own chats up to date, silently. A card that shows the present state already is
 * left alone, so that a second run goes on where the first one stopped; it throws the first problem that may pass when all
 * other cards are done.
 */
export const updateLiveCards: Work<Payload<'cards-changed'>> = {
  async run(context, { requestId }) {
    const request = await context.world.requests.byId(requestId);
    if (request) await updateAll(context, request);
  },
};

async function updateAll(context: JobContext, request: Request): Promise<void> {
  const stand = (await context.world.postings.of(request.id)).filter(
    ({ kind, shown }) => kind === 'card' && isLive(shown),
  );
  const problems: unknown[] = [];
  for (let from = 0; from < stand.length; from += atOnce) {
    const done = await Promise.allSettled(stand.slice(from, from + atOnce).map((one) => update(context, request, one)));
    problems.push(...done.flatMap((one) => (one.status === 'rejected' ? [one.reason] : [])));
  }
  const [problem] = problems;
  if (problem !== undefined) throw problem;
}

async function update(context: JobContext, request: Request, posting: Posting): Promise<void> {
  const { world, channels, log } = context;
  const { platform, conversation, message, shown } = posting;
  const reader = await world.people.byId(personIdOf(posting.to));
  const [channel, place] = [channels[platform], reader?.places[platform]];
  // A chat that has moved, or that was closed, keeps its old cards; they explain themselves when they are pressed.
  if (!shown || !reader?.active || !channel || !place || !Object.values(place).includes(conversation)) return;
  const language = reader.language ?? world.organisation.language;
  const view = await viewRequest(world, reader, request);
  const moved = { request, unitName: unitName(world.organisation, request.unit) };
  const card = view ? liveCard(shown, view, language) : movedCard(moved, language);
  const now = shownBy(card);
  if (now.digest === shown.digest) return;
  try {
    await channel.update(place, message, card, language);
  } catch (error) {
    const kind = error instanceof DeliveryProblem ? error.kind : null;
    if (kind === 'gone') return world.postings.remove(posting);
    if (kind === 'unreachable' || kind === 'lost') return;
    throw error;
  }
  await world.postings.put({ ...posting, shown: { ...now, card: shown.card } }, false);
  noteSeen(log, card, { organisation: world.organisation.id, reader: reader.id, way: 'cards-changed' });
}
