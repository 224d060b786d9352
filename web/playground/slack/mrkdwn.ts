/** A piece of a mrkdwn text: plain text, or a span with pieces in it. */
export type MrkdwnPiece =
  | { kind: 'text' | 'code' | 'preformatted' | 'mention'; text: string }
  | { kind: 'link'; url: string; text: string }
  | { kind: 'bold' | 'italic' | 'strike' | 'quote'; pieces: MrkdwnPiece[] };

const spans = { '*': 'bold', _: 'italic', '~': 'strike' } as const;

/** Each alternative is one form; the quote takes whole lines, and a span neither begins nor ends with a space. */
const pattern = new RegExp(
  [
    '```(?<preformatted>[\\s\\S]+?)```',
    '`(?<code>[^`\\n]+)`',
    '<(?<angle>[^<>\\n]+)>',
    '(?<=^|\\n)(?<quote>&gt; ?[^\\n]*(?:\\n&gt; ?[^\\n]*)*)\\n?',
    '(?<![\\p{L}\\p{N}])(?<mark>[*_~])(?<span>[^\\s](?:[^\\n]*?[^\\s])?)\\k<mark>(?![\\p{L}\\p{N}])',
  ].join('|'),
  'gu',
);

/**
 * Reads Slack's own markup (https://docs.slack.dev/messaging/formatting-message-text) as far as messages of an app use
 * it: spans, code, quotes, links and mentions.
 */
export function parseMrkdwn(source: string): MrkdwnPiece[] {
  const pieces: MrkdwnPiece[] = [];
  let end = 0;
  for (const match of source.matchAll(pattern)) {
    if (match.index > end) pieces.push(plainPiece(source.slice(end, match.index)));
    pieces.push(markedPiece(match.groups ?? {}));
    end = match.index + match[0].length;
  }
  if (end < source.length) pieces.push(plainPiece(source.slice(end)));
  return pieces;
}

/** The words without their markup, as the person had typed them. */
export function plainOf(source: string): string {
  return plainPieces(parseMrkdwn(source));
}

function plainPieces(pieces: readonly MrkdwnPiece[]): string {
  return pieces.map((piece) => ('text' in piece ? piece.text : plainPieces(piece.pieces))).join('');
}

function markedPiece(found: Record<string, string | undefined>): MrkdwnPiece {
  const { preformatted, code, angle, quote, mark, span } = found;
  if (preformatted !== undefined)
    return { kind: 'preformatted', text: withoutEntities(preformatted.replace(/^\n|\n$/g, '')) };
  if (code !== undefined) return { kind: 'code', text: withoutEntities(code) };
  if (angle !== undefined) return anglePiece(angle);
  if (quote !== undefined) return { kind: 'quote', pieces: parseMrkdwn(quote.replace(/^&gt; ?/gm, '')) };
  return { kind: spans[mark as keyof typeof spans], pieces: parseMrkdwn(span ?? '') };
}

/** `<@U1>`, `<#C1|name>` and `<!here>` speak of someone; anything else in angle brackets is a link. */
function anglePiece(angle: string): MrkdwnPiece {
  const [target = '', label] = angle.split('|', 2);
  if (/^[@#!]/.test(target)) return { kind: 'mention', text: withoutEntities(label ?? target.replace(/^!/, '@')) };
  return { kind: 'link', url: withoutEntities(target), text: withoutEntities(label ?? target) };
}

function plainPiece(text: string): MrkdwnPiece {
  return { kind: 'text', text: withoutEntities(text) };
}

function withoutEntities(text: string): string {
  return text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');
}
