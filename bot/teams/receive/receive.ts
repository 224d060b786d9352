import { type Activity, INVOKE_RESPONSE_KEY, type TurnContext } from 'botbuilder';
import { tokenStatus } from '../../auth/verify-token.ts';
import { AnswerOnce } from '../../conversation/answer-once.ts';
import {
  type Edge,
  handleArrival,
  introduce,
  leave,
  type Outgoing,
  UnknownTenant,
} from '../../conversation/handle-arrival.ts';
import type { Door } from '../../web/server.ts';
import { readStrictObject } from '../../web/strict-json.ts';
import type { TeamsAdapter } from '../send/connector.ts';
import { post } from '../send/show.ts';
import { activitySchema, placeOf, type TeamsActivity } from './activity.ts';
import { onInvoke } from './invoke.ts';
import { idempotencyKeyOf, isPressed, readAfterwards, readMessage } from './read-activity.ts';
import { senderOf, type TeamsSender } from './sender.ts';

/**
 * Turns what Teams sent into an answer over HTTP. Nothing of an SDK's error reaches the caller; nothing is called or
 * stored before the token is proved and the service URL is on the list.
 */
export function teamsReceiver(adapter: TeamsAdapter, tenants: readonly string[], edge: Edge): Door {
  const answerOnce = new AnswerOnce();
  const allowed = new Set(tenants.map((tenant) => tenant.toLowerCase()));
  return async ({ authorization = '' }, body) => {
    const parsed = activitySchema.safeParse(readStrictObject(body));
    if (!parsed.success) {
      edge.log.info({ platform: 'teams' }, 'not an activity');
      return { status: 400 };
    }
    const activity = parsed.data;
    const tenant = activity.channelData.tenant.id;
    const isListed = allowed.has(tenant.toLowerCase());
    try {
      // First of all: what an outsider writes is not worth a warning, and stands in no log.
      await adapter.authenticate(authorization, activity);
      if (!adapter.allows(activity.serviceUrl)) {
        const host = URL.parse(activity.serviceUrl)?.host ?? null;
        edge.log.warn({ platform: 'teams', host }, 'unknown service address');
        return { status: 403 };
      }
      if (!isListed) throw new UnknownTenant('not on the list');
      const invoked = await adapter.run(activity as unknown as Activity, (context) =>
        onActivity(adapter, edge, answerOnce, context, activity),
      );
      return invoked ? { status: invoked.status, body: invoked.body } : { status: 200 };
    } catch (error) {
      const unproved = tokenStatus(error, edge.log);
      if (unproved) return { status: unproved };
      if (error instanceof UnknownTenant) {
        const reason = isListed ? 'not connected' : 'not on the list';
        edge.log.warn({ platform: 'teams', tenant, reason }, 'unknown tenant');
        return { status: 403 };
      }
      edge.log.error({ err: error, platform: 'teams' }, 'activity failed');
      return { status: 500 };
    }
  };
}

async function onActivity(
  adapter: TeamsAdapter,
  edge: Edge,
  answerOnce: AnswerOnce,
  context: TurnContext,
  activity: TeamsActivity,
): Promise<void> {
  const sender = senderOf(adapter, activity);
  const { type } = activity;
  if (type === 'invoke') {
    const body = await onInvoke(adapter, edge, answerOnce, activity);
    if (body) context.turnState.set(INVOKE_RESPONSE_KEY, { value: { status: 200, body } });
    return;
  }
  if (type === 'message')
    return answerOnce.once(idempotencyKeyOf(activity), () => onMessage(adapter, edge, sender, activity));
  const afterwards = readAfterwards(activity, await sender.locale());
  if (afterwards) {
    return answerOnce.once(afterwards.idempotencyKey, async () => {
      const outgoing = await handleArrival(edge, sender, afterwards);
      if (outgoing)
        await post(adapter, sender, outgoing, { inPlaceOf: outgoing.standing, thread: threadOf(sender, activity) });
    });
  }
  if (type === 'installationUpdate')
    return answerOnce.once(idempotencyKeyOf(activity), () => onInstalled(adapter, edge, sender, activity));
  if (type === 'conversationUpdate' && activity.channelData.eventType === 'channelDeleted')
    await leave(edge, { ...sender, conversation: activity.channelData.channel?.id ?? sender.conversation });
}

async function onMessage(
  adapter: TeamsAdapter,
  edge: Edge,
  sender: TeamsSender,
  activity: TeamsActivity,
): Promise<void> {
  const outgoing = await handleArrival(edge, sender, readMessage(activity, await sender.locale()));
  if (!outgoing) return;
  // Only a button names the card that it stands on; a written reply to a message replaces nothing.
  const inPlaceOf = isPressed(activity) && !sender.room ? (activity.replyToId ?? null) : null;
  await post(adapter, sender, outgoing, { inPlaceOf, thread: threadOf(sender, activity) });
}

/** In a channel the reply stands in the thread that the person began or wrote in. */
function threadOf({ room }: TeamsSender, activity: TeamsActivity): string | null {
  return room ? (placeOf(activity).root ?? activity.id ?? null) : null;
}

/** The first meeting with a person, and the bot's coming and going in channels and groups. */
async function onInstalled(
  adapter: TeamsAdapter,
  edge: Edge,
  sender: TeamsSender,
  activity: TeamsActivity,
): Promise<void> {
  const { action } = activity;
  if (action === 'remove') {
    const team = activity.channelData.team?.id;
    // Teams names one channel of the team, and the bot is out of all of them.
    if (sender.room) await leave(edge, sender, team === undefined ? null : { team });
    return;
  }
  // A new version of the app comes as `add-upgrade`, the old one goes as `remove-upgrade`: nothing has begun or ended.
  if (action !== 'add') return;
  const met = { arrives: 'action', action: 'help', input: {}, idempotencyKey: idempotencyKeyOf(activity) } as const;
  const said: Outgoing | null = await (sender.room
    ? introduce(edge, sender, met.idempotencyKey)
    : handleArrival(edge, sender, met));
  if (said) await post(adapter, sender, said);
}
