import type { Connection } from 'mongoose';
import type { Room } from '../../domain/channels/room.ts';
import { raiseVersionOnWrite } from '../people/people-version.ts';
import { model, optionalText, type Stored, structure, text } from '../schema.ts';

/** The collection of channels and group chats that have the bot as a member. */
export function channelCollections(connection: Connection) {
  return {
    rooms: model<Stored<Room>>(
      connection,
      'rooms',
      {
        _id: text,
        organisation: text,
        platform: text,
        conversation: text,
        place: structure,
        unit: optionalText,
        followedBy: optionalText,
      },
      [[{ organisation: 1, platform: 1, conversation: 1 }, { unique: true }], [{ organisation: 1, unit: 1 }]],
      (schema) => raiseVersionOnWrite(schema, connection, 'all'),
    ),
  };
}

export type ChannelCollections = ReturnType<typeof channelCollections>;
