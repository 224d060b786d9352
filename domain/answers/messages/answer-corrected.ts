import { z } from 'zod';
import { defineMessage } from '../../delivery/message.ts';
import { requestId } from '../../input.ts';
import type { Person } from '../../people/person.ts';
import { leader } from '../../requests/messages/audience.ts';
import { viewById } from '../../requests/view-request.ts';

/** The unit has corrected its tilbagemelding: it says another decision or another time now. */
export const answerCorrected = defineMessage({
  kind: 'answer-corrected',
  payload: z.object({ requestId }),
  class: 'answer',
  recipients: (world, { requestId }) => leader(world, requestId),
  async content(world, reader: Person, { requestId }) {
    const view = await viewById(world, reader, requestId);
    return view?.answer ? { view, answer: view.answer } : null;
  },
});
