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

/** Answers a button or form; an action that no button may start is refused as unknown. */
export async function handlePressed(asking: Asking, inbound: Inbound): Promise<Reply> {
  const isPressable = isAction(inbound.action) && useCases[inbound.action].pressable;
  return isPressable ? handle(asking, inbound) : refusalReply('unknown-action', asking.language);
}

/** Answers an action of a person; an unknown one gets a friendly refusal and changes nothing. */
export async function handle(asking: Asking, inbound: Inbound): Promise<Reply> {
  return isAction(inbound.action)
    ? handlers[inbound.action](asking, inbound)
    : refusalReply('unknown-action', asking.language);
}
