import { blank, type Card } from '../../cards/card.ts';
import { followForm } from '../../cards/channels/room.ts';
import { noticeCard } from '../../cards/notice.ts';
import { button } from '../../cards/parts.ts';
import { followUnit, openFollowForm, unfollowUnit } from '../../domain/channels/follow-unit.ts';
import { roomTexts } from '../../locales/channels/room.ts';
import { does, form, handler, type Reply } from '../handler.ts';

const forRoom = (shown: Card): Reply => ({ reply: 'card', card: shown, at: 'here', for: 'room' });

export const channels = {
  'open-follow-form': handler(openFollowForm, {
    done: ({ language }, opened) => form(followForm(opened, blank, language)),
  }),

  'follow-unit': handler(followUnit, {
    done({ language }, { unit, waiting }) {
      const words = roomTexts[language];
      return forRoom(noticeCard(words.followed(unit, waiting), [button('unfollow-unit', words.stop)]));
    },
    async refused(asking, { refusal, problems, input }) {
      if (refusal !== 'invalid-input') return null;
      const opened = await does(asking, openFollowForm, {});
      return opened.ok ? form(followForm(opened.value, { values: input, problems }, asking.language)) : null;
    },
  }),

  'unfollow-unit': handler(unfollowUnit, {
    done({ language }) {
      const words = roomTexts[language];
      return forRoom(noticeCard(words.stopped, [button('open-follow-form', words.follow)]));
    },
  }),
};
