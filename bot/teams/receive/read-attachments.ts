import { z } from 'zod';
import type { Unread } from '../../../domain/conversation/unread.ts';
import type { TeamsActivity } from './activity.ts';
import { fileIn, isHeard, textFileIn } from './files.ts';
import { type HtmlMessage, htmlText, type Quote } from './html-text.ts';

/** What came with a message beside its own words and files. */
interface Attached {
  /** Words that stand in attachments: code, the text of cards. */
  said: string[];
  /** The addresses of what cannot be opened. */
  links: string[];
  /** The texts of forwarded messages. */
  forwarded: string[];
  /** The message that is quoted; null when none is named here. */
  quoted: Quote | null;
  unread: Unread[];
}

/** The content of an attachment is an object, or one that is written as text. */
const content = <Shape extends z.ZodRawShape>(shape: Shape) =>
  z.preprocess((value) => {
    if (typeof value !== 'string') return value;
    try {
      return JSON.parse(value);
    } catch (error) {
      if (error instanceof SyntaxError) return {};
      throw error;
    }
  }, z.looseObject(shape));

const words = z.string().nullish();

/** https://learn.microsoft.com/graph/api/chatmessage-forwardtochat, the response's attachment */
const forwarded = content({ originalMessageContent: words, body: z.looseObject({ content: words }).nullish() });

/** https://learn.microsoft.com/graph/api/chatmessage-get, the example with a `messageReference` */
const reference = content({
  messageId: words,
  messagePreview: words,
  messageSender: z.looseObject({ application: z.unknown(), user: z.looseObject({ id: words }).nullish() }).nullish(),
});

const snippet = content({ name: words, code: words, text: words });
const component = content({ componentUrl: words });
const card = content({ title: words, subtitle: words, text: words });
const download = content({ fileType: words });

type Attachment = NonNullable<TeamsActivity['attachments']>[number];

/**
 * Reads what is attached to a message and is no file that the bot keeps (`files.ts`).
 * @param text the message's own words, which may hold the same addresses
 */
export function readAttachments(
  { attachments = [], serviceUrl }: TeamsActivity,
  html: HtmlMessage,
  text: string,
): Attached {
  const read: Attached = { said: [], links: [], forwarded: [], quoted: null, unread: [] };
  if (html.hasSticker) read.unread.push('sticker');
  if (html.hasLoop) read.unread.push('loop');
  for (const attachment of attachments)
    if (fileIn(attachment, serviceUrl, '') === null && textFileIn(attachment) === null) readOne(attachment, read, text);
  return { ...read, unread: [...new Set(read.unread)] };
}

function readOne({ contentType, contentUrl, name, content: held }: Attachment, read: Attached, text: string): void {
  const link = (address: string | null | undefined, why: Unread) => {
    read.unread.push(why);
    if (!address || !/^https?:\/\//i.test(address) || text.includes(address)) return;
    read.links.push(name ? `${name} (${address})` : address);
  };
  switch (contentType) {
    case 'text/html':
      return;
    case 'forwardedMessageReference': {
      const { originalMessageContent, body } = forwarded.safeParse(held).data ?? {};
      const said = htmlText(originalMessageContent ?? body?.content ?? '');
      if (said === '') read.unread.push('other');
      else if (!text.includes(said)) read.forwarded.push(said);
      return;
    }
    case 'messageReference': {
      const { messageId, messagePreview, messageSender } = reference.safeParse(held).data ?? {};
      if (!messageId) return;
      const author = messageSender?.application ? '28:' : (messageSender?.user?.id ?? null);
      read.quoted ??= { message: messageId, author, text: messagePreview ?? '' };
      return;
    }
    case 'application/vnd.microsoft.card.codesnippet': {
      const { code, text: plain } = snippet.safeParse(held).data ?? {};
      const said = code ?? plain ?? '';
      if (said !== '') read.said.push(said);
      else read.unread.push('code');
      return;
    }
    case 'application/vnd.microsoft.card.fluidEmbedCard':
      link(component.safeParse(held).data?.componentUrl ?? contentUrl, 'loop');
      return;
    case 'reference':
      link(contentUrl, 'file-link');
      return;
    case 'application/vnd.microsoft.teams.file.download.info':
      // One without an address can be sent again.
      read.unread.push(isHeard(name, download.safeParse(held).data?.fileType) ? 'voice' : 'file-link');
      return;
    case 'application/vnd.microsoft.card.audio':
    case 'application/vnd.microsoft.card.video':
      read.unread.push('voice');
      return;
    case 'application/vnd.microsoft.card.animation':
      read.unread.push('sticker');
      return;
    case 'application/vnd.microsoft.card.hero':
    case 'application/vnd.microsoft.card.thumbnail': {
      const { title, subtitle, text: said } = card.safeParse(held).data ?? {};
      const lines = [title, subtitle, said].map((line) => htmlText(line ?? '')).filter((line) => line !== '');
      // Beside words of the person's own it is the preview of a link.
      if (text === '' && lines.length > 0) read.said.push(lines.join('\n'));
      else read.unread.push('other');
      return;
    }
    default:
      if (/^(?:audio|video)\//.test(contentType)) read.unread.push('voice');
      else read.unread.push(contentType.startsWith('image/') ? 'sticker' : 'other');
  }
}
