import type { Json, View } from '../../chats.ts';
import { completeView } from '../client/modals.ts';
import { viewRefusal } from '../limits.ts';
import { type Method, refuse, refuseContent, type Workspace } from './method.ts';

/** https://docs.slack.dev/reference/methods?family=views. */
export const viewMethods: Record<string, Method> = {
  'views.open': ({ trigger_id, view }, { triggers, modals }) => {
    const refused = modalRefusal(view);
    if (refused) return refused;
    const redeemed = triggers.redeem(String(trigger_id));
    if ('error' in redeemed) return refuse(redeemed.error);
    return { ok: true, view: modals.show(redeemed.email, view as Json) };
  },

  'views.push': ({ trigger_id, view }, { triggers, modals }) => {
    const refused = modalRefusal(view);
    if (refused) return refused;
    const redeemed = triggers.redeem(String(trigger_id));
    if ('error' in redeemed) return refuse(redeemed.error);
    const pushed = modals.push(redeemed.email, view as Json);
    return pushed ? { ok: true, view: pushed } : refuse('push_limit_reached');
  },

  'views.update': (args, { modals }) => {
    const refused = modalRefusal(args.view);
    if (refused) return refused;
    const found = modals.find(args);
    if (!found) return refuse('not_found');
    if (isStale(args, found.view)) return refuse('hash_conflict');
    return { ok: true, view: modals.update(found.email, found.view, args.view as Json) };
  },

  'views.publish': (args, workspace) => {
    const person = workspace.people.find('slack', ({ slackUser }) => slackUser === args.user_id);
    if (!person) return refuse('user_not_found');
    const source = args.view as Json;
    if (source?.type !== 'home') return refuse('invalid_arguments');
    const refusal = viewRefusal(source);
    if (refusal) return refuseContent(refusal);
    const earlier = workspace.chats.of('slack', person.email).home;
    if (earlier && isStale(args, earlier)) return refuse('hash_conflict');
    return { ok: true, view: publish(source, person, workspace) };
  },
};

function modalRefusal(view: unknown): Json | null {
  if (typeof view !== 'object' || view === null || (view as Json).type !== 'modal') return refuse('invalid_arguments');
  const refusal = viewRefusal(view as Json);
  return refusal && refuseContent(refusal);
}

/** Says whether an update was made for a view that has changed since. */
function isStale({ hash }: Json, view: View): boolean {
  return hash !== undefined && hash !== view.hash;
}

function publish(
  source: Json,
  { email, slackUser }: { email: string; slackUser: string },
  { chats, credentials }: Workspace,
): View {
  const id = `V${slackUser}`;
  const home = completeView(source, { id, root_view_id: id, previous_view_id: null }, credentials);
  chats.showHome(email, home);
  return home;
}
