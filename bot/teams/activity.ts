import { z } from 'zod';
import { channel } from './channel-token.ts';

/** What we need of an activity; everything else in it is ignored. */
export const activitySchema = z.looseObject({
  type: z.string().min(1).max(100),
  id: z.string().max(500).optional(),
  channelId: z.literal(channel),
  serviceUrl: z.url().max(500),
  timestamp: z.string().max(60).optional(),
  locale: z.string().max(50).optional(),
  name: z.string().max(200).optional(),
  action: z.string().max(50).optional(),
  text: z.string().optional(),
  value: z.unknown().optional(),
  attachments: z
    .array(
      z.looseObject({
        contentType: z.string().max(200),
        contentUrl: z.string().max(4000).nullish(),
        name: z.string().max(1000).nullish(),
        content: z.unknown().optional(),
      }),
    )
    .max(100)
    .optional(),
  entities: z
    .array(z.looseObject({ type: z.string() }))
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
  membersAdded: z
    .array(z.looseObject({ id: z.string() }))
    .max(1000)
    .optional(),
  channelData: z.looseObject({
    tenant: z.looseObject({ id: z.string().min(1).max(100) }),
    eventType: z.string().max(100).optional(),
    channel: z.looseObject({ id: z.string().max(500) }).optional(),
    team: z.looseObject({ id: z.string().max(500) }).optional(),
  }),
});

export type TeamsActivity = z.output<typeof activitySchema>;

/** A thread in a channel is named after its channel and its first message. */
const thread = /^(?<conversation>.+);messageid=(?<root>\d+)$/;

/** The conversation without the thread in it, and the thread's first message; null outside of one. */
export function placeOf({ conversation }: TeamsActivity): { conversation: string; root: string | null } {
  const { conversation: whole, root } = thread.exec(conversation.id)?.groups ?? {};
  return { conversation: whole ?? conversation.id, root: root ?? null };
}

export function isPersonal({ conversation }: TeamsActivity): boolean {
  return conversation.conversationType === 'personal';
}
