import type { Chats, Json, View } from '../../chats.ts';
import type { Credentials } from '../../credentials.ts';
import { botUser } from '../bot-user.ts';
import { newSlackId, withIds } from '../ids.ts';

/** Slack allows a stack of three modals. */
const deepest = 3;

/** The values of the inputs of a view, by block id and action id. */
export type ViewState = Record<string, Record<string, Json>>;

interface Open {
  views: View[];
  /** The values that the person has filled in; they outlive the views under the same ids, as in Slack. */
  state: ViewState;
}

/** The open modals of all people. */
export class Modals {
  private readonly chats: Chats;
  private readonly credentials: Credentials;
  private readonly open = new Map<string, Open>();

  constructor(chats: Chats, credentials: Credentials) {
    this.chats = chats;
    this.credentials = credentials;
  }

  /** Opens a modal for a person, in place of those that were open. */
  show(email: string, source: Json): View {
    this.open.delete(email);
    return this.push(email, source) as View;
  }

  /** Opens a modal on top of the open ones. Null when there are three. */
  push(email: string, source: Json): View | null {
    const { views, state } = this.open.get(email) ?? { views: [], state: {} };
    if (views.length >= deepest) return null;
    const id = newSlackId('V');
    const place = { id, root_view_id: views[0]?.id ?? id, previous_view_id: views.at(-1)?.id ?? null };
    const view = completeView(source, place, this.credentials);
    this.keep(email, [...views, view], state);
    return view;
  }

  update(email: string, earlier: View, source: Json): View {
    const { views, state } = this.open.get(email) ?? { views: [], state: {} };
    const { id, root_view_id, previous_view_id } = earlier;
    const view = completeView(source, { id, root_view_id, previous_view_id }, this.credentials);
    this.keep(
      email,
      views.map((one) => (one.id === id ? view : one)),
      state,
    );
    return view;
  }

  closeTop(email: string): void {
    const { views, state } = this.open.get(email) ?? { views: [], state: {} };
    this.keep(email, views.slice(0, -1), state);
  }

  closeAll(email: string): void {
    this.keep(email, [], {});
  }

  /** The person who has the modal open, by its id or the app's own id for it. */
  find({ view_id: id, external_id: externalId }: Json): { email: string; view: View } | null {
    for (const [email, { views }] of this.open) {
      const view = views.find((one) => one.id === id || (externalId !== undefined && one.external_id === externalId));
      if (view) return { email, view };
    }
    return null;
  }

  stateOf(email: string): ViewState {
    return this.open.get(email)?.state ?? {};
  }

  remember(email: string, state: ViewState): void {
    const open = this.open.get(email);
    if (open) open.state = { ...open.state, ...state };
  }

  private keep(email: string, views: View[], state: ViewState): void {
    if (views.length > 0) this.open.set(email, { views, state });
    else this.open.delete(email);
    this.chats.showView(email, views.at(-1) ?? null);
  }
}

/** A view as Slack keeps it and gives it back: https://docs.slack.dev/reference/views/view-object. */
export function completeView(
  source: Json,
  place: { id: string; root_view_id: unknown; previous_view_id: unknown },
  { slackTeamId, slackAppId }: Credentials,
): View {
  return {
    private_metadata: '',
    callback_id: '',
    external_id: '',
    clear_on_close: false,
    notify_on_close: false,
    close: null,
    submit: null,
    ...source,
    ...place,
    blocks: withIds(source.blocks as Json[]),
    team_id: slackTeamId,
    app_id: slackAppId,
    app_installed_team_id: slackTeamId,
    bot_id: botUser.botId,
    hash: `${Date.now()}.${newSlackId('')}`,
  };
}
