import { noticeCard } from '../../cards/notice.ts';
import { joinButton } from '../../cards/parts.ts';
import { type Context, withoutChat } from '../../domain/context.ts';
import { keepsWords, readIntent } from '../../domain/conversation/intents/read-intent.ts';
import { strangerOf } from '../../domain/people/actor.ts';
import { askToJoin, isOpen } from '../../domain/people/join/ask-to-join.ts';
import { keepWords } from '../../domain/people/join/keep-words.ts';
import { perform } from '../../domain/perform.ts';
import type { World } from '../../domain/ports.ts';
import type { Refusal } from '../../domain/refusal.ts';
import { cleanText } from '../../domain/text/clean-text.ts';
import { findCprNumbers } from '../../domain/text/cpr/find.ts';
import type { Language } from '../../domain/vocabulary.ts';
import { commandIn } from '../../handlers/conversation/understand.ts';
import { edgeTexts } from '../../locales/edges/edge.ts';
import { joinTexts } from '../../locales/people/join.ts';
import { refusalTexts } from '../../locales/refusals.ts';
import { fileTexts } from '../../locales/requests/files.ts';
import { type Arrival, isAfterwards, type Sender } from './arrival.ts';
import type { Edge } from './edge.ts';
import { type Outgoing, wordTo } from './outgoing.ts';

/**
 * Lets a person who is not on the list ask to be let in, and keeps what they write until then; a guest of another
 * organisation may not ask. Null when there is nothing to say.
 */
export async function handleStranger(
  { changed }: Edge,
  world: World,
  sender: Sender,
  arrival: Arrival,
): Promise<Outgoing | null> {
  const language = await sender.locale();
  const words = edgeTexts[language];
  const { platform, place } = sender;
  const isLater = isAfterwards(arrival);
  const guest = () => (isLater ? null : wordTo(sender, noticeCard(words.guest, [], words.guestDetail), language));
  if (sender.foreign) return guest();
  const profile = await sender.profile();
  if (!profile && isLater) return null;
  if (!profile) return wordTo(sender, noticeCard(words.meetFirst, [], words.meetFirstDetail), language);
  const { email, name, guest: isGuest } = profile;
  // An app is answered by nothing it says.
  if (profile.isApp) return null;
  if (isGuest) return guest();
  if (!place) return isLater ? null : wordTo(sender, noticeCard(words.stranger, [], words.strangerDetail), language);
  const stranger = strangerOf({ platform, place, name, email: email ?? '', language });
  const { idempotencyKey } = arrival;
  if (arrival.arrives === 'action' && arrival.action === 'ask-to-join') {
    await perform({ world, useCase: askToJoin, actor: stranger, input: {}, context: withoutChat, idempotencyKey });
    changed(world);
    const waits = (await world.strangerWords.of(platform, place.user)).length > 0;
    const card = noticeCard(joinTexts[language].asked, [], waits ? joinTexts[language].wordsWait : null);
    return wordTo(sender, card, language, 'here');
  }
  const said = wordsOf(arrival);
  const result =
    said === null
      ? null
      : await perform({
          world,
          useCase: keepWords,
          actor: stranger,
          input: said,
          context: contextOf(sender, arrival),
          idempotencyKey,
        });
  const kept: Kept = result === null ? 'nothing' : !result.ok ? result.refusal : keptAs(result.value.isKept, said);
  if (isLater && (result === null || result.ok)) return null;
  const sent = 'files' in arrival ? arrival.files.length : 0;
  const told = [keptWords(kept, language), sent === 0 ? null : fileTexts[language].notKept(sent)];
  const isAsked = (await world.joins.of(platform, place.user)).some(isOpen);
  const card = isAsked
    ? noticeCard(joinTexts[language].asked, [], ...told)
    : noticeCard(words.stranger, [joinButton(joinTexts[language].ask)], words.strangerDetail, ...told);
  return wordTo(sender, card, language);
}

/** What became of the words of an arrival. */
type Kept = 'nothing' | 'kept' | 'too-many' | Refusal;

const keptAs = (isKept: boolean, said: { text: string | null } | null): Kept =>
  isKept ? 'kept' : said?.text == null ? 'nothing' : 'too-many';

function keptWords(kept: Kept, language: Language): string | null {
  const words = joinTexts[language];
  switch (kept) {
    case 'nothing':
      return null;
    case 'kept':
      return words.wordsWait;
    case 'too-many':
      return words.wordsTooMany;
    default:
      return refusalTexts[language][kept];
  }
}

/**
 * The words of an arrival that are to wait; a null text takes back those of a message that was deleted, or edited into
 * something else. Null: it has no words, or asks for something that only people on the list have.
 */
function wordsOf(arrival: Arrival): { text: string | null } | null {
  if (arrival.arrives === 'deletion') return { text: null };
  if (arrival.arrives !== 'words' && arrival.arrives !== 'command' && arrival.arrives !== 'edit') return null;
  const said = cleanText(arrival.text);
  if (isForSomebody(said)) return { text: said };
  return arrival.arrives === 'edit' ? { text: null } : null;
}

/** A few words that fit nothing are no wish; more of them may be one. */
const fewWords = 3;

function isForSomebody(said: string): boolean {
  // They are refused, and the writer hears why.
  if (findCprNumbers(said).length > 0) return true;
  if (said === '' || commandIn(said)) return false;
  const read = readIntent({ text: said, speaker: 'stranger', pending: 'none' });
  const isOther = read.is === 'one' && read.intent === 'other';
  return keepsWords(read) || (isOther && said.split(/\s+/).length > fewWords);
}

function contextOf({ platform, conversation }: Sender, arrival: Arrival): Context {
  if (!('message' in arrival)) return withoutChat;
  const editedAt = arrival.arrives === 'edit' ? arrival.editedAt : null;
  return { room: null, message: { at: { platform, conversation, message: arrival.message }, editedAt, files: [] } };
}
