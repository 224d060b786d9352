import type { FileView } from '../../domain/requests/record/attachment.ts';
import type { Burden } from '../../domain/requests/record/request.ts';
import type { Language } from '../../domain/vocabulary.ts';
import { fileTexts } from '../../locales/requests/files.ts';
import { requestTexts } from '../../locales/requests/request.ts';
import { formatDuration, formatNumber } from '../../locales/time/dates.ts';
import type { Block } from '../card.ts';
import { facts } from '../parts.ts';

/** The number of file names that fit beside the longest request and answer. */
const namedFiles = 2;

/** The names of the files, in the card of their draft or request. */
export function fileFacts(files: readonly FileView[], language: Language): Block[] {
  const words = fileTexts[language];
  const hidden = files.length - namedFiles;
  const names = files
    .slice(0, namedFiles)
    .map(({ name, state }) => (state === 'fetching' ? words.looking(shortName(name)) : shortName(name)));
  return facts([[words.label, [...names, ...(hidden > 0 ? [words.more(hidden)] : [])].join(', ')]]);
}

/** A button holds 75 characters. The ending of a file's name tells its kind, so we shorten the middle. */
export function shortName(name: string): string {
  return name.length <= 40 ? name : `${name.slice(0, 24)}…${name.slice(-14)}`;
}

/** Says what a request costs its leaders, in the parts that are known: "2 timer hver gang", "1 gang om året". */
export function burdenWords({ minutesPerTime, timesPerMonth, peopleAffected }: Burden, language: Language): string[] {
  const words = requestTexts[language];
  const number = (value: number) => formatNumber(value, language);
  // "0,1 gange om måneden" says nothing to anybody.
  const often = (times: number) =>
    times < 1 ? words.timesAYear(number(Math.max(1, Math.round(times * 12)))) : words.timesAMonth(number(times));
  return [
    minutesPerTime === null ? null : words.each(formatDuration(minutesPerTime, language)),
    timesPerMonth === null ? null : often(timesPerMonth),
    peopleAffected === null ? null : words.people(number(peopleAffected)),
  ].filter((part) => part !== null);
}
