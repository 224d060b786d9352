import { z } from 'zod';
import { cardVersion, requestId } from '../../input.ts';
import { maySubmit } from '../../people/roles.ts';
import { done, refuse } from '../../refusal.ts';
import { useCase } from '../../use-case.ts';
import { requestArrived } from '../messages/request-arrived.ts';
import { requestRestored, requestWithdrawn } from '../messages/request-withdrawn.ts';
import { tellUnlessWaiting } from '../messages/tell-unless-waiting.ts';
import { changeRequest, moveRequest, requestFor } from '../move-request.ts';
import { stateAfter } from '../transitions.ts';
import { undoableUntil, viewRequest } from '../view-request.ts';

const input = z.object({ requestId, version: cardVersion });

/** Asks the leader whether the request is to be withdrawn. */
export const openWithdrawal = useCase({
  name: 'open-withdrawal',
  does: 'look-up',
  input,
  allows: maySubmit,
  async run(world, actor, { requestId, version }) {
    const found = await requestFor(world, actor, requestId, 'leader', 'withdraw', version);
    if (!found.ok) return found;
    const view = await viewRequest(world, actor, found.value);
    return view ? done(view) : refuse('not-found');
  },
});

/** Withdraws the leader's request, which can be undone for a day; the owners who have heard of it are told. */
export const withdrawRequest = useCase({
  name: 'withdraw-request',
  does: 'change',
  input,
  allows: maySubmit,
  async run(world, actor, { requestId, version }) {
    const found = await requestFor(world, actor, requestId, 'leader', 'withdraw', version);
    if (!found.ok) return found;
    const { state } = found.value;
    await moveRequest(world, actor, found.value, 'withdraw', {}, { type: 'withdrawn', before: state });
    // An owner who has not heard that it is there, or that it is back, believes what is true already.
    const unheard = state === 'routed' ? [requestArrived.kind, requestRestored.kind] : [requestRestored.kind];
    await tellUnlessWaiting(world, requestWithdrawn, requestId, unheard);
    return done({ requestId });
  },
});

/** Takes a withdrawal back within a day: the request is again as it was before, and the owners are told. */
export const undoWithdrawal = useCase({
  name: 'undo-withdrawal',
  does: 'change',
  input,
  allows: maySubmit,
  async run(world, actor, { requestId, version }) {
    const found = await requestFor(world, actor, requestId, 'leader', 'undoWithdrawal', version);
    if (!found.ok) return found;
    const request = found.value;
    const history = await world.requests.history(requestId);
    const until = undoableUntil(request.state, history);
    if (until === null || world.now() >= until) return refuse('wrong-state');
    const last = history.findLast(({ type }) => type === 'withdrawn');
    const before = last?.type === 'withdrawn' ? last.before : undefined;
    const state = before ?? stateAfter(request.state, 'undoWithdrawal');
    if (!state) return refuse('wrong-state');
    await changeRequest(world, actor, request, { state }, { type: 'restored' });
    await tellUnlessWaiting(world, requestRestored, requestId, [requestArrived.kind, requestWithdrawn.kind]);
    return done({ requestId });
  },
});
