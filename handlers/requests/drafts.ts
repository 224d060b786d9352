import { blank, type Card } from '../../cards/card.ts';
import { noticeCard } from '../../cards/notice.ts';
import { button, text } from '../../cards/parts.ts';
import { draftCard, numberCard } from '../../cards/requests/drafts/draft.ts';
import { offeringJoin, offeringParts } from '../../cards/requests/drafts/parts.ts';
import { keptCard, replyCard, whichCard } from '../../cards/requests/drafts/reply.ts';
import { offeringTwo, splitCard } from '../../cards/requests/drafts/two-wishes.ts';
import { receiptCard, requestCard } from '../../cards/requests/request.ts';
import { requestForm, sentAlreadyForm } from '../../cards/requests/request-form.ts';
import type { DraftId, RequestId } from '../../domain/ids.ts';
import { draftId as draftIdInput } from '../../domain/input.ts';
import { unitOfArea } from '../../domain/people/organisation.ts';
import { mayAnswer, maySubmit } from '../../domain/people/roles.ts';
import type { World } from '../../domain/ports.ts';
import { confirmDraft, denyDraft } from '../../domain/requests/drafts/confirm-draft.ts';
import { discardDraft, takeWordsBack } from '../../domain/requests/drafts/discard-draft.ts';
import { draftRequest } from '../../domain/requests/drafts/draft-request.ts';
import { joinDrafts, partDraft } from '../../domain/requests/drafts/parts/join-drafts.ts';
import { partsOf } from '../../domain/requests/drafts/parts/parts.ts';
import { reviseDraft } from '../../domain/requests/drafts/revise-draft.ts';
import { sendDraft } from '../../domain/requests/drafts/send-draft.ts';
import { showDraft } from '../../domain/requests/drafts/show-draft.ts';
import type { ShownDraft } from '../../domain/requests/drafts/shown-draft.ts';
import { splitDraft } from '../../domain/requests/drafts/split/split-draft.ts';
import { type PartOfText, twoWishes } from '../../domain/requests/drafts/split/two-wishes.ts';
import { openRequestForm, submitRequest } from '../../domain/requests/drafts/submit-request.ts';
import { closeForm } from '../../domain/requests/flows/close-form.ts';
import { nameNumber } from '../../domain/requests/flows/name-number.ts';
import { suggestFields } from '../../domain/requests/suggest-fields/suggest-fields.ts';
import { draftTexts } from '../../locales/requests/draft.ts';
import { requestTexts } from '../../locales/requests/request.ts';
import { requestFormTexts } from '../../locales/requests/request-form.ts';
import { type Asking, card, does, form, handler, type Refused, type Reply, refusalReply, viewOf } from '../handler.ts';
import { movedOn } from './stale.ts';

const receipt = async (asking: Asking, { requestId }: { requestId: RequestId }): Promise<Reply> =>
  card(receiptCard(await viewOf(asking, requestId), asking.language));

/** Shows a draft in its present state, after it was made or changed. */
export const draftShown = async (asking: Asking, { draftId }: { draftId: DraftId }): Promise<Reply> => {
  const shown = await does(asking, showDraft, { draftId });
  return shown.ok ? card(draftShownCard(asking, shown.value)) : refusalReply(shown.refusal, asking.language);
};

function draftShownCard({ world, actor, language }: Asking, shown: ShownDraft): Card {
  const { draft, suggested, problem, files, answers, near } = shown;
  const [first] = answers;
  if (first && draft.reply?.is === 'going') return replyCard(shown, first, maySubmit(actor), language);
  if (!maySubmit(actor)) return keptCard(shown, mayAnswer(actor), language);
  if (first) return whichCard(shown, language);
  const unit = suggested.area && unitOfArea(world.organisation, suggested.area);
  const shownCard = draftCard(draft, suggested, problem, unit?.name ?? null, files, language);
  if (partsOf(draft).length > 1) return offeringParts(shownCard, draft, language);
  const two = problem === null ? twoWishes(draft.text) : null;
  if (two) return offeringTwo(shownCard, draft.id, halvesOf(world, two), language);
  return near && problem !== 'no-words' ? offeringJoin(shownCard, draft, near, language) : shownCard;
}

/** A draft to which more was written after its card was made: the whole of it, in place of that card. */
export async function draftAsItStands(asking: Asking, refused: Refused): Promise<Reply | null> {
  const { refusal, input } = refused;
  const { data } = draftIdInput.safeParse(input.draftId);
  const draft = refusal === 'wrong-state' && data !== undefined ? await asking.world.drafts.byId(data) : null;
  if (draft?.personId !== asking.actor.id) return movedOn(asking, refused);
  const shown = await draftShown(asking, { draftId: draft.id });
  if (shown.reply !== 'card') return shown;
  const said = text(draftTexts[asking.language].moreSince, 'strong');
  return { ...shown, card: { ...shown.card, blocks: [said, ...shown.card.blocks] } };
}

const halvesOf = ({ organisation }: World, parts: readonly PartOfText[]) =>
  parts.map(({ text: said, area }) => ({ text: said, unit: unitOfArea(organisation, area)?.name ?? null }));

async function splitShown({ world, language }: Asking, { draftIds }: { draftIds: readonly DraftId[] }): Promise<Reply> {
  const found = await Promise.all(draftIds.map((id) => world.drafts.byId(id)));
  const halves = found.flatMap((draft) => {
    if (!draft) return [];
    const { area } = suggestFields(draft.text);
    const unit = area && unitOfArea(world.organisation, area);
    return [{ id: draft.id, text: draft.text, unit: unit?.name ?? null }];
  });
  return card(splitCard(halves, language));
}

const discarded = ({ actor, language }: Asking): Reply =>
  card(
    noticeCard(
      draftTexts[language].discarded,
      maySubmit(actor) ? [button('open-request-form', requestTexts[language].another)] : [],
    ),
  );

export const drafts = {
  'open-request-form': handler(openRequestForm, {
    done({ language }, prefilled) {
      if (!prefilled) return form(requestForm(null, blank, language), 'below');
      const { draftId, text: said, isCut, parts } = prefilled;
      const { area, kind, minutesPerTime, timesPerMonth, peopleAffected } = prefilled.suggested;
      const values = {
        text: said,
        area: area ?? '',
        kind: kind ?? '',
        minutesPerTime: minutesPerTime?.toString() ?? '',
        timesPerMonth: timesPerMonth?.toString() ?? '',
        peopleAffected: peopleAffected?.toString() ?? '',
      };
      const filled = { values, problems: {} };
      const made = { isCut, parts: parts > 1 ? String(parts) : undefined };
      return form(requestForm(draftId, filled, language, made), draftId === null ? 'below' : 'here');
    },
  }),

  'submit-request': handler(submitRequest, {
    done: receipt,
    async refused(asking, { refusal, problems, input, earlier }) {
      const { language } = asking;
      const { parts } = input;
      const filled = (draftId: string | null) => requestForm(draftId, { values: input, problems }, language, { parts });
      if (refusal === 'sent-already' && earlier) {
        // Another form, so that what is in it can be sent as a request of its own.
        const { request } = await viewOf(asking, earlier.requestId);
        return form(sentAlreadyForm(request, { values: input, problems }, language));
      }
      if (refusal !== 'invalid-input' && refusal !== 'no-owner-for-area') return null;
      return form(filled(input.draftId ?? null));
    },
  }),

  'draft-request': handler(draftRequest, {
    async done(asking, { draftId, hasGrown }) {
      const shown = await draftShown(asking, { draftId });
      return hasGrown && shown.reply === 'card' ? { ...shown, renews: true } : shown;
    },
    refused: async ({ language }, { refusal }) =>
      refusal === 'looks-like-cpr' ? card(numberCard(language), 'below') : null,
  }),

  'name-number': handler(nameNumber, {
    done: ({ language }) => card(noticeCard(draftTexts[language].sendAgain)),
  }),

  'revise-draft': handler(reviseDraft, { done: draftShown }),

  'show-draft': handler(showDraft, { done: (asking, shown) => card(draftShownCard(asking, shown), 'below') }),

  'deny-draft': handler(denyDraft, {
    async done(asking, { draftId }) {
      const shown = await draftShown(asking, { draftId });
      if (shown.reply !== 'card' || shown.card.name !== 'draft') return shown;
      const words = draftTexts[asking.language];
      const { card: found } = shown;
      return card({ ...found, title: words.wrongTitle, blocks: [text(words.wrong), ...found.blocks] }, 'below');
    },
  }),

  'confirm-draft': handler(confirmDraft, {
    done: (asking, { draftId, requestId }) =>
      requestId === null ? draftShown(asking, { draftId }) : receipt(asking, { requestId }),
  }),

  'send-draft': handler(sendDraft, { done: receipt, refused: draftAsItStands }),

  'split-draft': handler(splitDraft, { done: splitShown, refused: draftAsItStands }),

  'join-drafts': handler(joinDrafts, { done: draftShown, refused: draftAsItStands }),

  'part-draft': handler(partDraft, { done: splitShown, refused: draftAsItStands }),

  'discard-draft': handler(discardDraft, { done: discarded, refused: draftAsItStands }),

  'take-words-back': handler(takeWordsBack, {
    done: (asking, { left }) => (left === null ? discarded(asking) : draftShown(asking, { draftId: left })),
  }),

  'close-form': handler(closeForm, {
    done(asking, closed) {
      if ('view' in closed) return card(requestCard(closed.view, asking.language));
      if ('draft' in closed) return card(draftShownCard(asking, closed));
      return card(noticeCard(requestFormTexts[asking.language].nothingSent));
    },
  }),
};
