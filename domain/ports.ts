import type { Campaign } from './campaigns/campaign.ts';
import type { Room } from './channels/room.ts';
import type { ParkedRow, WhichParked } from './delivery/parked.ts';
import type { MessagePlace, Posting } from './delivery/posting.ts';
import type { PutIn, Series, StoredMessage } from './delivery/queue.ts';
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
import type { KeptChange } from './people/import/undo.ts';
import type { JoinRequest, StrangerWords } from './people/join/join-request.ts';
import type { Organisation } from './people/organisation.ts';
import type { OrganisationEvent } from './people/organisation-history.ts';
import type { Person } from './people/person.ts';
import type { Place } from './people/place.ts';
import type { Draft, DraftReply } from './requests/drafts/draft.ts';
import type { AnswerDraft } from './requests/record/answer.ts';
import type { Attachment } from './requests/record/attachment.ts';
import type { Comment } from './requests/record/comment.ts';
import type { HistoryEvent } from './requests/record/history.ts';
import type { Request } from './requests/record/request.ts';
import type { Routed } from './requests/suggest-fields/known/routed.ts';
import type { SaidNumbers } from './text/cpr/said-numbers.ts';
import type { Embedder } from './text/embedder.ts';
import type { Platform } from './vocabulary.ts';

/**
 * The services that use cases need, scoped to one organisation: no call can reach another municipality's data.
 * models/world.ts implements them on MongoDB.
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
  answerDrafts: AnswerDrafts;
  campaigns: Campaigns;
  comments: Comments;
  attachments: Attachments;
  rooms: Rooms;
  postings: Postings;
  joins: Joins;
  strangerWords: StrangersWords;
  imports: Imports;
  outbox: Outbox;
  parked: Parked;
  outcomes: Outcomes;
  /** Null where none is configured: then words alone tell what is meant. */
  embedder: Embedder | null;
  /** Where the organisation's newest requests went, as it is known in memory; null where it is not. It reads nothing. */
  routed(): Routed | null;
}

/** The settings of the organisation itself, and the events of its history. */
export interface Settings {
  /**
   * Reads the stored settings, while `World.organisation` may be half a minute old; null before the organisation is
   * added.
   */
  read(): Promise<Organisation | null>;
  put(organisation: Organisation): Promise<void>;
  addEvent(event: OrganisationEvent): Promise<void>;
  /** Oldest first. */
  history(): Promise<OrganisationEvent[]>;
}

export interface People {
  byId(id: PersonId): Promise<Person | null>;
  /**
   * Gives all active people of the organisation. Where people are kept in memory, it is the same array until somebody
   * changes.
   */
  all(): Promise<readonly Person[]>;
  ownersOf(unit: UnitId): Promise<Person[]>;
  /** Gives everybody whom the organisation has known, also people who have left. */
  known(): Promise<Person[]>;
  /**
   * Gives the active person with this e-mail or user principal name, without regard to case; null when nobody or more
   * than one person has it.
   */
  byAddress(address: string): Promise<Person | null>;
  /** Throws `Collision` when an e-mail is taken. */
  addAll(people: readonly Person[]): Promise<void>;
  /** Throws `Collision` when an e-mail is taken. */
  changeAll(changes: ReadonlyArray<{ id: Person['id']; changes: Partial<Omit<Person, 'id'>> }>): Promise<void>;
  /** Notes that the bot has introduced itself to the person. True the first time, on one instance only. */
  meet(id: PersonId): Promise<boolean>;
  /** Notes that the person has a Home tab, which is to be kept current. */
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
  /** Gives the next serial number of the year; gaps are possible, repeats are not. */
  nextSerial(year: number): Promise<number>;
  add(request: Request): Promise<void>;
  /** Writes `changes` if the request still has `version`; throws `Collision` otherwise. */
  change(request: Request, changes: Partial<Request>): Promise<Request>;
  /** Gives the request with this id; a draft that was sent has become the request with its own id. */
  byId(id: AboutId): Promise<Request | null>;
  byNumber(number: string): Promise<Request | null>;
  /** Newest first; at most so many. */
  ofLeader(leaderId: PersonId, most?: number): Promise<Request[]>;
  /**
   * Gives a unit's open requests: those that await an answer or a promised delivery, the most urgent first; at most so
   * many.
   */
  openOfUnit(unit: UnitId, most?: number): Promise<Request[]>;
  /** Moves all that one unit still has to another unit. */
  moveSettled(from: UnitId, to: UnitId): Promise<void>;
  addEvent(event: HistoryEvent): Promise<void>;
  /** Oldest first. */
  history(requestId: RequestId): Promise<HistoryEvent[]>;
  /**
   * Gives all that an overview of these days needs: the requests that are open now and those with a step from `from` on
   * and before `until`, by number, and these steps. Older requests are not read, however many there are.
   */
  overview(
    from: Date,
    until: Date,
  ): Promise<{ requests: Request[]; steps: Array<Pick<HistoryEvent, 'requestId' | 'type'>> }>;
  /** Gives the unanswered requests whose deadline was before this day, in other units than these; the longest overdue first. */
  overdueElsewhere(day: string, units: readonly UnitId[], most: number): Promise<Request[]>;
  countOverdueElsewhere(day: string, units: readonly UnitId[]): Promise<number>;
  /** Gives the units with open requests, also units that the organisation no longer has. */
  openUnits(): Promise<UnitId[]>;
}

export interface Drafts {
  /** Throws `Collision` when the person has a draft that was first said in these words. */
  add(draft: Draft): Promise<void>;
  byId(id: AboutId): Promise<Draft | null>;
  /** Newest first. */
  ofPerson(personId: PersonId): Promise<Draft[]>;
  remove(id: DraftId): Promise<void>;
  /** Gives drafts from before an instant that were not mentioned yet, oldest first; at most so many. */
  unmentioned(before: Date, most: number): Promise<Draft[]>;
  setMentioned(ids: readonly DraftId[], at: Date): Promise<void>;
  /** Gives drafts from before an instant, oldest first; at most so many. */
  before(before: Date, most: number): Promise<Draft[]>;
  /** `editedAt` is the instant of the edit that the text comes from; what was said of its numbers stays when left out. */
  setText(id: DraftId, text: string, editedAt: Date | undefined, numbers?: SaidNumbers): Promise<void>;
  /**
   * Sets the messages that the draft is made of, with their text and what was said of its numbers. Throws `Collision` when
   * the draft has another text than `before`.
   */
  setParts(id: DraftId, made: Pick<Draft, 'text' | 'parts' | 'numbers'>, before: string): Promise<void>;
  /** Notes that the writer asked to see the draft or said no to it, or that it was split. */
  note(id: DraftId, noted: Partial<Pick<Draft, 'shownAt' | 'deniedAt' | 'rest'>>): Promise<void>;
  /** Notes whom the words answer or may answer; null: they are a wish. */
  setReply(id: DraftId, reply: DraftReply | null): Promise<void>;
  /**
   * Takes a reply whose time has come: afterwards the draft is none. Gives the draft as it was; null when it is gone, was
   * taken back, or waits for a later time. Of two who take it at once, one gets it.
   */
  takeReply(id: DraftId, now: Date): Promise<Draft | null>;
}

/** What owners have typed of answers and have not sent, kept for half a year. */
export interface AnswerDrafts {
  /** Puts it in the place of an earlier one of the same person and request. */
  put(draft: AnswerDraft): Promise<void>;
  of(personId: PersonId, requestId: RequestId): Promise<AnswerDraft | null>;
}

export interface Comments {
  add(comment: Comment): Promise<void>;
  byId(id: CommentId): Promise<Comment | null>;
  /** Oldest first. */
  ofRequest(requestId: RequestId): Promise<Comment[]>;
  /** Gives the comments on any of these requests, oldest first. */
  ofRequests(requestIds: readonly RequestId[]): Promise<Comment[]>;
}

export interface Attachments {
  add(attachment: Attachment): Promise<void>;
  byId(id: FileId): Promise<Attachment | null>;
  /** Gives the files of a draft or request, oldest first, without refused ones. */
  of(about: AboutId): Promise<Attachment[]>;
  change(id: FileId, changes: Partial<Attachment>): Promise<void>;
  /**
   * Stores the content; the same id again replaces it. It is not part of a transaction, which a large file would hold
   * open.
   */
  keep(id: FileId, content: Uint8Array): Promise<void>;
  content(id: FileId): Promise<Uint8Array | null>;
  remove(id: FileId): Promise<void>;
  /** Removes all files of a draft, the refused ones too. */
  removeOf(about: AboutId): Promise<void>;
}

export interface Rooms {
  byId(id: RoomId): Promise<Room | null>;
  /** Gives the room at a conversation, and makes it at the first meeting. */
  meet(platform: Platform, conversation: string, place: Place): Promise<Room>;
  /** Notes that the bot was removed from the room. */
  leave(platform: Platform, conversation: string): Promise<void>;
  /**
   * The platform has given the room's conversation another id. A room that was met under the new one meanwhile
   * makes way; where somebody has had an inbox shown there already, that one stays, and the old room shows none.
   */
  moveConversation(platform: Platform, from: string, to: string, place: Place): Promise<void>;
  /** Notes that the bot was removed from all rooms whose place holds this, such as all channels of a team. */
  leaveAll(platform: Platform, within: Place): Promise<void>;
  follow(id: RoomId, unit: UnitId | null, by: PersonId): Promise<void>;
  /** The channels with one unit's inbox show another unit's from now on; null: none. */
  moveUnit(from: UnitId, to: UnitId | null): Promise<void>;
  all(): Promise<Room[]>;
  /** Gives the rooms that show the unit's inbox. */
  ofUnit(unit: UnitId): Promise<Room[]>;
}

export interface Postings {
  /**
   * Replaces an earlier posting of that message. Within a transaction it throws `Collision` at the first time that there
   * is one, and replaces it when the work starts over.
   * @param isNew false when the message is likely to have a posting, which saves a command
   */
  put(posting: Posting, isNew?: boolean): Promise<void>;
  at(place: MessagePlace): Promise<Posting | null>;
  /** Gives all messages that show a draft or request. */
  of(about: AboutId): Promise<Posting[]>;
  /** The messages of a conversation are under another id of it from now on. */
  moveConversation(platform: Platform, from: string, to: string): Promise<void>;
  /** Forgets a message that is gone. */
  remove(place: MessagePlace): Promise<void>;
}

/** The changes of each import of the organisation list, kept for 90 days so that they can be undone. */
export interface Imports {
  add(kept: KeptImport): Promise<void>;
  /** The newest that is there; null when there is none. */
  latest(): Promise<KeptImport | null>;
  remove(id: string): Promise<void>;
}

export interface KeptImport {
  id: string;
  at: Date;
  changes: readonly KeptChange[];
}

export interface Joins {
  add(join: JoinRequest): Promise<void>;
  byId(id: JoinId): Promise<JoinRequest | null>;
  /** Gives all requests to join of this user, oldest first. */
  of(platform: Platform, user: string): Promise<JoinRequest[]>;
  /** Gives all that are undecided, oldest first. */
  undecided(): Promise<JoinRequest[]>;
  /** `by` is null when a list decided it. Throws `Collision` when it was decided meanwhile. */
  decide(id: JoinId, state: 'letIn' | 'turnedDown', by: PersonId | null, at: Date): Promise<void>;
}

/** Words that wait until the person who wrote them is let in. */
export interface StrangersWords {
  add(words: StrangerWords): Promise<void>;
  /** Gives the words of this user, oldest first. */
  of(platform: Platform, user: string): Promise<StrangerWords[]>;
  setText(id: string, text: string): Promise<void>;
  remove(ids: readonly string[]): Promise<void>;
  /** Removes all that were written before an instant. */
  removeBefore(before: Date): Promise<void>;
}

export interface Campaigns {
  add(campaign: Campaign): Promise<void>;
  byId(id: CampaignId): Promise<Campaign | null>;
  /** Newest first; at most so many. */
  newest(most: number): Promise<Campaign[]>;
  /** Notes that it was stopped. Throws `Collision` when another administrator has stopped it meanwhile. */
  cancel(id: CampaignId, by: PersonId, at: Date): Promise<void>;
}

export interface Outbox {
  /**
   * Adds messages in the transaction of the change that caused them; they are delivered later, in order, from
   * `notBefore` on.
   */
  add(messages: readonly PutIn[]): Promise<void>;
  /** Tells whether the recipient has been or will be sent this message. */
  has(to: string, message: StoredMessage): Promise<boolean>;
  /** Tells whether one of these messages or tasks waits and is not under way, so that doing it once is enough. */
  waits(to: string, ...messages: readonly StoredMessage[]): Promise<boolean>;
  /** Counts the people who were sent a message of this version, and those who wait for it. */
  tally(series: Series): Promise<{ sent: number; waiting: number }>;
  /**
   * Settles at most so many rows that wait and are not under way, those last that are sent first. Call it in a
   * transaction. Gives the number of them.
   */
  withdraw(series: Series, most: number): Promise<number>;
}

/** The messages and tasks that could not be delivered and wait for an administrator. */
export interface Parked {
  /** Oldest first. */
  list(): Promise<ParkedRow[]>;
  /** Lets rows wait again, as if they had never been tried; those in doubt stay so. Gives the number of them. */
  sendAgain(which?: WhichParked): Promise<number>;
  /** Notes that administrators are told of all that is parked now. Gives the number of rows that were not told of yet. */
  tell(): Promise<number>;
}

/** An arrival as its outcome is kept. All three may be long; only their digests are stored. */
export interface Kept {
  /** The same for all arrivals that are one, whatever was typed in a form meanwhile. */
  name: string;
  /** The name that version 0.1 gives an arrival with the same words; null where it is the same one. */
  formerName: string | null;
  /** The words that were typed. */
  typed: string;
}

export interface Outcome {
  value: unknown;
  /** Whether it is the outcome of the same words. */
  sameWords: boolean;
  /** The instant at which its words arrived. */
  at: Date;
}

export interface Outcomes {
  /** Gives the outcome of an earlier arrival with one of these names, or null. */
  find(arrival: Kept): Promise<Outcome | null>;
  /** Throws `Collision` when an outcome with one of these names is kept already. */
  add(arrival: Kept, value: unknown, at: Date): Promise<void>;
  /** Puts another outcome in place of the one that is kept. */
  replace(arrival: Kept, value: unknown, at: Date): Promise<void>;
}

/** Two transactions changed the same thing at once; the loser starts over and finds what the winner did. */
export class Collision extends Error {
  override name = 'Collision';
}
