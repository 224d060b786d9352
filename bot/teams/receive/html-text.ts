import { Tokenizer } from 'htmlparser2';

/** Teams' mark of the message that a reply quotes: http://schema.skype.com/Reply on a `blockquote`. */
const marksQuote = /schema\.skype\.com\/Reply/i;

/** Nobody reads the content of these elements. */
const unseen = ['script', 'style', 'head', 'title', 'template', 'attachment'];

const blocks = ['p', 'div', 'li', 'ul', 'ol', 'tr', 'table', 'blockquote', 'pre', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6'];

/** A picture whose alternative text is longer than an emoji is a picture. */
const longestSign = 20;

interface Tag {
  name: string;
  attributes: Readonly<Record<string, string>>;
  /** Written as `<name/>`: it has no content. */
  isEmpty: boolean;
}

interface Reader {
  opens(tag: Tag): void;
  closes(name: string): void;
  text(words: string): void;
}

/**
 * The text that a person reads in the HTML of a message, as plain text: no tag, script or address of a link comes through, and
 * nothing of a message that is quoted. Takes time in proportion to the length, whatever stands in it.
 */
export function htmlText(html: string): string {
  let text = '';
  /** The element that is left out, and how many of its kind are open in it. */
  let hidden: { name: string; depth: number } | null = null;
  readHtml(html, {
    opens(tag) {
      if (hidden) hidden.depth += tag.name === hidden.name ? 1 : 0;
      else if (!tag.isEmpty && (unseen.includes(tag.name) || isQuote(tag))) hidden = { name: tag.name, depth: 1 };
      else text += textOfTag(tag);
    },
    closes(name) {
      if (!hidden) text += name === 'td' ? ' ' : blocks.includes(name) ? '\n' : '';
      else if (name === hidden.name) hidden.depth -= 1;
      if (hidden?.depth === 0) hidden = null;
    },
    text(words) {
      if (!hidden) text += words;
    },
  });
  return text
    .split('\n')
    .map((line) => line.trim())
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}

/** Teams' id of the message that is quoted in the HTML of a reply, empty when it has none; null when none is quoted. */
export function quotedMessage(html: string): string | null {
  let quoted: string | null = null;
  readHtml(html, {
    opens(tag) {
      if (isQuote(tag)) quoted ??= /^\d{1,30}$/.exec(tag.attributes.itemid ?? '')?.[0] ?? '';
    },
    closes: () => undefined,
    text: () => undefined,
  });
  return quoted;
}

const isQuote = ({ name, attributes }: Tag) => name === 'blockquote' && marksQuote.test(attributes.itemtype ?? '');

function textOfTag({ name, attributes: { alt = '' } }: Tag): string {
  if (name === 'br') return '\n';
  if (name === 'li') return '\n- ';
  // An emoji is a picture with its sign as alternative text.
  if (name === 'img' || name === 'emoji') return alt.length <= longestSign ? alt : '';
  return blocks.includes(name) ? '\n' : '';
}

/**
 * Reads tag by tag, with character references decoded. Not htmlparser2's own `Parser` (10.1.0): it moves its whole stack
 * of open elements for each new one, so that 60,000 tags that nothing closes take a second.
 */
function readHtml(html: string, reader: Reader): void {
  let tag: { name: string; attributes: Record<string, string> } = { name: '', attributes: {} };
  let attribute = '';
  let value = '';
  const nothing = () => undefined;
  const nameIn = (start: number, end: number) => html.slice(start, end).toLowerCase();
  const tokenizer = new Tokenizer(
    { decodeEntities: true },
    {
      onopentagname: (start, end) => {
        tag = { name: nameIn(start, end), attributes: {} };
      },
      onattribname: (start, end) => {
        attribute = nameIn(start, end);
        value = '';
      },
      onattribdata: (start, end) => {
        value += html.slice(start, end);
      },
      onattribentity: (code) => {
        value += signOf(code);
      },
      onattribend: () => {
        tag.attributes[attribute] ??= value;
      },
      onopentagend: () => reader.opens({ ...tag, isEmpty: false }),
      onselfclosingtag: () => reader.opens({ ...tag, isEmpty: true }),
      onclosetag: (start, end) => reader.closes(nameIn(start, end)),
      ontext: (start, end) => reader.text(html.slice(start, end).replace(/\s+/g, ' ')),
      ontextentity: (code) => reader.text(signOf(code)),
      oncdata: nothing,
      oncomment: nothing,
      ondeclaration: nothing,
      onprocessinginstruction: nothing,
      onend: nothing,
    },
  );
  tokenizer.write(html);
  tokenizer.end();
}

/** A reference to no character is decoded as U+FFFD (https://html.spec.whatwg.org/#numeric-character-reference-end-state). */
function signOf(code: number): string {
  if (code === 0xfffd) return '';
  return code === 0xa0 ? ' ' : String.fromCodePoint(code);
}
