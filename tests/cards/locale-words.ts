import { type Language, languages } from '../../domain/vocabulary.ts';
import { answerFormTexts } from '../../locales/answers/answer-form.ts';
import { campaignTexts } from '../../locales/campaigns/campaign.ts';
import { roomTexts } from '../../locales/channels/room.ts';
import { edgeTexts } from '../../locales/edges/edge.ts';
import { digestTexts } from '../../locales/overview/digest.ts';
import { helpTexts } from '../../locales/overview/help.ts';
import { joinTexts } from '../../locales/people/join.ts';
import { fieldProblemTexts, refusalTexts } from '../../locales/refusals.ts';
import { commentTexts } from '../../locales/requests/comment.ts';
import { draftTexts } from '../../locales/requests/draft.ts';
import { fileTexts } from '../../locales/requests/files.ts';
import { handOverFormTexts } from '../../locales/requests/hand-over-form.ts';
import { listTexts } from '../../locales/requests/lists.ts';
import { requestTexts } from '../../locales/requests/request.ts';
import { requestFormTexts } from '../../locales/requests/request-form.ts';
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

/** A sign in place of a value that a text takes. */
const gap = '\u0000';

/** The words of all texts of a language, without those of under four letters and those that both languages share. */
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
