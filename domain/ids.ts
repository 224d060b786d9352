declare const kind: unique symbol;

/** An id of one kind of thing. All ids are strings, and the compiler keeps the kinds apart. */
type Id<Kind extends string> = string & { readonly [kind]: Kind };

export type PersonId = Id<'person'>;
export type RequestId = Id<'request'>;
export type DraftId = Id<'draft'>;
export type CommentId = Id<'comment'>;
export type FileId = Id<'file'>;
/** The id of a unit from version 0.1 is the name that it had then. */
export type UnitId = Id<'unit'>;
/** The id of a forvaltning; in one from version 0.1 it is the name that it had then. */
export type AdministrationId = Id<'administration'>;
export type RoomId = Id<'room'>;
export type CampaignId = Id<'campaign'>;
export type JoinId = Id<'join'>;

export type AnyId = Id<string>;

/** The id of a draft or request, which files, messages and cards belong to. */
export type AboutId = DraftId | RequestId;

/** Gives the id of the request that a draft becomes: files and messages of the draft stay with the request. */
export function requestIdOf(about: AboutId): RequestId {
  return about as string as RequestId;
}

/** Gives the id of the draft that a request may have been. */
export function draftIdOf(about: AboutId): DraftId {
  return about as string as DraftId;
}

/** Gives the id of the message about a request that a draft becomes when it is sent as a reply. */
export function commentIdOf(draft: DraftId): CommentId {
  return draft as string as CommentId;
}

/** Gives the recipient of an outbox row as a person's id, for kinds that go to people. */
export function personIdOf(recipient: string): PersonId {
  return recipient as PersonId;
}

/** Gives the recipient of an outbox row as a room's id, for kinds that go to channels. */
export function roomIdOf(recipient: string): RoomId {
  return recipient as RoomId;
}
