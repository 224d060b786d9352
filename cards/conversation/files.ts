import type { Attached } from '../../domain/conversation/attach-files.ts';
import type { RefusedFile } from '../../domain/conversation/messages/file-refused.ts';
import { type Attachment, fileProblems } from '../../domain/requests/record/attachment.ts';
import type { Language } from '../../domain/vocabulary.ts';
import { fileTexts } from '../../locales/requests/files.ts';
import { formatNumber } from '../../locales/time/dates.ts';
import type { Block, Card, ListItem } from '../card.ts';
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
export function fileRefusedCard({ name, problem }: RefusedFile, language: Language): Card {
  const words = fileTexts[language];
  return noticeCard(words.refused(shortName(name)), [], words.problem[problem]);
}

/** The same of several files, as lines below something else; those of one reason together. */
export function refusedLines(refused: readonly RefusedFile[], language: Language): Block[] {
  const words = fileTexts[language];
  return fileProblems.flatMap((problem) => {
    const names = refused.filter((one) => one.problem === problem).map(({ name }) => words.quoted(shortName(name)));
    return names.length === 0 ? [] : [text(words.refusedAre(names.length, names.join(', '), words.problem[problem]))];
  });
}

/**
 * The reply to files without words: they are looked through now, or refused already.
 * @param isWish whether their sender may send wishes
 */
export function filesReceivedCard(
  { count, refused }: Pick<Attached, 'count' | 'refused'>,
  isWish: boolean,
  language: Language,
): Card {
  const words = fileTexts[language];
  const [first, ...others] = refused;
  if (count === 0 && first) {
    const card = fileRefusedCard(first, language);
    return { ...card, blocks: [...card.blocks, ...refusedLines(others, language)] };
  }
  const card = noticeCard(words.received(count), [], isWish ? words.sayWhatIsHard : words.sayWhatFor);
  return { ...card, blocks: [...card.blocks, ...refusedLines(refused, language)] };
}
