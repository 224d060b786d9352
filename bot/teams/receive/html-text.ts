import { type HtmlReader, readHtml, type Tag } from './read-html.ts';

/** Teams' mark of the message that a reply quotes, on a `blockquote`; that of a forwarded one is `/Forward`. */
const marksQuote = /schema\.skype\.com\/Reply/i;

/** Teams' mark of a name that is called, in the HTML; in Graph's form it is an `at`. */
const marksMention = /schema\.skype\.com\/Mention/i;

/** Teams' marks of moving pictures and stickers, on a `readonly` or `img`. */
const marksSticker = /schema\.skype\.com\/(?:Giphy|Tenor|Sticker|FlikMsg)/i;

/** Teams' mark of the address of a Loop component, on a link without words. */
const marksLoop = /Fluid(?:Auto)?Embed/i;

/** Nobody reads the content of these elements. */
const unseen = ['script', 'style', 'head', 'title', 'template', 'attachment'];

const blocks = ['p', 'div', 'li', 'ul', 'ol', 'tr', 'table', 'blockquote', 'pre', 'codeblock'].concat([
  'h1',
  'h2',
  'h3',
  'h4',
  'h5',
  'h6',
]);

/** Line ends count in these: https://learn.microsoft.com/graph/api/resources/chatmessage */
const verbatim = ['pre', 'code', 'codeblock'];

const cells = ['td', 'th'];

/** A picture whose alternative text is longer than an emoji is a picture. */
const longestSign = 20;

/** Other alternative texts describe a picture. */
const emoji = /\p{Extended_Pictographic}|\p{Regional_Indicator}|\u20E3/u;

/** A name that is called in a message. */
export interface Mention {
  /** Its number in the message, as Teams counts them; empty when it has none. */
  id: string;
  name: string;
}

export interface Quote {
  /** Teams' id of the message; null when it has none. */
  message: string | null;
  /** Teams' id of the person or bot who wrote it; null when it has none. */
  author: string | null;
  text: string;
}

/** The HTML of a message. */
export interface HtmlMessage {
  /** The words with a sign in place of each mention: `withMentions` gives them as a person reads them. */
  marked: string;
  mentions: readonly Mention[];
  /** The message that is quoted; null when none is. */
  quote: Quote | null;
  hasSticker: boolean;
  hasLoop: boolean;
}

/** Signs around the number of a mention. They are for private use: no font has them, and nobody writes them. */
const mark = { begin: '\uE000', end: '\uE001' };
const marked = /\uE000(\d+)\uE001/g;
const marks = /[\uE000\uE001]/g;

/**
 * Reads the HTML of a message, as plain text: no tag or script comes through, of the addresses of links those that can be
 * opened, and nothing of a message that is quoted. Takes time in proportion to the length, whatever stands in it.
 */
export function readMessage(html: string): HtmlMessage {
  const reader = new MessageReader();
  readHtml(html, reader);
  return reader.message();
}

/** The words of a message, with those that are given for each mention. */
export function withMentions({ marked: words, mentions }: HtmlMessage, wordsOf: (mention: Mention) => string): string {
  return tidy(
    words.replace(marked, (_all, index: string) => {
      const mention = mentions[Number(index)];
      return mention ? wordsOf(mention) : '';
    }),
  );
}

/** The text that a person reads in HTML, with the names that it calls and without what it quotes. */
export function htmlText(html: string): string {
  return withMentions(readMessage(html), ({ name }) => name);
}

class MessageReader implements HtmlReader {
  private own = '';
  private quoted = '';
  private readonly mentions: Mention[] = [];
  private quote: Omit<Quote, 'text'> | null = null;
  private hasSticker = false;
  private hasLoop = false;
  /** The element that is left out or kept apart, and how many of its kind are open in it. */
  private apart: { name: string; depth: number; isQuote: boolean } | null = null;
  private verbatim = 0;
  /** The link and the mention that are open, with their words so far: to cut them out of all words would read those again for each. */
  private link: { address: string; words: string } | null = null;
  private mention: { element: string; id: string; name: string } | null = null;
  /** The element in a quoted message that holds its author's name. */
  private author: string | null = null;
  /** The cells of the row until now, and those that are open. */
  private row = 0;
  private openCells = 0;

  opens(tag: Tag): void {
    if (this.apart) this.opensApart(this.apart, tag);
    else this.opensOwn(tag);
  }

  closes(name: string): void {
    const { apart } = this;
    if (apart) {
      if (name === apart.name) apart.depth -= 1;
      if (name === this.author || apart.depth === 0) this.author = null;
      if (apart.depth === 0) this.apart = null;
      else if (apart.isQuote) this.quoted += blocks.includes(name) ? '\n' : '';
      return;
    }
    if (verbatim.includes(name) && this.verbatim > 0) this.verbatim -= 1;
    if (this.mention?.element === name) this.endMention(this.mention);
    if (this.link && name === 'a') {
      const { words, address } = this.link;
      this.link = null;
      this.add(addressBeside(words, address));
    }
    if (cells.includes(name) && this.openCells > 0) this.openCells -= 1;
    if (name === 'table') this.openCells = 0;
    if (blocks.includes(name)) this.add(this.lineEnd());
  }

  text(words: string): void {
    this.say((this.verbatim > 0 ? words : words.replace(/[ \t\n\f\r\u00A0]+/g, ' ')).replace(marks, ''));
  }

  sign(sign: string): void {
    this.say(sign.replace(marks, ''));
  }

  message(): HtmlMessage {
    const { own, mention, quoted, mentions, quote, hasSticker, hasLoop } = this;
    // A name that nothing ends is words like all others.
    return {
      marked: own + (mention?.name ?? ''),
      mentions,
      quote: quote && { ...quote, text: tidy(quoted) },
      hasSticker,
      hasLoop,
    };
  }

  private opensApart(apart: { name: string; depth: number; isQuote: boolean }, tag: Tag): void {
    const { name, attributes, isEmpty } = tag;
    if (name === apart.name && !isEmpty) apart.depth += 1;
    if (!apart.isQuote) return;
    // The author's name stands in it as well, and is no word of theirs.
    if (attributes.itemprop === 'mri' && this.quote && !isEmpty) {
      this.quote.author ??= attributes.itemid ?? null;
      this.author = name;
    }
    this.quoted += name === 'br' || blocks.includes(name) ? '\n' : signOf(tag);
  }

  private opensOwn(tag: Tag): void {
    const { name, attributes, isEmpty } = tag;
    const { itemtype = '' } = attributes;
    const isSticker = marksSticker.test(itemtype);
    if (isSticker) this.hasSticker = true;
    if (name === 'a' && marksLoop.test(itemtype)) this.hasLoop = true;
    const isReply = name === 'blockquote' && marksQuote.test(itemtype);
    if (!isEmpty && (isReply || unseen.includes(name) || (isSticker && name !== 'img'))) {
      this.apart = { name, depth: 1, isQuote: isReply };
      if (isReply) this.quote ??= { message: /^\d{1,30}$/.exec(attributes.itemid ?? '')?.[0] ?? null, author: null };
      return;
    }
    if (verbatim.includes(name) && !isEmpty) this.verbatim += 1;
    if (name === 'tr') this.row = 0;
    if (cells.includes(name)) {
      this.add(this.row > 0 ? ' | ' : '');
      this.row += 1;
      this.openCells += isEmpty ? 0 : 1;
    }
    if (!this.mention && !isEmpty && (name === 'at' || marksMention.test(itemtype)))
      this.mention = { element: name, id: attributes.id ?? attributes.itemid ?? '', name: '' };
    if (name === 'a' && !isEmpty) this.link = { address: attributes.href ?? '', words: '' };
    if (name === 'br' || blocks.includes(name)) this.add(this.lineEnd());
    if (name === 'li') this.add('- ');
    if (!isSticker) this.add(signOf(tag));
  }

  private endMention({ id, name }: { id: string; name: string }): void {
    this.mentions.push({ id, name: name.trim() });
    this.mention = null;
    this.add(`${mark.begin}${this.mentions.length - 1}${mark.end}`);
  }

  private add(words: string): void {
    if (this.link) this.link.words += words;
    if (this.mention) this.mention.name += words;
    else this.own += words;
  }

  /** A row of a table is one line. */
  private lineEnd(): string {
    return this.openCells > 0 ? ' ' : '\n';
  }

  private say(words: string): void {
    if (!this.apart) this.add(words);
    else if (this.apart.isQuote && this.author === null) this.quoted += words;
  }
}

/** The sign that an element stands for: an emoji is a picture with its sign as alternative text. */
function signOf({ name, attributes: { alt = '' } }: Tag): string {
  if (name === 'customemoji') return alt === '' ? '' : `:${alt}:`;
  if (name === 'emoji') return alt.length <= longestSign ? alt : '';
  return name === 'img' && alt.length <= longestSign && emoji.test(alt) ? alt : '';
}

/** The address of a link that can be opened, where its words are not the same. */
function addressBeside(words: string, address: string): string {
  if (!/^https?:\/\//i.test(address)) return '';
  const said = words.trim();
  if (said === '') return address;
  return address.replace(/\/$/, '').endsWith(said.replace(/\/$/, '')) ? '' : ` (${address})`;
}

function tidy(text: string): string {
  return text
    .split('\n')
    .map((line) => line.replace(/ {2,}/g, ' ').trim())
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}
