import type { Mood, TimelineEntry } from '../card.ts';

/** Stands in front of the words, for those who do not see the colour and where there is none. */
export const moodSigns: Readonly<Record<Mood, string>> = { waiting: '○ ', good: '✓ ', late: '! ', neutral: '' };

/** What lies ahead is hollow. */
export const timelineSigns: Readonly<Record<TimelineEntry['state'], string>> = { happened: '●', promised: '○' };

/** In front of what is wrong with a field. */
export const problemSign = '⚠ ';
