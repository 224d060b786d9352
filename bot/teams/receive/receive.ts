import { type Activity, INVOKE_RESPONSE_KEY } from 'botbuilder';
import { LRUCache } from 'lru-cache';
import { tokenStatus } from '../../auth/verify-token.ts';
import { AnswerOnce } from '../../conversation/answer-once.ts';
import type { Arrival } from '../../conversation/arrival.ts';
import { deadlineOf, type Edge, UnknownTenant } from '../../conversation/edge.ts';
import { handleArrival } from '../../conversation/handle-arrival.ts';
import { NotKnownYet } from '../../conversation/in-time.ts';
import { longestText, withTexts, wordsOfFile } from '../../conversation/text-files.ts';
import type { Webhook } from '../../web/server.ts';
import { readStrictObject } from '../../web/strict-json.ts';
import { fetchFile } from '../send/fetch-file.ts';
import { post } from '../send/show.ts';
import { activitySchema, idempotencyKeyOf, placeOf, type TeamsActivity } from './activity.ts';
import type { TeamsEdge } from './edge.ts';
import { textFilesIn } from './files.ts';
import { respondToInvoke } from './invoke.ts';
import { isPressed, readActivity } from './read-activity.ts';
import { senderOf, type TeamsSender } from './sender.ts';

/** More dialogs than people of a large municipality have open at once; a form takes a few kilobytes. */
const mostDialogs = 1000;

/**
 * Turns what Teams sent into an answer over HTTP. Nothing of an SDK's error reaches the caller; nothing is called or
 * stored before the token is proved and the service URL is on the list.
 */
export function teamsWebhook(
  { adapter, turn, localOrigins }: Pick<TeamsEdge, 'adapter' | 'turn' | 'localOrigins'>,
  tenants: readonly string[],
  given: Edge,
): Webhook {
  const edge: TeamsEdge = {
    ...given,
    adapter,
    turn,
    localOrigins,
    answerOnce: new AnswerOnce(),
    dialogs: new LRUCache({ max: mostDialogs }),
  };
  const { log } = edge;
  const allowed = new Set(tenants.map((tenant) => tenant.toLowerCase()));
  return async ({ authorization = '' }, body) => {
    const parsed = activitySchema.safeParse(readStrictObject(body));
    if (!parsed.success) {
      log.info({ platform: 'teams' }, 'not an activity');
      return { status: 400 };
    }
    const activity = parsed.data;
    const tenant = activity.channelData.tenant.id;
    const isListed = allowed.has(tenant.toLowerCase());
    const deadline = deadlineOf(edge, activity.type === 'invoke' ? 'teamsInvoke' : 'teamsMessage');
    try {
      // First of all: what an outsider writes is not worth a warning, and stands in no log.
      await adapter.authenticate(authorization, activity);
      if (!adapter.allows(activity.serviceUrl)) {
        const host = URL.parse(activity.serviceUrl)?.host ?? null;
        log.warn({ platform: 'teams', host }, 'unknown service address');
        return { status: 403 };
      }
      if (!isListed) throw new UnknownTenant('not on the list');
      const invoked = await adapter.run(activity as unknown as Activity, async (context) => {
        if (activity.type !== 'invoke') return deadline.known(onActivity(edge, activity));
        const response = await respondToInvoke(edge, activity, deadline);
        if (response) context.turnState.set(INVOKE_RESPONSE_KEY, { value: { status: 200, body: response } });
      });
      return invoked ? { status: invoked.status, body: invoked.body } : { status: 200 };
    } catch (error) {
      const unproved = tokenStatus(error, log);
      if (unproved) return { status: unproved };
      if (error instanceof UnknownTenant) {
        const reason = isListed ? 'not connected' : 'not on the list';
        log.warn({ platform: 'teams', tenant, reason }, 'unknown tenant');
        return { status: 403 };
      }
      if (error instanceof NotKnownYet) {
        log.warn({ platform: 'teams', err: error.cause ?? error }, 'not known in time');
        return { status: 503 };
      }
      log.error({ err: error, platform: 'teams' }, 'activity failed');
      return { status: 500 };
    }
  };
}

async function onActivity(edge: TeamsEdge, activity: TeamsActivity): Promise<void> {
  const sender = senderOf(edge.adapter, activity);
  const arrival = readActivity(activity, await sender.locale());
  if (!arrival) return;
  // A button has one nonce for all presses of it, and each press is answered.
  const key = arrival.arrives === 'action' ? idempotencyKeyOf(activity) : arrival.idempotencyKey;
  await edge.answerOnce.once(key, async () => {
    const outgoing = await handleArrival(
      edge,
      sender,
      sender.foreign ? arrival : await withItsTexts(edge, activity, arrival),
    );
    if (!outgoing) return;
    // Only a button names the card that it stands on; a written reply to a message replaces nothing.
    const pressedOn = isPressed(activity) && !sender.room ? (activity.replyToId ?? null) : null;
    const inPlaceOf = outgoing.standing ?? pressedOn;
    await post(edge, sender, outgoing, { inPlaceOf, thread: threadOf(sender, activity, arrival) });
  });
}

async function withItsTexts(
  { adapter, localOrigins, log }: TeamsEdge,
  activity: TeamsActivity,
  arrival: Arrival,
): Promise<Arrival> {
  if (arrival.arrives !== 'words' && arrival.arrives !== 'edit') return arrival;
  return withTexts(arrival, textFilesIn(activity), (file) =>
    wordsOfFile(fetchFile(adapter, file, longestText, localOrigins), 'teams', log),
  );
}

/** In a channel the reply stands in the thread that the person began or wrote in. */
function threadOf({ room }: TeamsSender, activity: TeamsActivity, { arrives }: Arrival): string | null {
  return room && arrives !== 'bot-added' ? (placeOf(activity).root ?? activity.id ?? null) : null;
}
