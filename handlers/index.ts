import type { ActionName } from '../domain/index.ts';
import { campaign } from './campaigns/campaign.ts';
import { rooms } from './channels/rooms.ts';
import { conversation } from './conversation/conversation.ts';
import { type Asking, type Handler, type Inbound, type Reply, refusalReply } from './handler.ts';
import { lists } from './overview/lists.ts';
import { person } from './people/person.ts';
import { requests } from './requests/requests.ts';
import { report } from './requests/submit.ts';

const handlers: Record<ActionName, Handler> = {
  ...report,
  ...requests,
  ...lists,
  ...campaign,
  ...person,
  ...conversation,
  ...rooms,
};

/** Only the platform may say where a file is kept: a card passes through the reader's client, and may name anything. */
const neverPressed: ActionName = 'attach-files';

/** Answers a button or form. */
export async function handlePressed(asking: Asking, inbound: Inbound): Promise<Reply> {
  return inbound.action === neverPressed ? refusalReply('unknown-action', asking.language) : handle(asking, inbound);
}

/** Answers what a person did; an action that no handler knows gets a kind word and changes nothing. */
export async function handle(asking: Asking, inbound: Inbound): Promise<Reply> {
  const found = Object.hasOwn(handlers, inbound.action) ? handlers[inbound.action as ActionName] : undefined;
  if (!found) return refusalReply('unknown-action', asking.language);
  // In which channel it was done is the edge's knowledge, never the card's.
  const { roomId: _claimed, ...input } = inbound.input;
  return found(asking, { ...inbound, input: asking.room ? { ...input, roomId: asking.room.id } : input });
}
