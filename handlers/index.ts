import type { ActionName } from '../domain/index.ts';
import { campaign } from './campaign.ts';
import { conversation } from './conversation.ts';
import { type Asking, type Handler, type Inbound, type Reply, refusalReply } from './handler.ts';
import { lists } from './lists.ts';
import { person } from './person.ts';
import { report } from './report.ts';
import { requests } from './requests.ts';
import { rooms } from './rooms.ts';

const handlers: Record<ActionName, Handler> = {
  ...report,
  ...requests,
  ...lists,
  ...campaign,
  ...person,
  ...conversation,
  ...rooms,
};

/** Answers what a person did; an action that no handler knows gets a kind word and changes nothing. */
export async function handle(asking: Asking, inbound: Inbound): Promise<Reply> {
  const found = Object.hasOwn(handlers, inbound.action) ? handlers[inbound.action as ActionName] : undefined;
  return found ? found(asking, inbound) : refusalReply('unknown-action', asking.language);
}
