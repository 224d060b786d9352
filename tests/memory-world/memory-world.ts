import { randomUUID } from 'node:crypto';
import type { Organisation } from '../../domain/people/organisation.ts';
import type { World } from '../../domain/ports.ts';
import { routedOf } from '../../domain/requests/suggest-fields/known/routed.ts';
import { areaAmong } from '../../domain/requests/suggest-fields/suggest-fields.ts';
import { idOf } from '../ids.ts';
import { postingsOf, roomsOf } from './conversations.ts';
import { outboxOf, outcomesOf, parkedOf } from './delivery.ts';
import type { MemoryDatabase } from './memory-database.ts';
import { importsOf, joinsOf, peopleOf, settingsOf, strangerWordsOf } from './people.ts';
import { answerDraftsOf, attachmentsOf, campaignsOf, commentsOf, draftsOf, newestOf, requestsOf } from './requests.ts';

/**
 * The domain's world in memory: what rules are tested on. tests/contracts/world/contract.ts holds it to models/world.ts; a port
 * that is missing here does not compile.
 */
export function memoryWorld(database: MemoryDatabase, organisation: Organisation, now: () => Date): World {
  return {
    organisation,
    now,
    newId: () => idOf(randomUUID()),
    transaction: database.transaction,
    settings: settingsOf(database),
    people: peopleOf(database),
    joins: joinsOf(database),
    strangerWords: strangerWordsOf(database),
    imports: importsOf(database),
    requests: requestsOf(database),
    drafts: draftsOf(database),
    answerDrafts: answerDraftsOf(database),
    comments: commentsOf(database),
    attachments: attachmentsOf(database),
    rooms: roomsOf(database),
    postings: postingsOf(database),
    campaigns: campaignsOf(database),
    outbox: outboxOf(database),
    parked: parkedOf(database, now),
    outcomes: outcomesOf(database),
    routed: () => routedOf(organisation, newestOf(database), areaAmong),
    embedder: null,
  };
}
