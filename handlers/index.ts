import { type ActionName, isAction, useCases } from '../domain/index.ts';
import { answers } from './answers/answers.ts';
import { campaigns } from './campaigns/campaigns.ts';
import { channels } from './channels/channels.ts';
import { conversation } from './conversation/conversation.ts';
import { type Asking, type Handler, type Inbound, type Reply, refusalReply } from './handler.ts';
import { overview } from './overview/overview.ts';
import { people } from './people/people.ts';
import { drafts } from './requests/drafts.ts';
import { requests } from './requests/requests.ts';

const handlers: Record<ActionName, Handler> = {
  ...drafts,
  ...requests,
  ...answers,
  ...conversation,
  ...channels,
  ...campaigns,
  ...people,
  ...overview,
};

/** Answers a button or form; one that no button may start is as good as unknown. */
export async function handlePressed(asking: Asking, inbound: Inbound): Promise<Reply> {
  const isPressable = isAction(inbound.action) && useCases[inbound.action].pressable;
  return isPressable ? handle(asking, inbound) : refusalReply('unknown-action', asking.language);
}

/** Answers what a person did; an action that no handler knows gets a kind word and changes nothing. */
export async function handle(asking: Asking, inbound: Inbound): Promise<Reply> {
  return isAction(inbound.action)
    ? handlers[inbound.action](asking, inbound)
    : refusalReply('unknown-action', asking.language);
}
