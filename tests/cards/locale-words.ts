import { type Language, languages } from '../../domain/vocabulary.ts';
import { answerFormTexts } from '../../locales/answer-form.ts';
import { campaignTexts } from '../../locales/campaign.ts';
import { commentTexts } from '../../locales/comment.ts';
import { digestTexts } from '../../locales/digest.ts';
import { draftTexts } from '../../locales/draft.ts';
import { edgeTexts } from '../../locales/edge.ts';
import { fileTexts } from '../../locales/files.ts';
import { handOverFormTexts } from '../../locales/hand-over-form.ts';
import { helpTexts } from '../../locales/help.ts';
import { joinTexts } from '../../locales/join.ts';
import { listTexts } from '../../locales/lists.ts';
import { fieldProblemTexts, refusalTexts } from '../../locales/refusals.ts';
import { requestTexts } from '../../locales/request.ts';
import { requestFormTexts } from '../../locales/request-form.ts';
import { roomTexts } from '../../locales/room.ts';
import { areaNames, decisionNames, declineCategoryNames, kindNames, stateNames } from '../../locales/vocabulary.ts';

const texts: ReadonlyArray<Readonly<Record<Language, unknown>>> = [
  answerFormTexts,
  campaignTexts,
  digestTexts,
  draftTexts,
  edgeTexts,
  handOverFormTexts,
  helpTexts,
  listTexts,
  fieldProblemTexts,
  refusalTexts,
  commentTexts,
  fileTexts,
  joinTexts,
  roomTexts,
  requestTexts,
  requestFormTexts,
  areaNames,
  decisionNames,
  declineCategoryNames,
  kindNames,
  stateNames,
];

/** Stands where a text has something put in. */
const gap = '\u0000';

/** The pieces of all texts of a language, without those that are the same in another one or have under four letters. */
export function wordsOnlyIn(language: Language): string[] {
  const others = languages.filter((one) => one !== language).flatMap(wordsIn);
  return [...new Set(wordsIn(language))].filter((piece) => /\p{L}{4}/u.test(piece) && !others.includes(piece));
}

function wordsIn(language: Language): string[] {
  return texts.flatMap((inBoth) => pieces(inBoth[language]));
}

function pieces(text: unknown): string[] {
  if (typeof text === 'string') return text.split(gap).map((piece) => piece.trim());
  if (typeof text === 'function') return pieces(text(...Array.from({ length: text.length }, () => gap)));
  return Object.values(text as object).flatMap(pieces);
}
