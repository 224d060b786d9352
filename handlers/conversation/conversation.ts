import { blank } from '../../cards/card.ts';
import { commentForm } from '../../cards/conversation/comment-form.ts';
import { filesCard, filesReceivedCard, refusedLines } from '../../cards/conversation/files.ts';
import { addForm, correctForm } from '../../cards/conversation/own-words-forms.ts';
import { noticeCard } from '../../cards/notice.ts';
import { button } from '../../cards/parts.ts';
import { reachesLeader, receiverLines } from '../../cards/requests/comments.ts';
import { type Added, addDraft, addToRequest, openAddForm } from '../../domain/conversation/add-to-request.ts';
import { attachFiles } from '../../domain/conversation/attach-files.ts';
import { commentOnRequest, openCommentForm } from '../../domain/conversation/comment-on-request.ts';
import {
  answerQuestion,
  askAboutWords,
  sendAsReply,
  takeReplyBack,
} from '../../domain/conversation/replies/answer-question.ts';
import { showFiles } from '../../domain/conversation/show-files.ts';
import { requestId } from '../../domain/input.ts';
import { maySubmit } from '../../domain/people/roles.ts';
import { correctRequest, openCorrectForm } from '../../domain/requests/flows/correct.ts';
import { refusalTexts } from '../../locales/refusals.ts';
import { commentTexts } from '../../locales/requests/comment.ts';
import { fileTexts } from '../../locales/requests/files.ts';
import { requestTexts } from '../../locales/requests/request.ts';
import { type Asking, card, does, form, handler, type Refused, type Reply } from '../handler.ts';
import { draftAsItStands, draftShown } from '../requests/drafts.ts';
import { asItStands } from '../requests/requests.ts';
import { filledAgain, keptFirst, movedOn } from '../requests/stale.ts';

function added({ language }: Asking, { requestId, number, unit, isMessage }: Added): Reply {
  const words = requestTexts[language];
  const said = isMessage ? words.addedAsMessage(number, unit) : words.addedNow(number, unit);
  const see = button('show-request', words.seeRequest, { request: requestId });
  return card({ ...noticeCard(said, [see]), about: requestId });
}

/** Says that an answered request keeps its words, with the way to the unit; the request as it stands for an old card. */
async function notAnyMore(asking: Asking, refused: Refused): Promise<Reply | null> {
  const { refusal, input } = refused;
  const { data } = requestId.safeParse(input.requestId);
  if (refusal !== 'answered-already' || data === undefined)
    return input.text === undefined ? movedOn(asking, refused) : null;
  const write = button('open-comment-form', commentTexts[asking.language].write, { requestId: data });
  return card(noticeCard(refusalTexts[asking.language][refusal], [write]), 'below');
}

export const conversation = {
  'open-comment-form': handler(openCommentForm, {
    done: ({ language }, { view, text }) =>
      form(commentForm(view, text === '' ? blank : { values: { text }, problems: {} }, language), 'below'),
  }),

  'comment-on-request': handler(commentOnRequest, {
    // What an earlier version did has no receiver.
    done({ language }, { requestId, side, unit, receiver = { former: null, instead: null } }) {
      const words = commentTexts[language];
      const toLeader = reachesLeader(receiver) ? words.sentToLeader : words.notToLeader;
      const lines = receiverLines(receiver, side, unit, language);
      const said = noticeCard(side === 'leader' ? words.sentToUnit(unit) : toLeader, [], ...lines);
      return card({ ...said, about: requestId });
    },
    async refused(asking, refused) {
      const { refusal, problems, input } = refused;
      if (refusal === 'sent-already') return keptFirst(asking, refused);
      if (refusal !== 'invalid-input' || input.requestId === undefined) return null;
      const { room, message } = asking.context;
      // The form shows the writer's relation to the request, and everybody in the channel would read it.
      if (room && message) return problems.text === undefined ? null : card(noticeCard(problems.text), 'below');
      const opened = await does(asking, openCommentForm, { requestId: input.requestId });
      return opened.ok ? form(commentForm(opened.value.view, { values: input, problems }, asking.language)) : null;
    },
  }),

  'answer-question': handler(answerQuestion, { done: draftShown }),

  'ask-about-words': handler(askAboutWords, { done: draftShown }),

  'send-as-reply': handler(sendAsReply, { done: draftShown }),

  'take-reply-back': handler(takeReplyBack, { done: draftShown }),
  'open-correct-form': handler(openCorrectForm, {
    // A draft stays on its card until the form is sent.
    done: ({ language }, found) => form(correctForm(found, blank, language), found.by ? 'below' : 'here'),
    refused: notAnyMore,
  }),

  'correct-request': handler(correctRequest, {
    done: asItStands,
    async refused(asking, refused) {
      const again = filledAgain(openCorrectForm, (requestId, { draftId }) => ({ requestId, draftId }), correctForm);
      return (await notAnyMore(asking, refused)) ?? again(asking, refused);
    },
  }),

  'open-add-form': handler(openAddForm, {
    done: ({ language }, view) => form(addForm(view, blank, language), 'below'),
    refused: movedOn,
  }),

  'add-to-request': handler(addToRequest, {
    done: added,
    refused: filledAgain(openAddForm, (requestId) => ({ requestId }), addForm),
  }),

  'add-draft': handler(addDraft, { done: added, refused: draftAsItStands }),

  'attach-files': handler(attachFiles, {
    async done(asking, attached) {
      const { world, actor, language } = asking;
      // What an earlier version did has neither a count nor refused files.
      const { about, is, count = 1, refused = [] } = attached;
      const draft = is === 'draft' && about ? await world.drafts.byId(about) : null;
      if (draft && draft.text !== '') {
        const shown = await draftShown(asking, { draftId: draft.id });
        const lines = refusedLines(refused, language);
        return shown.reply === 'card'
          ? { ...shown, card: { ...shown.card, blocks: [...shown.card.blocks, ...lines] } }
          : shown;
      }
      const shows = about ? { about } : {};
      if (is !== 'request')
        return card({ ...filesReceivedCard({ count, refused }, maySubmit(actor), language), ...shows });
      const words = fileTexts[language];
      const said = noticeCard(count === 0 ? words.noneKept(refused.length) : words.received(count));
      return card({ ...said, blocks: [...said.blocks, ...refusedLines(refused, language)], ...shows });
    },
  }),

  'show-files': handler(showFiles, {
    async done({ language, fileLink }, { about, number, files }) {
      const shown = await Promise.all(files.map(async (file) => ({ file, url: await fileLink(file.id) })));
      return card({ ...filesCard(number, shown, language), ...(number === null ? {} : { shows: about }) }, 'below');
    },
  }),
};
