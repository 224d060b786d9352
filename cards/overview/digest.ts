import { type Digest, isQuietWeek } from '../../domain/overview/digest.ts';
import type { Language } from '../../domain/vocabulary.ts';
import { digestTexts } from '../../locales/overview/digest.ts';
import { formatDate } from '../../locales/time/dates.ts';
import type { Block, Card } from '../card.ts';
import { text } from '../parts.ts';
import { requestItem } from '../requests/lists.ts';

/** The number of entries that a section shows; the number beside its heading counts all. */
const shown = 2;

const sections = ['overdue', 'new', 'answered', 'promised', 'delivered'] as const;

/** The weekly status-overblik: five numbers, and the first requests behind each. */
export function digestCard(digest: Digest, language: Language): Card {
  const words = digestTexts[language];
  const blocks: Block[] = [
    text(words.period(formatDate(digest.from, language), formatDate(digest.to, language)), 'subtle'),
    {
      block: 'facts',
      facts: sections.map((section) => ({ label: words.sections[section], value: String(digest[section].length) })),
    },
  ];
  if (isQuietWeek(digest)) blocks.push(text(words.quiet));
  for (const section of sections) {
    const requests = digest[section];
    if (requests.length === 0) continue;
    blocks.push(text(words.sections[section], 'strong'), {
      block: 'list',
      items: requests
        .slice(0, shown)
        .map((request) => requestItem({ request, overdue: section === 'overdue' }, false, language)),
    });
    if (requests.length > shown) blocks.push(text(words.more(requests.length - shown), 'subtle'));
  }
  return { name: 'digest', title: words.title, blocks, actions: [] };
}
