import type { Connection } from 'mongoose';
import type { Organisation } from '../domain/people/organisation.ts';
import type { World } from '../domain/ports.ts';
import type { Embedder } from '../domain/text/embedder.ts';
import { campaignsOf } from './campaigns/campaigns.ts';
import { roomsOf } from './channels/rooms.ts';
import { type RoomsMemory, rememberedRoomsOf } from './channels/rooms-memory.ts';
import type { Collections } from './collections.ts';
import { outboxOf } from './delivery/outbox.ts';
import { outcomesOf } from './delivery/outcomes.ts';
import { parkedOf } from './delivery/parked.ts';
import { postingsOf } from './delivery/postings.ts';
import { importsOf } from './people/imports.ts';
import { joinsOf } from './people/joins.ts';
import { peopleOf, rememberedPeopleOf } from './people/people.ts';
import type { PeopleMemory } from './people/people-memory.ts';
import { settingsOf } from './people/settings.ts';
import { strangerWordsOf } from './people/stranger-words.ts';
import { answerDraftsOf } from './requests/answer-drafts.ts';
import { attachmentsOf } from './requests/attachments.ts';
import { commentsOf } from './requests/comments.ts';
import { draftsOf } from './requests/drafts.ts';
import { requestsOf } from './requests/requests.ts';
import type { RoutedMemory } from './requests/routed-memory.ts';
import { newId } from './stored.ts';
import { rememberingEmbedder } from './text/remembering-embedder.ts';
import { transaction } from './transaction.ts';

/** The facts of one organisation that an instance keeps in memory. */
export interface Memory {
  people: PeopleMemory;
  rooms: RoomsMemory;
  routed: RoutedMemory;
}

/**
 * The domain's world on MongoDB, scoped to one organisation.
 * @param memory what is read from memory; null: everything is read from the database
 * @param embedder the service that gives vectors; null: there is none
 */
export function worldOf(
  connection: Connection,
  stored: Collections,
  organisation: Organisation,
  now: () => Date,
  memory: Memory | null = null,
  embedder: Embedder | null = null,
): World {
  const scope = organisation.id;
  return {
    organisation,
    now,
    newId,
    transaction: (work) => transaction(connection, work),
    settings: settingsOf(stored, scope),
    people: memory ? rememberedPeopleOf(stored, scope, memory.people) : peopleOf(stored, scope),
    joins: joinsOf(stored, scope),
    strangerWords: strangerWordsOf(stored, scope),
    imports: importsOf(stored, scope),
    requests: requestsOf(stored, scope),
    drafts: draftsOf(stored, scope),
    answerDrafts: answerDraftsOf(stored, scope),
    comments: commentsOf(stored, scope),
    attachments: attachmentsOf(connection, stored, scope),
    rooms: memory ? rememberedRoomsOf(stored, scope, memory.rooms) : roomsOf(stored, scope),
    postings: postingsOf(stored, scope),
    campaigns: campaignsOf(stored, scope),
    outbox: outboxOf(stored, scope, now),
    parked: parkedOf(stored, scope, now),
    outcomes: outcomesOf(stored, scope),
    routed: () => memory?.routed.current() ?? null,
    embedder: embedder && rememberingEmbedder(stored, scope, embedder, now),
  };
}
