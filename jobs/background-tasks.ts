import { askOfTrial } from '../domain/answers/trial-ends.ts';
import { sendDue } from '../domain/conversation/replies/send-reply.ts';
import type { TaskDefinition } from '../domain/delivery/background-task.ts';
import type { Claimed } from '../domain/delivery/queue.ts';
import { payloadOf } from '../domain/delivery/registry.ts';
import { deliveries, type Payload, type TaskKind } from '../domain/index.ts';
import { takeOutPrompts } from './campaigns/withdraw-prompts.ts';
import { fetchContent } from './conversation/fetch-file.ts';
import type { Delivery, Work } from './delivery.ts';
import type { JobContext } from './job.ts';
import { publishHome } from './overview/fill-home.ts';
import { updateLiveCards } from './overview/live-cards.ts';
import { updateWhatShows } from './overview/request-changed.ts';
import { tellAtTheDoor } from './people/tell-turned-down.ts';

const works: { [Kind in TaskKind]: Work<Payload<Kind>> } = {
  'cards-changed': updateLiveCards,
  'fetch-file': fetchContent,
  home: publishHome,
  'request-changed': updateWhatShows,
  'send-reply': { run: ({ world }, { draftId }) => world.transaction(() => sendDue(world, draftId)) },
  'tell-turned-down': tellAtTheDoor,
  'trial-ends': {
    run: ({ world }, { requestId, until }) => world.transaction(() => askOfTrial(world, requestId, until)),
  },
  'withdraw-prompts': takeOutPrompts,
};

const tasks: { [Kind in TaskKind]: TaskDefinition<Kind, Payload<Kind>> } = deliveries;

/** Makes the delivery of a background task; null when the row does not have the shape of its kind. */
export function backgroundTask<Kind extends TaskKind>(context: JobContext, row: Claimed, kind: Kind): Delivery | null {
  const task = tasks[kind];
  const payload = payloadOf(task, row.message);
  if (payload === null) return null;
  const work: Work<Payload<Kind>> = works[kind];
  return {
    async send() {
      await work.run(context, payload);
      return { is: 'done' };
    },
    async giveUp(problem) {
      await work.giveUp?.(context, payload, problem);
      return task.whenFailed;
    },
  };
}
