import type { DraftId } from '../../../domain/ids.ts';
import type { Draft } from '../../../domain/requests/drafts/draft.ts';
import { partsOf } from '../../../domain/requests/drafts/parts/parts.ts';
import type { Attachment } from '../../../domain/requests/record/attachment.ts';
import type { SuggestedFields } from '../../../domain/requests/suggest-fields/suggest-fields.ts';
import { numberKinds } from '../../../domain/text/cpr/said-numbers.ts';
import type { Language } from '../../../domain/vocabulary.ts';
import { draftTexts } from '../../../locales/requests/draft.ts';
import { fileTexts } from '../../../locales/requests/files.ts';
import { formatNumber } from '../../../locales/time/dates.ts';
import { areaNames, kindNames } from '../../../locales/vocabulary.ts';
import type { Block, Card } from '../../card.ts';
import { noticeCard } from '../../notice.ts';
import { button, excerpt, facts, text } from '../../parts.ts';
import { burdenWords, fileFacts } from '../request-facts.ts';

/** Names a draft as it is on a card: a button is stale when more messages have joined it. */
export function draftInput(draft: Draft): { draftId: DraftId; parts?: string } {
  const { length: count } = partsOf(draft);
  return { draftId: draft.id, ...(count > 1 && { parts: String(count) }) };
}

/** "Er det rigtigt forstået?": the leader's words with the bot's suggestions, to confirm or to change. */
export function draftCard(
  draft: Draft,
  suggested: SuggestedFields,
  problem: 'no-words' | 'too-long' | null,
  unit: string | null,
  files: readonly Attachment[],
  language: Language,
): Card {
  const words = draftTexts[language];
  const { id: draftId } = draft;
  const input = draftInput(draft);
  const discard = button('discard-draft', words.discard, input, 'danger');
  const quote: Block = { block: 'quote', text: problem === 'too-long' ? excerpt(draft.text, 280) : draft.text };
  if (problem === 'too-long') {
    const shorten = button('open-request-form', words.shorten, { draftId }, 'primary');
    return card(
      [quote, text(words.tooLong(formatNumber(draft.text.length, language)))],
      [shorten, discard],
      words.tooLongTitle,
    );
  }
  if (problem === 'no-words') {
    const said = draft.text === '' && files.length > 0 ? fileTexts[language].waitsForWords : words.noWords;
    return card([quote, text(said)], [discard], words.noWordsTitle);
  }
  if (suggested.area === null) {
    const isGuessed = suggested.areas.length > 1;
    const guesses = suggested.areas.map((area) =>
      button('send-draft', words.sendAs(areaNames[language][area]), { ...input, area }),
    );
    const choose = isGuessed
      ? button('open-request-form', words.otherArea, { draftId })
      : button('open-request-form', words.chooseArea, { draftId }, 'primary');
    const asked = text(isGuessed ? words.whichArea : words.noArea);
    return card(
      [quote, ...understood(suggested, unit, language), asked],
      [...(isGuessed ? guesses : []), choose, discard],
      words.whereTo,
    );
  }
  // What is sent is what was shown, whatever a reader of the text would say of it later.
  const shown = { ...input, area: suggested.area };
  return card(
    [
      quote,
      ...understood(suggested, unit, language),
      ...(unit === null ? [] : [text(words.readBy(unit), 'subtle')]),
      text(words.kept, 'subtle'),
    ],
    [
      button('send-draft', words.confirm, shown, 'primary'),
      button('send-draft', words.confirmAnonymously, { ...shown, anonymous: 'true' }),
      button('open-request-form', words.change, { draftId }),
      discard,
    ],
  );

  function card(blocks: Block[], actions: Card['actions'], title = words.title): Card {
    const known = [
      ...fileFacts(files, language),
      ...(files.length > 0 ? [text(fileTexts[language].look, 'subtle')] : []),
    ];
    return { name: 'draft', about: draft.id, title, blocks: [...blocks, ...known], actions };
  }
}

/** Asks what the number is that looks like a CPR number. */
export function numberCard(language: Language): Card {
  const words = draftTexts[language];
  return noticeCard(
    words.whichNumber,
    numberKinds.map((are) => button('name-number', words.numberIs[are], { are })),
  );
}

function understood(suggested: SuggestedFields, unit: string | null, language: Language): Block[] {
  const words = draftTexts[language];
  const { area, system, kind, minutesPerTime, timesPerMonth, peopleAffected } = suggested;
  const burden = burdenWords({ minutesPerTime, timesPerMonth, peopleAffected: null }, language).map(words.about);
  return facts([
    [
      words.area,
      area && (system === null ? areaNames[language][area] : words.because(areaNames[language][area], system)),
    ],
    [words.kind, kind && kindNames[language][kind]],
    [words.burden, burden.join(', ')],
    [words.people, peopleAffected === null ? null : formatNumber(peopleAffected, language)],
    [words.unit, unit],
  ]);
}
