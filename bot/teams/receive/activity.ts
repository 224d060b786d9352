import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { nameOfMessage } from '../../../domain/delivery/posting.ts';
import { channel } from '../../auth/channel-token.ts';

/** An optional value may also be null: some services write missing values so. */
const maybe = <Schema extends z.ZodType>(schema: Schema) =>
  schema
    .nullish()
    .transform((value) => value ?? undefined)
    .optional();

/** The part of an activity that we need; the rest is ignored. */
export const activitySchema = z.looseObject({
  type: z.string().min(1).max(100),
  id: maybe(z.string().max(500)),
  channelId: z.literal(channel),
  serviceUrl: z.url().max(500),
  timestamp: maybe(z.string().max(60)),
  locale: maybe(z.string().max(50)),
  name: maybe(z.string().max(200)),
  action: maybe(z.string().max(50)),
  text: maybe(z.string()),
  value: z.unknown().optional(),
  attachments: maybe(
    z
      .array(
        z.looseObject({
          contentType: z.string().max(200),
          contentUrl: z.string().max(4000).nullish(),
          name: z.string().max(1000).nullish(),
          content: z.unknown().optional(),
        }),
      )
      .max(100),
  ),
  entities: maybe(z.array(z.looseObject({ type: z.string() })).max(100)),
  replyToId: maybe(z.string().max(500)),
  from: z.looseObject({
    id: z.string().min(1).max(500),
    aadObjectId: maybe(z.string().min(1).max(100)),
    role: maybe(z.string().max(50)),
  }),
  recipient: z.looseObject({ id: z.string().min(1).max(500), name: maybe(z.string().max(500)) }),
  conversation: z.looseObject({
    id: z.string().min(1).max(500),
    conversationType: maybe(z.string().max(50)),
    tenantId: maybe(z.string().max(100)),
  }),
  membersAdded: maybe(z.array(z.looseObject({ id: z.string() })).max(1000)),
  channelData: z.looseObject({
    tenant: z.looseObject({ id: z.string().min(1).max(100) }),
    eventType: maybe(z.string().max(100)),
    channel: maybe(z.looseObject({ id: z.string().max(500) })),
    team: maybe(z.looseObject({ id: z.string().max(500) })),
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

/** A message's id is the millisecond in which it was written, so that two chats may have the same. */
export function idempotencyKeyOf(activity: TeamsActivity): string {
  const { conversation } = placeOf(activity);
  return nameOfMessage({ platform: 'teams', conversation, message: activity.id ?? randomUUID() });
}
