/** How Teams marks the message that a reply quotes: http://schema.skype.com/Reply on a `blockquote`. */
export const marksQuote = /schema\.skype\.com\/Reply/i;

/** Their content is nothing that anybody reads. */
const unseen = ['script', 'style', 'head', 'title', 'template', 'attachment'];

const blocks = ['p', 'div', 'li', 'ul', 'ol', 'tr', 'table', 'blockquote', 'pre', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6'];

const named: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  aelig: 'æ',
  oslash: 'ø',
  aring: 'å',
  AElig: 'Æ',
  Oslash: 'Ø',
  Aring: 'Å',
  eacute: 'é',
  auml: 'ä',
  ouml: 'ö',
  uuml: 'ü',
  ndash: '–',
  mdash: '—',
  hellip: '…',
  lsquo: '‘',
  rsquo: '’',
  ldquo: '“',
  rdquo: '”',
  laquo: '«',
  raquo: '»',
  euro: '€',
  sect: '§',
  deg: '°',
  middot: '·',
};

/**
 * What a person reads in the HTML of a message, as plain text: no tag, script or address of a link comes through, and
 * nothing of a message that is quoted. Takes time in proportion to the length, whatever stands in it.
 */
export function htmlText(html: string): string {
  let text = '';
  /** The element that is left out, and how many of its kind are open in it. */
  let hidden: { name: string; depth: number } | null = null;
  // A bracket inside of a tag ends the search, or a thousand open brackets would each be followed to the end.
  for (const piece of html.split(/(<[^<>]*>)/)) {
    const [, closes = '', tag = ''] = /^<(\/?)([a-z][a-z0-9]*)/i.exec(piece) ?? [];
    const name = tag.toLowerCase();
    if (hidden) {
      if (name === hidden.name) hidden.depth += closes ? -1 : 1;
      if (hidden.depth === 0) hidden = null;
    } else if (name === '') {
      if (!/^<[!/?]/.test(piece)) text += unescaped(piece.replace(/\s+/g, ' '));
    } else if (
      !closes &&
      !piece.endsWith('/>') &&
      (unseen.includes(name) || (name === 'blockquote' && marksQuote.test(piece)))
    )
      hidden = { name, depth: 1 };
    else text += textOfTag(name, closes !== '', piece);
  }
  return text
    .split('\n')
    .map((line) => line.trim())
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}

function textOfTag(name: string, closes: boolean, tag: string): string {
  if (name === 'br') return '\n';
  if (name === 'li' && !closes) return '\n- ';
  if (name === 'td' && closes) return ' ';
  // An emoji is a picture with its sign as alternative text.
  if (name === 'img' || name === 'emoji') return unescaped(/\salt="([^"]{1,20})"/.exec(tag)?.[1] ?? '');
  return blocks.includes(name) ? '\n' : '';
}

function unescaped(text: string): string {
  return text.replace(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|([a-z]{2,8}));/gi, (whole, decimal, hex, name) => {
    if (name !== undefined) return named[name] ?? named[String(name).toLowerCase()] ?? whole;
    const code = decimal === undefined ? Number.parseInt(hex, 16) : Number(decimal);
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : '';
  });
}
