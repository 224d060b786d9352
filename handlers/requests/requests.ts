import { blank } from '../../cards/card.ts';
import { noticeCard } from '../../cards/notice.ts';
import { button } from '../../cards/parts.ts';
import { handOverForm } from '../../cards/requests/hand-over-form.ts';
import { inboxCard, mineCard, overdueCard } from '../../cards/requests/lists.ts';
import { requestCard, withdrawalCard } from '../../cards/requests/request.ts';
import type { RequestId } from '../../domain/ids.ts';
import { acknowledgeRequest } from '../../domain/requests/flows/acknowledge.ts';
import { handOverRequest, openHandOverForm } from '../../domain/requests/flows/hand-over.ts';
import { listInbox, listMine, listOverdue } from '../../domain/requests/flows/list-requests.ts';
import { refreshRequest, showRequest } from '../../domain/requests/flows/show-request.ts';
import { openWithdrawal, undoWithdrawal, withdrawRequest } from '../../domain/requests/flows/withdraw.ts';
import { requestTexts } from '../../locales/requests/request.ts';
import { type Asking, card, form, handler, type Reply, viewOf } from '../handler.ts';
import { filledAgain, movedOn } from './stale.ts';

/** Shows a request in its present state, after an action of the person. */
export const asItStands = async (asking: Asking, { requestId }: { requestId: RequestId }): Promise<Reply> =>
  card(requestCard(await viewOf(asking, requestId), asking.language));

export const requests = {
  'list-mine': handler(listMine, {
    done: ({ language }, mine) => card(mineCard(mine, language), mine.turned ? 'here' : 'below'),
  }),

  'list-inbox': handler(listInbox, {
    done: ({ language }, inbox) => card(inboxCard(inbox, language), inbox.turned ? 'here' : 'below'),
  }),

  'list-overdue': handler(listOverdue, {
    done: ({ language }, page) => card(overdueCard(page, language), page.turned ? 'here' : 'below'),
  }),

  'show-request': handler(showRequest, { done: ({ language }, view) => card(requestCard(view, language), 'below') }),

  'refresh-request': handler(refreshRequest, { done: ({ language }, view) => card(requestCard(view, language)) }),

  'acknowledge-request': handler(acknowledgeRequest, { done: asItStands, refused: movedOn }),

  'open-withdrawal': handler(openWithdrawal, {
    done: ({ language }, view) => card(withdrawalCard(view, language)),
    refused: movedOn,
  }),

  'withdraw-request': handler(withdrawRequest, { done: asItStands, refused: movedOn }),

  'undo-withdrawal': handler(undoWithdrawal, { done: asItStands, refused: movedOn }),

  'open-hand-over-form': handler(openHandOverForm, {
    done: ({ language }, opened) => form(handOverForm(opened, blank, language)),
    refused: movedOn,
  }),

  'hand-over-request': handler(handOverRequest, {
    done({ language }, { number, unit }) {
      const words = requestTexts[language];
      return card(noticeCard(words.handedOverNow(number, unit), [button('list-inbox', words.inbox)]));
    },
    refused: filledAgain(openHandOverForm, (requestId) => ({ requestId }), handOverForm),
  }),
};
