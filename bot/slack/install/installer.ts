import { welcome } from '../../conversation/welcome.ts';
import { senderOf } from '../receive/sender.ts';
import { workspaceOfTenant } from '../send/clients.ts';
import { openChat } from '../send/deliver.ts';
import { say } from '../send/show.ts';
import type { Installing } from './install.ts';

/** Whoever has installed the app is greeted in their own chat, if they are on the list and were not before. */
export async function greetInstaller({ clients, edge }: Installing, tenant: string, user: string): Promise<void> {
  const workspace = workspaceOfTenant(tenant);
  try {
    const client = await clients.of(workspace);
    const channel = await openChat(client, user);
    const outgoing = await welcome(edge, senderOf(client, tenant, workspace, user, channel));
    if (outgoing) await say(client, outgoing, channel, null);
  } catch (error) {
    // The app is installed all the same, and its page must say so.
    edge.log.warn({ err: error, platform: 'slack', tenant }, 'installer not greeted');
  }
}
