import type { Campaign } from './campaigns/campaign.ts';
import type { Room } from './channels/room.ts';
import type { MessagePlace, Posting } from './delivery/posting.ts';
import type { StoredMessage } from './delivery/queue.ts';
import type {
  AboutId,
  AnyId,
  CampaignId,
  CommentId,
  DraftId,
  FileId,
  JoinId,
  PersonId,
  RequestId,
  RoomId,
  UnitId,
} from './ids.ts';
import type { JoinRequest } from './people/join/join-request.ts';
import type { Organisation } from './people/organisation.ts';
import type { OrganisationEvent } from './people/organisation-history.ts';
import type { Person } from './people/person.ts';
import type { Place } from './people/place.ts';
import type { Draft } from './requests/drafts/draft.ts';
import type { Attachment } from './requests/record/attachment.ts';
import type { Comment } from './requests/record/comment.ts';
import type { HistoryEvent } from './requests/record/history.ts';
import type { Request } from './requests/record/request.ts';
import type { Platform } from './vocabulary.ts';

/**
 * What use cases need of the world, scoped to one organisation: no call can reach another municipality's data.
 * models/world.ts implements it on MongoDB.
 */
export interface World {
  organisation: Organisation;
  now(): Date;
  newId<Kind extends AnyId>(): Kind;
  /** Runs `work` so that all its writes happen or none; repeats it when it collides with another. */
  transaction<Value>(work: () => Promise<Value>): Promise<Value>;
  settings: Settings;
  people: People;
  requests: Requests;
  drafts: Drafts;
  campaigns: Campaigns;
  comments: Comments;
  attachments: Attachments;
  rooms: Rooms;
  postings: Postings;
  joins: Joins;
  outbox: Outbox;
  outcomes: Outcomes;
}

/** The organisation itself: how it is set up, and what was done to it. */
export interface Settings {
  /** As it is stored now, while `World.organisation` may be half a minute old; null before it is added. */
  read(): Promise<Organisation | null>;
  put(organisation: Organisation): Promise<void>;
  addEvent(event: OrganisationEvent): Promise<void>;
  /** Oldest first. */
  history(): Promise<OrganisationEvent[]>;
}

export interface People {
  byId(id: PersonId): Promise<Person | null>;
  /** All active people of the organisation. */
  all(): Promise<Person[]>;
  ownersOf(unit: UnitId): Promise<Person[]>;
  /** Everybody whom the organisation has known, also those who have left. */
  known(): Promise<Person[]>;
  /** The active person with this e-mail or user principal name, in any case; null when that is nobody, or several. */
  byAddress(address: string): Promise<Person | null>;
  /** Throws `Collision` when an e-mail is taken. */
  addAll(people: readonly Person[]): Promise<void>;
  /** Throws `Collision` when an e-mail is taken. */
  changeAll(changes: ReadonlyArray<{ id: Person['id']; changes: Partial<Omit<Person, 'id'>> }>): Promise<void>;
  /** Remembers that the bot has introduced itself to the person. True the first time, for one instance alone. */
  meet(id: PersonId): Promise<boolean>;
  /** Remembers that the person has a Home tab to be kept current. */
  setHomeShown(id: PersonId): Promise<void>;
  setLanguage(id: PersonId, language: Person['language']): Promise<void>;
  setPrompts(id: PersonId, prompts: Pick<Person, 'promptsSnoozedUntil' | 'promptsStopped'>): Promise<void>;
}

export type ListedPerson = Pick<
  Person,
  | 'email'
  | 'name'
  | 'roles'
  | 'administration'
  | 'institution'
  | 'unit'
  | 'managerEmail'
  | 'language'
  | 'entraObjectId'
  | 'upn'
  | 'employeeNumber'
>;

export interface Requests {
  /** Makes the counters of the year and the next, before their first request. */
  prepareSerials(year: number): Promise<void>;
  /** The next serial number of the year; gaps are possible, repeats are not. */
  nextSerial(year: number): Promise<number>;
  add(request: Request): Promise<void>;
  /** Writes `changes` if the request still has `version`; throws `Collision` otherwise. */
  change(request: Request, changes: Partial<Request>): Promise<Request>;
  /** A draft that was sent is found under its own id. */
  byId(id: AboutId): Promise<Request | null>;
  byNumber(number: string): Promise<Request | null>;
  /** Newest first. */
  ofLeader(leaderId: PersonId): Promise<Request[]>;
  /** Those of a unit that are not settled: awaiting an answer or a promised delivery, the most urgent first. */
  openOfUnit(unit: UnitId): Promise<Request[]>;
  /** Whatever is still with one unit is with another one from now on. */
  moveSettled(from: UnitId, to: UnitId): Promise<void>;
  /** Those that concern any of the leaders or any of the units. */
  concerning(leaderIds: readonly PersonId[], units: readonly UnitId[]): Promise<Request[]>;
  addEvent(event: HistoryEvent): Promise<void>;
  /** Oldest first. */
  history(requestId: RequestId): Promise<HistoryEvent[]>;
  /** Steps of these requests from `from` on and before `until`. */
  eventsBetween(requestIds: readonly RequestId[], from: Date, until: Date): Promise<HistoryEvent[]>;
  /** Units with open requests, also such as the organisation no longer has. */
  openUnits(): Promise<UnitId[]>;
}

export interface Drafts {
  add(draft: Draft): Promise<void>;
  byId(id: AboutId): Promise<Draft | null>;
  /** Newest first. */
  ofPerson(personId: PersonId): Promise<Draft[]>;
  remove(id: DraftId): Promise<void>;
  /** `editedAt` is that of the message that the text is from. */
  setText(id: DraftId, text: string, editedAt: Date | undefined): Promise<void>;
}

export interface Comments {
  add(comment: Comment): Promise<void>;
  byId(id: CommentId): Promise<Comment | null>;
  /** Oldest first. */
  ofRequest(requestId: RequestId): Promise<Comment[]>;
}

export interface Attachments {
  add(attachment: Attachment): Promise<void>;
  byId(id: FileId): Promise<Attachment | null>;
  /** Those that belong to a draft or request, oldest first, without refused ones. */
  of(about: AboutId): Promise<Attachment[]>;
  change(id: FileId, changes: Partial<Attachment>): Promise<void>;
  /** Keeps the content; the same id again replaces it. Not part of a transaction: a large file would hold it open. */
  keep(id: FileId, content: Uint8Array): Promise<void>;
  content(id: FileId): Promise<Uint8Array | null>;
  remove(id: FileId): Promise<void>;
}

export interface Rooms {
  byId(id: RoomId): Promise<Room | null>;
  /** The room at a conversation, made when it is met for the first time. */
  meet(platform: Platform, conversation: string, place: Place): Promise<Room>;
  /** The bot was taken out of it. */
  leave(platform: Platform, conversation: string): Promise<void>;
  /** The bot was taken out of all rooms whose place holds this, such as all channels of a team. */
  leaveAll(platform: Platform, within: Place): Promise<void>;
  follow(id: RoomId, unit: UnitId | null, by: PersonId): Promise<void>;
  /** The channels that show one unit's inbox show another one's from now on; null: none. */
  moveUnit(from: UnitId, to: UnitId | null): Promise<void>;
  /** Those that show the unit's inbox. */
  ofUnit(unit: UnitId): Promise<Room[]>;
}

export interface Postings {
  /** Replaces what is known of that message. */
  put(posting: Posting): Promise<void>;
  at(place: MessagePlace): Promise<Posting | null>;
  /** Everywhere that a draft or request stands. */
  of(about: AboutId): Promise<Posting[]>;
  /** That message is not there any more. */
  remove(place: MessagePlace): Promise<void>;
}

export interface Joins {
  add(join: JoinRequest): Promise<void>;
  byId(id: JoinId): Promise<JoinRequest | null>;
  /** All that this user has asked, oldest first. */
  of(platform: Platform, user: string): Promise<JoinRequest[]>;
  /** Throws `Collision` when somebody else decided meanwhile. */
  decide(id: JoinId, state: 'letIn' | 'turnedDown', by: PersonId): Promise<void>;
}

export interface Campaigns {
  add(campaign: Campaign): Promise<void>;
  byId(id: CampaignId): Promise<Campaign | null>;
}

export interface Outbox {
  /** Kept in the transaction of the change that caused it; delivered later, in order, from `notBefore` on. */
  add(messages: ReadonlyArray<{ to: string; message: StoredMessage; notBefore: Date }>): Promise<void>;
  /** Whether the person was or is to be told this. */
  has(to: string, message: StoredMessage): Promise<boolean>;
  /** Whether the same is waiting to be done and not under way: doing it once is enough. */
  waits(to: string, message: StoredMessage): Promise<boolean>;
}

export interface Outcomes {
  /** What came of an earlier arrival of the same thing, or null. The text may be long; only its digest is kept. */
  find(arrival: string): Promise<{ value: unknown } | null>;
  /** Throws `Collision` when the receipt exists. */
  add(arrival: string, value: unknown): Promise<void>;
}

/** Two did the same thing at once; the loser starts over and finds what the winner did. */
export class Collision extends Error {
  override name = 'Collision';
}
