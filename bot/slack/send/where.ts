import type { Origin } from '../../../cards/packed-action.ts';
import { isReceipt, type Outgoing } from '../../conversation/outgoing.ts';

/** The person's view when they did something. */
export interface Before {
  /** Lives three seconds; needed to open a modal. */
  trigger: string | null;
  /** The message or the modal that was acted on; without `ts`, a conversation. */
  origin: Origin | null;
  /** The place that the result of an open form goes to. */
  formFrom?: Origin | null;
  /**
   * A conversation, a modal with a card, one that lies on another one, a modal with a form, or the Home tab or any other
   * place from which they do not see their chat, so that a card comes in a modal.
   */
  from: 'chat' | 'modal' | 'upper-modal' | 'form' | 'elsewhere';
}

/** All that decides where a reply is shown. */
export interface Facts {
  reply: 'card' | 'form';
  at: 'here' | 'below';
  from: Before['from'];
  /** A modal can still be opened. */
  canOpen: boolean;
  actedOn: 'message' | 'modal' | 'nothing';
  /** For one person's eyes, though others read along. */
  isPrivate: boolean;
  isReceipt: boolean;
  /** The card shows a draft or a request. */
  isAbout: boolean;
}

/**
 * `modal`: a new one. `same-modal`: the one that was acted on. `own-chat`: below, in the person's own chat. `whisper`: for
 * their eyes only. `in-place`: in the message that was acted on. `below`: as a new message.
 */
export type Where = 'modal' | 'same-modal' | 'own-chat' | 'nowhere' | 'whisper' | 'in-place' | 'below';

/** Read from the top: the first row whose facts all hold says where. */
export const rows: ReadonlyArray<{ when: Partial<Facts>; where: Where }> = [
  { when: { reply: 'form', from: 'form', actedOn: 'modal' }, where: 'same-modal' },
  { when: { reply: 'form', canOpen: true }, where: 'modal' },
  { when: { canOpen: true, from: 'elsewhere' }, where: 'modal' },
  { when: { canOpen: true, from: 'modal', at: 'below' }, where: 'modal' },
  // Nothing came of it: the form stays with its words.
  { when: { canOpen: true, from: 'form', at: 'below' }, where: 'modal' },
  { when: { actedOn: 'modal' }, where: 'same-modal' },
  { when: { isPrivate: true, isReceipt: true }, where: 'own-chat' },
  // A card that would take the place of the one pressed: that one is everybody's, and is brought up to date for all.
  { when: { isPrivate: true, actedOn: 'message', reply: 'card', at: 'here', isAbout: true }, where: 'nowhere' },
  { when: { isPrivate: true }, where: 'whisper' },
  { when: { actedOn: 'message', reply: 'card', at: 'here' }, where: 'in-place' },
  { when: {}, where: 'below' },
];

export function whereFor(facts: Facts): Where {
  const row = rows.find(({ when }) =>
    Object.entries(when).every(([name, value]) => facts[name as keyof Facts] === value),
  );
  if (!row) throw new Error('the last row holds always');
  return row.where;
}

/** The second choice when the first place is gone: as if nothing had been acted on. */
export function whereElse(facts: Facts): Where {
  return whereFor({ ...facts, canOpen: false, actedOn: 'nothing', isReceipt: false });
}

export function factsOf(outgoing: Outgoing, { trigger, origin, from }: Before): Facts {
  const { reply, isPrivate } = outgoing;
  return {
    reply: reply.reply,
    at: reply.at,
    from,
    canOpen: Boolean(trigger),
    actedOn: origin === null ? 'nothing' : 'view' in origin ? 'modal' : origin.ts === null ? 'nothing' : 'message',
    isPrivate,
    isReceipt: isReceipt(outgoing),
    isAbout: reply.reply === 'card' && reply.card.about !== undefined,
  };
}
