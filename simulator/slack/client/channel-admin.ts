import type { BotAnswer } from '../../answers.ts';
import type { Json } from '../../chats.ts';
import type { Credentials } from '../../credentials.ts';
import type { Identity } from '../../people.ts';
import { botUser } from '../bot-user.ts';
import type { SlackChannel } from '../channels.ts';
import type { SlackDelivery } from '../events/delivery.ts';
import { eventCallback } from '../events/payloads.ts';

/** The actions of a person on the bot in a channel, and the events that Slack sends the bot about them. */
export class ChannelAdmin {
  private readonly channel: SlackChannel;
  private readonly by: Identity;
  private readonly parts: { delivery: SlackDelivery; credentials: Credentials; now: () => Date };

  constructor(channel: SlackChannel, by: Identity, parts: ChannelAdmin['parts']) {
    this.channel = channel;
    this.by = by;
    this.parts = parts;
  }

  invitesBot(): Promise<BotAnswer> {
    this.channel.hasBot = true;
    const { slackTeamId: team } = this.parts.credentials;
    return this.tell({
      type: 'member_joined_channel',
      user: botUser.userId,
      ...this.where,
      team,
      inviter: this.by.slackUser,
    });
  }

  /** Another person joins: Slack tells the bot, which is a member. */
  invites({ email, slackUser }: Identity): Promise<BotAnswer> {
    this.channel.members.add(email);
    const { slackTeamId: team } = this.parts.credentials;
    return this.tell({
      type: 'member_joined_channel',
      user: slackUser,
      ...this.where,
      team,
      inviter: this.by.slackUser,
    });
  }

  removesBot(): Promise<BotAnswer> {
    this.channel.hasBot = false;
    const type = this.channel.isPrivate ? 'group_left' : 'channel_left';
    return this.tell({ type, channel: this.channel.id, actor_id: this.by.slackUser });
  }

  archives(): Promise<BotAnswer> {
    this.channel.isArchived = true;
    this.channel.hasBot = false;
    const type = this.channel.isPrivate ? 'group_archive' : 'channel_archive';
    return this.tell({ type, channel: this.channel.id, user: this.by.slackUser });
  }

  private get where(): Json {
    return { channel: this.channel.id, channel_type: this.channel.isPrivate ? 'G' : 'C' };
  }

  private tell(event: Json): Promise<BotAnswer> {
    const { delivery, credentials, now } = this.parts;
    const event_ts = (now().getTime() / 1000).toFixed(6);
    return delivery.event(eventCallback({ ...event, event_ts }, credentials, now()));
  }
}
