import { blank } from '../../cards/card.ts';
import { commentForm } from '../../cards/conversation/comment-form.ts';
import { filesCard } from '../../cards/conversation/files.ts';
import { noticeCard } from '../../cards/notice.ts';
import { attachFiles } from '../../domain/conversation/attach-files.ts';
import { commentOnRequest, openCommentForm } from '../../domain/conversation/comment-on-request.ts';
import {
  answerQuestion,
  askAboutWords,
  sendAsReply,
  takeReplyBack,
} from '../../domain/conversation/replies/answer-question.ts';
import { showFiles } from '../../domain/conversation/show-files.ts';
import { commentTexts } from '../../locales/requests/comment.ts';
import { fileTexts } from '../../locales/requests/files.ts';
import { card, does, form, handler } from '../handler.ts';
import { draftShown } from '../requests/drafts.ts';
import { keptFirst } from '../requests/stale.ts';

export const conversation = {
  'open-comment-form': handler(openCommentForm, {
    done: ({ language }, { view }) => form(commentForm(view, blank, language), 'below'),
  }),

  'comment-on-request': handler(commentOnRequest, {
    done({ language }, { requestId, side, unit }) {
      const words = commentTexts[language];
      const said = noticeCard(side === 'leader' ? words.sentToUnit(unit) : words.sentToLeader);
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

  'attach-files': handler(attachFiles, {
    done(asking, target) {
      if (target.is === 'draft') return draftShown(asking, { draftId: target.about });
      return card({ ...noticeCard(fileTexts[asking.language].attached), about: target.about });
    },
  }),

  'show-files': handler(showFiles, {
    async done({ language, fileLink }, { about, number, files }) {
      const shown = await Promise.all(files.map(async (file) => ({ file, url: await fileLink(file.id) })));
      return card({ ...filesCard(number, shown, language), ...(number === null ? {} : { shows: about }) }, 'below');
    },
  }),
};
