declare const kind: unique symbol;

/** An id of one kind of thing. Ids of two kinds are both strings, and the compiler keeps them apart. */
type Id<Kind extends string> = string & { readonly [kind]: Kind };

export type PersonId = Id<'person'>;
export type RequestId = Id<'request'>;
export type DraftId = Id<'draft'>;
export type CommentId = Id<'comment'>;
export type FileId = Id<'file'>;
/** A unit of version 0.1 has as its id the name that it had then. */
export type UnitId = Id<'unit'>;
/** Of a forvaltning; one of version 0.1 has as its id the name that it had then. */
export type AdministrationId = Id<'administration'>;
export type RoomId = Id<'room'>;
export type CampaignId = Id<'campaign'>;
export type JoinId = Id<'join'>;

export type AnyId = Id<string>;

/** What a file, a message or a card can belong to. */
export type AboutId = DraftId | RequestId;

/**
 * The id that a request gets from the draft it was made of: files and messages that belong to the draft go on belonging
 * to the request.
 */
export function requestIdOf(about: AboutId): RequestId {
  return about as string as RequestId;
}

/** The same the other way: the draft that a request may have been made of. */
export function draftIdOf(about: AboutId): DraftId {
  return about as string as DraftId;
}

/** Whom a row of the outbox is for: a person where its kind is told to people. */
export function personIdOf(recipient: string): PersonId {
  return recipient as PersonId;
}

/** The same where its kind is told to channels. */
export function roomIdOf(recipient: string): RoomId {
  return recipient as RoomId;
}
