import { randomUUID } from 'node:crypto';
import { type Activity, INVOKE_RESPONSE_KEY, type TurnContext } from 'botbuilder';
import { z } from 'zod';
import { renderAdaptiveCard, renderAdaptiveForm } from '../../cards/render/adaptive-card.ts';
import { separateFields, unpackAction } from '../../cards/wire.ts';
import type { Inbound } from '../../handlers/handler.ts';
import { understand } from '../../handlers/understand.ts';
import { edgeTexts } from '../../locales/edge.ts';
import { type Answered, type Answering, answer, fileNotKept, type Sender, UnknownTenant } from '../answer.ts';
import { Arrivals } from '../arrivals.ts';
import type { Door } from '../server.ts';
import { channel } from './channel-token.ts';
import type { TeamsAdapter } from './connector.ts';
import { adaptiveActivity, adaptiveCardType, type TeamsPlace } from './deliver.ts';
import { isForeign, profileOf } from './guest.ts';
import { NoSigningKeys } from './signing-keys.ts';
import { TokenRefused } from './verify-token.ts';

/** What we need of an activity; everything else in it is ignored. */
const activitySchema = z.looseObject({
  type: z.string().min(1).max(100),
  id: z.string().max(500).optional(),
  channelId: z.literal(channel),
  serviceUrl: z.url().max(500),
  locale: z.string().max(50).optional(),
  name: z.string().max(200).optional(),
  action: z.string().max(50).optional(),
  text: z.string().optional(),
  value: z.unknown().optional(),
  attachments: z
    .array(z.looseObject({ contentType: z.string().max(200) }))
    .max(100)
    .optional(),
  replyToId: z.string().max(500).optional(),
  from: z.looseObject({ id: z.string().min(1).max(500), aadObjectId: z.string().min(1).max(100).optional() }),
  recipient: z.looseObject({ id: z.string().min(1).max(500) }),
  conversation: z.looseObject({
    id: z.string().min(1).max(500),
    conversationType: z.string().max(50).optional(),
    tenantId: z.string().max(100).optional(),
  }),
  channelData: z.looseObject({ tenant: z.looseObject({ id: z.string().min(1).max(100) }) }),
});
type TeamsActivity = z.output<typeof activitySchema>;

const activityJson = z
  .string()
  .transform((text, context) => {
    try {
      return JSON.parse(text) as unknown;
    } catch (error) {
      if (!(error instanceof SyntaxError)) throw error;
      context.addIssue('not JSON');
      return z.NEVER;
    }
  })
  .pipe(activitySchema);

/**
 * Turns what Teams sent into an answer over HTTP. Nothing of an SDK's error reaches the caller; nothing is called or
 * stored before the token is proved and the service URL is on the list.
 */
export function teamsReceiver(adapter: TeamsAdapter, tenants: readonly string[], answering: Answering): Door {
  const arrivals = new Arrivals();
  const allowed = new Set(tenants.map((tenant) => tenant.toLowerCase()));
  return async ({ authorization = '' }, body) => {
    const parsed = activityJson.safeParse(body);
    if (!parsed.success) {
      answering.log.info({ platform: 'teams' }, 'not an activity');
      return { status: 400 };
    }
    const activity = parsed.data;
    if (!adapter.allows(activity.serviceUrl)) return { status: 403 };
    try {
      await adapter.authenticate(authorization, activity);
      if (!allowed.has(activity.channelData.tenant.id.toLowerCase())) throw new UnknownTenant('not on the list');
      const invoked = await adapter.run(activity as unknown as Activity, (context) =>
        onActivity(adapter, answering, arrivals, context, activity),
      );
      return invoked ? { status: invoked.status, body: invoked.body } : { status: 200 };
    } catch (error) {
      if (error instanceof TokenRefused) {
        answering.log.info({ platform: 'teams', reason: error.message }, 'token refused');
        return { status: 401 };
      }
      // Not the sender's fault, and logged where the keys are fetched.
      if (error instanceof NoSigningKeys) return { status: 503 };
      if (error instanceof UnknownTenant) return { status: 403 };
      answering.log.error({ err: error, platform: 'teams' }, 'activity failed');
      return { status: 500 };
    }
  };
}

async function onActivity(
  adapter: TeamsAdapter,
  answering: Answering,
  arrivals: Arrivals,
  context: TurnContext,
  activity: TeamsActivity,
): Promise<void> {
  const sender = senderOf(adapter, activity);
  if (activity.type === 'invoke' && activity.name === 'adaptiveCard/action') {
    const inbound = readExecute(activity);
    const answered = await answer(answering, sender, inbound);
    if (answered.reply.at === 'below') await post(adapter, sender, answered);
    context.turnState.set(INVOKE_RESPONSE_KEY, { value: { status: 200, body: executeResponse(answered) } });
    return;
  }
  if (activity.type === 'message') {
    // Only a button names the card that it stands on; a written reply to a message replaces nothing.
    const inPlaceOf = isPressed(activity) ? activity.replyToId : undefined;
    return arrivals.once(receiptOf(activity), async () => {
      const answered = await answer(answering, sender, readMessage(activity));
      await post(adapter, sender, answered, inPlaceOf);
      if (activity.attachments?.some(isFile)) await post(adapter, sender, fileNotKept(answered.language));
    });
  }
  if (activity.type === 'installationUpdate' && activity.action === 'add' && sender.inPrivate) {
    const met = { action: 'help', input: {}, receipt: receiptOf(activity) };
    return post(adapter, sender, await answer(answering, sender, met));
  }
}

function senderOf(adapter: TeamsAdapter, activity: TeamsActivity): Sender & { place: TeamsPlace } {
  const { from, conversation, serviceUrl, channelData } = activity;
  return {
    platform: 'teams',
    tenant: channelData.tenant.id,
    place: { user: from.aadObjectId ?? from.id, account: from.id, conversation: conversation.id, serviceUrl },
    inPrivate: conversation.conversationType === 'personal',
    locale: async () => (activity.locale?.toLowerCase().startsWith('en') ? 'en' : 'da'),
    foreign: isForeign(channelData.tenant.id, conversation.tenantId),
    profile: () =>
      profileOf(adapter, { conversation: conversation.id, serviceUrl, account: from.id }, channelData.tenant.id),
  };
}

const isPressed = ({ value }: TeamsActivity): boolean => value !== undefined && value !== null;

/** Teams sends a written message once more as HTML, beside what was really attached. */
const isFile = ({ contentType }: { contentType: string }): boolean => !contentType.startsWith('text/');

const receiptOf = (activity: TeamsActivity) => `teams:${activity.id ?? randomUUID()}`;

/** The button's own data says what to do; anything else is an action that nobody knows. */
function readExecute(activity: TeamsActivity): Inbound {
  const value = z.looseObject({ action: z.looseObject({ data: z.unknown() }) }).safeParse(activity.value);
  return readData(value.success ? value.data.action.data : null);
}

function readMessage(activity: TeamsActivity): Inbound {
  // A client without Action.Execute sends its fallback as a message with the same data.
  if (isPressed(activity)) return readData(activity.value);
  return understand(activity.text ?? '', receiptOf(activity));
}

function readData(data: unknown): Inbound {
  const separated = separateFields(data);
  const unpacked = separated && unpackAction(separated.packed);
  if (!unpacked) return { action: '', input: {}, receipt: randomUUID() };
  // What the button holds stands above what was typed: a field cannot pass for it.
  return { action: unpacked.action, input: { ...separated.fields, ...unpacked.input }, receipt: unpacked.nonce };
}

function render({ reply, language }: Answered) {
  return reply.reply === 'card'
    ? renderAdaptiveCard(reply.card, randomUUID(), language)
    : renderAdaptiveForm(reply.form, randomUUID(), language);
}

/** The answer to Action.Execute: the card that takes the place of the one acted on, or a word that it came below. */
function executeResponse(answered: Answered) {
  return answered.reply.at === 'here'
    ? { statusCode: 200, type: adaptiveCardType, value: render(answered) }
    : {
        statusCode: 200,
        type: 'application/vnd.microsoft.activity.message',
        value: edgeTexts[answered.language].below,
      };
}

/** Answers with a message; `inPlaceOf` names the message whose card was acted on by a client without Action.Execute. */
async function post(
  adapter: TeamsAdapter,
  { place }: { place: TeamsPlace },
  answered: Answered,
  inPlaceOf?: string,
): Promise<void> {
  const { conversations } = await adapter.client(place.serviceUrl);
  const { reply } = answered;
  const activity = adaptiveActivity(reply.reply === 'card' ? reply.card.title : reply.form.title, render(answered));
  if (inPlaceOf === undefined || reply.at === 'below')
    await conversations.sendToConversation(place.conversation, activity);
  else await conversations.updateActivity(place.conversation, inPlaceOf, activity);
}
