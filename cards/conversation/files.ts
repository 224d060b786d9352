import type { Attachment } from '../../domain/requests/record/attachment.ts';
import type { Language } from '../../domain/vocabulary.ts';
import { fileTexts } from '../../locales/requests/files.ts';
import { formatNumber } from '../../locales/time/dates.ts';
import type { Card, ListItem } from '../card.ts';
import { noticeCard } from '../notice.ts';
import { text } from '../parts.ts';
import { shortName } from '../requests/request-facts.ts';

/** The files of a request with a link to each for one reader; `url` is null where there are no links. */
export function filesCard(
  number: string | null,
  files: ReadonlyArray<{ file: Attachment; url: string | null }>,
  language: Language,
): Card {
  const words = fileTexts[language];
  const stored = files.filter(({ file }) => file.state === 'stored');
  if (stored.length === 0) return noticeCard(files.length === 0 ? words.none : words.notYet);
  const items = stored.map(
    ({ file: { name, size }, url }): ListItem => ({
      title: name,
      detail: words.size(formatNumber(Math.max(1, Math.round(size / 1024)), language)),
      mood: 'neutral',
      open: url === null ? null : { url, label: words.open },
    }),
  );
  const canOpen = items.some(({ open }) => open !== null);
  return {
    name: 'files',
    title: words.title(number),
    blocks: [
      { block: 'list', items },
      text(canOpen ? words.intro : words.noLinks, 'subtle'),
      ...(stored.length < files.length ? [text(words.notYet, 'subtle')] : []),
    ],
    actions: [],
  };
}

/** The card that tells why a file was not kept. */
export function fileRefusedCard({ name, problem }: Attachment, language: Language): Card {
  const words = fileTexts[language];
  return noticeCard(words.refused(shortName(name)), [], problem && words.problem[problem]);
}
