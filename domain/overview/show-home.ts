import { z } from 'zod';
import { openCampaignForm } from '../campaigns/open-campaign-form.ts';
import { done, type Result } from '../refusal.ts';
import { maySubmit } from '../requests/drafts/submit-request.ts';
import { listInbox, ownsAUnit } from '../requests/flows/list-inbox.ts';
import { listMine } from '../requests/flows/list-mine.ts';
import { anyone, useCase } from '../use-case.ts';
import { isManager, showDigest } from './show-digest.ts';

type Value<Of extends { run(...args: never[]): Promise<Result<unknown>> }> = Extract<
  Awaited<ReturnType<Of['run']>>,
  { ok: true }
>['value'];

export interface Home {
  mine: Value<typeof listMine> | null;
  inbox: Value<typeof listInbox> | null;
  digest: Value<typeof showDigest> | null;
  mayStartCampaigns: boolean;
}

/** What a person's Home shows: all that their roles give them, null where a role is not theirs. */
export const showHome = useCase({
  name: 'show-home',
  does: 'look-up',
  input: z.object({}),
  allows: anyone,
  async run(world, actor): Promise<Result<Home>> {
    const [mine, inbox, digest] = await Promise.all([
      maySubmit(actor) ? listMine.run(world, actor, {}) : null,
      ownsAUnit(actor) ? listInbox.run(world, actor, {}) : null,
      isManager(actor) ? showDigest.run(world, actor, {}) : null,
    ]);
    return done({
      mine: given(mine),
      inbox: given(inbox),
      digest: given(digest),
      mayStartCampaigns: openCampaignForm.allows(actor),
    });
  },
});

function given<Value>(result: Result<Value> | null): Value | null {
  return result?.ok ? result.value : null;
}
