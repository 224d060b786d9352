import namesOf from 'emojibase-data/en/shortcodes/iamcal.json' with { type: 'json' };

/** The emoji of each of Slack's own names; the table holds the names by code points: `1F621` is `rage`. */
const emojiOf = new Map<string, string>();
for (const [points, names] of Object.entries(namesOf))
  for (const name of [names].flat()) emojiOf.set(name, signOf(points));

const shortcode = /:([a-z0-9_+'-]+):(?::skin-tone-([2-6]):)?/gi;

/** Nothing is an emoji in these. */
const code = /(```[\s\S]*?```|`[^`\n]+`)/;

/**
 * The text with Unicode's emoji in place of Slack's names for them. A name that only the workspace knows stays as it is
 * (https://docs.slack.dev/messaging/formatting-message-text#emoji).
 */
export function withEmoji(text: string): string {
  return text
    .split(code)
    .map((part, index) => (index % 2 === 1 ? part : part.replace(shortcode, emojiFor)))
    .join('');
}

function emojiFor(written: string, name: string, tone: string | undefined): string {
  const emoji = emojiOf.get(name.toLowerCase());
  if (emoji === undefined) return written;
  return tone === undefined ? emoji : toned(emoji, Number(tone));
}

/** Slack counts skin tones from 2; Unicode's are U+1F3FB to U+1F3FF, behind the first sign. */
function toned(emoji: string, tone: number): string {
  const [first = '', ...rest] = [...emoji];
  const others = rest[0] === '\uFE0F' ? rest.slice(1) : rest;
  return first + String.fromCodePoint(0x1f3fb + tone - 2) + others.join('');
}

/** Many signs are shown as an emoji only with U+FE0F behind them. */
function signOf(points: string): string {
  const sign = String.fromCodePoint(...points.split('-').map((point) => Number.parseInt(point, 16)));
  return points.includes('-') || /\p{Emoji_Presentation}/u.test(sign) ? sign : `${sign}\uFE0F`;
}
