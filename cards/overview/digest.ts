import {
  type Digest,
  type DigestPage,
  type DigestSection,
  digestSections,
  isQuietWeek,
} from '../../domain/overview/digest.ts';
import { unitName } from '../../domain/people/organisation.ts';
import type { Language } from '../../domain/vocabulary.ts';
import { digestTexts } from '../../locales/overview/digest.ts';
import { formatDate } from '../../locales/time/dates.ts';
import type { Block, Card } from '../card.ts';
import { button, text } from '../parts.ts';
import { requestItem, turning } from '../requests/lists.ts';

/** The number of entries that a section shows; the number beside its heading counts all. */
const shown = 2;

/** The weekly status-overblik: five numbers, and the first requests behind each. */
export function digestCard(digest: Digest, language: Language): Card {
  const words = digestTexts[language];
  const blocks: Block[] = [
    text(words.period(formatDate(digest.from, language), formatDate(digest.to, language)), 'subtle'),
    {
      block: 'facts',
      facts: digestSections.map((section) => ({
        label: words.sections[section],
        value: String(digest[section].length),
      })),
    },
  ];
  if (isQuietWeek(digest)) blocks.push(text(words.quiet));
  for (const section of digestSections)
    if (digest[section].length > 0) blocks.push(...first(digest, section, language));
  return { name: 'digest', title: words.title, blocks, actions: [] };
}

/** The heading of a section, its first requests, and the way to all of them. */
function first(digest: Digest, section: DigestSection, language: Language): Block[] {
  const words = digestTexts[language];
  const { [section]: requests, organisation, to } = digest;
  const items = requests.slice(0, shown).map((request) => {
    const listed = { request, unit: unitName(organisation, request.unit), overdue: section === 'overdue' };
    return requestItem(listed, { isOwn: false }, language);
  });
  const all = button('list-digest', words.all(requests.length), { section, to });
  return [
    text(words.sections[section], 'strong'),
    { block: 'list', items },
    ...(requests.length > shown ? [{ block: 'buttons', buttons: [all] } as const] : []),
  ];
}

/** A page of one of the lists of the status-overblik. */
export function digestPageCard(page: DigestPage, language: Language): Card {
  const words = digestTexts[language];
  const { section, to, requests } = page;
  const items = requests.map((listed) => requestItem(listed, { isOwn: false }, language));
  return {
    name: 'digest-list',
    title: words.sections[section],
    blocks:
      items.length === 0
        ? [text(words.none)]
        : [
            { block: 'list', items },
            ...turning(page, (from, label) => button('list-digest', label, { section, to, from }), language),
          ],
    actions: [],
  };
}
