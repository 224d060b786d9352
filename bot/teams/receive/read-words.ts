import { decodeHTMLStrict } from 'entities';
import { z } from 'zod';
import type { Language } from '../../../domain/vocabulary.ts';
import { edgeTexts } from '../../../locales/edges/edge.ts';
import { isPersonal, placeOf, type TeamsActivity } from './activity.ts';
import { filesIn } from './files.ts';
import { type HtmlMessage, htmlText, type Mention, type Quote, readMessage, withMentions } from './html-text.ts';
import { readAttachments } from './read-attachments.ts';

/** The words of a message with everything that came with it, except its key. */
export function wordsOf(activity: TeamsActivity, language: Language) {
  const html = readMessage(htmlOf(activity));
  const text = textOf(activity, html);
  const quote = entityQuote(activity) ?? html.quote;
  const { said, links, forwarded, unread, quoted } = readAttachments(activity, html, text);
  const from = quote ?? quoted;
  const words = [text, ...said, ...forwarded].filter((part) => part !== '');
  return {
    // An address alone is no words.
    text: [...words, ...(words.length > 0 ? links : [])].join('\n\n'),
    message: activity.id ?? '',
    repliesTo: placeOf(activity).root ?? from?.message ?? null,
    // The bot's own words are nobody's wish.
    quoted: from && !isBot(activity, from.author) ? from.text : '',
    files: filesIn(activity, edgeTexts[language].picture),
    unread,
  };
}

/** https://learn.microsoft.com/dotnet/api/microsoft.teams.apps.schema.entities.quotedreplyentity */
const quotedReply = z.looseObject({
  type: z.literal('quotedReply'),
  quotedReply: z.looseObject({
    messageId: z.string().min(1).max(100),
    senderId: z.string().max(500).nullish(),
    senderName: z.string().max(500).nullish(),
    preview: z.string().nullish(),
  }),
});

/** Stands in plain text for a message that an entity quotes. */
const placeholder = /<quoted\b[^<>]*>/gi;

/**
 * The words of a message, without those that it quotes and without the name of the bot, which a channel or group needs to
 * be heard. The HTML is what was written: the plain text that comes along has lost whatever looks like a tag, and holds
 * a quoted message without a border. https://learn.microsoft.com/microsoftteams/platform/bots/how-to/conversations/conversation-messages
 */
function textOf(activity: TeamsActivity, html: HtmlMessage): string {
  const written = withMentions(html, namesIn(activity));
  const isEmpty = written === '' && html.mentions.length === 0 && html.quote === null && !html.hasSticker;
  return isEmpty ? plainWords(activity) : unnamed(activity, written);
}

/** The message that a reply in a chat quotes, as newer clients name it. */
function entityQuote({ entities = [] }: TeamsActivity): Quote | null {
  for (const entity of entities) {
    const { data } = quotedReply.safeParse(entity);
    if (!data) continue;
    const { messageId: message, senderId, senderName, preview } = data.quotedReply;
    return { message, author: senderId ?? senderName ?? null, text: preview ?? '' };
  }
  return null;
}

function plainWords(activity: TeamsActivity): string {
  const { text = '' } = activity;
  const naming = namesIn(activity);
  const named = text
    .replace(placeholder, ' ')
    .replace(/<at\b([^<>]*)>([^<>]*)<\/at>/gi, (_all, attributes: string, name: string) =>
      naming({ id: /id="([^"]*)"/i.exec(attributes)?.[1] ?? '', name: decodeHTMLStrict(name) }),
    );
  return unnamed(activity, decodeHTMLStrict(named).replaceAll('\u00a0', ' ').trim());
}

const mention = z.looseObject({
  type: z.literal('mention'),
  text: z.string().nullish(),
  mentioned: z.looseObject({ id: z.string(), name: z.string().nullish() }),
});

/**
 * Gives the words for each name that is called: none for the bot's own. Teams counts the names; a client may leave out
 * the entity or its text, and in a channel or group the first name is then the bot's, which hears nothing else there.
 */
function namesIn(activity: TeamsActivity): (called: Mention) => string {
  const { entities = [], recipient } = activity;
  const known = entities.flatMap((entity) => mention.safeParse(entity).data ?? []);
  const isNamed = known.some(({ mentioned }) => mentioned.id === recipient.id);
  // Each name is read once: a message may call thousands of them.
  const called = new Map<string, (typeof known)[number]>();
  for (const one of known.toReversed()) called.set((one.mentioned.name ?? htmlText(one.text ?? '')).toLowerCase(), one);
  let isFirst = true;
  return ({ id, name }) => {
    const wasFirst = isFirst;
    isFirst = false;
    const numbered = /^\d{1,3}$/.test(id) ? known[Number(id)] : undefined;
    const byName = name === '' ? undefined : called.get(name.toLowerCase());
    const { mentioned } = numbered ?? byName ?? {};
    if (mentioned?.id === recipient.id) return ' ';
    const isFirstThere = wasFirst && mentioned === undefined && !isPersonal(activity);
    return !isNamed && (isFirstThere || same(name, recipient.name ?? '')) ? ' ' : name;
  };
}

/** The rest of a longer word, such as “Forenklingsbotten”. */
const goesOn = /^[\p{L}\p{N}]/u;

/** The words without the bot's name where it stands in front of them without any mark. */
function unnamed({ entities = [], recipient }: TeamsActivity, words: string): string {
  const names = entities.flatMap((entity) => {
    const { data } = mention.safeParse(entity);
    return data?.mentioned.id === recipient.id ? [htmlText(data.text ?? ''), data.mentioned.name ?? ''] : [];
  });
  const bare = names.find((name) => name !== '' && words.startsWith(name) && !goesOn.test(words.slice(name.length)));
  return (bare === undefined ? words : words.slice(bare.length)).trim();
}

const same = (one: string, other: string) => one !== '' && one.toLowerCase() === other.toLowerCase();

/** Ids of bots begin with 28: https://learn.microsoft.com/microsoftteams/platform/bots/how-to/conversations/conversation-messages */
function isBot({ recipient }: TeamsActivity, author: string | null): boolean {
  return author !== null && (author.startsWith('28:') || author === recipient.id || same(author, recipient.name ?? ''));
}

function htmlOf({ attachments = [] }: Pick<TeamsActivity, 'attachments'>): string {
  const html = attachments.find(({ contentType }) => contentType === 'text/html')?.content;
  return typeof html === 'string' ? html : '';
}
