import type { KnownBlock, ModalView } from '@slack/types';
import type { Card, Form } from '../../cards/card.ts';
import { renderAdaptiveCard, renderAdaptiveForm } from '../../cards/render/adaptive/card.ts';
import type { AdaptiveCardJson } from '../../cards/render/adaptive/json.ts';
import { renderBlocks, renderModal } from '../../cards/render/block-kit/card.ts';
import type { Language } from '../../domain/vocabulary.ts';

/**
 * One state of a card, form or Home tab that a person can see. `called` names the case of one card or form, in kebab
 * case.
 */
export type Case = { called: string } & Shown;

export type Shown =
  | { shows: 'card'; card: Card }
  /** Slack's Home tab; Teams has none. */
  | { shows: 'home'; card: Card }
  | { shows: 'form'; form: Form };

export type SlackJson = { text: string; blocks: KnownBlock[] } | { type: 'home'; blocks: KnownBlock[] } | ModalView;

/** The JSON for each platform; null when a platform has no such place. */
export interface Rendered {
  teams: AdaptiveCardJson | null;
  slack: SlackJson;
}

/** Keys as long as the real ones, and the same in every run. */
export const nonce = '01890000-0000-7000-8000-000000000000';

/** As many people as may have their own view, with ids as long as those of Teams. */
const readers = Array.from({ length: 60 }, (_, n) => `29:1${String(n).padStart(107, 'x')}`);

const origin = { channel: 'D0123456789', ts: '1795512345.123456' };

export function render(shown: Shown, language: Language): Rendered {
  switch (shown.shows) {
    case 'card':
      return {
        teams: renderAdaptiveCard(shown.card, nonce, language, readers),
        slack: renderBlocks(shown.card, nonce),
      };
    case 'home':
      return { teams: null, slack: { type: 'home', blocks: renderBlocks(shown.card, nonce).blocks } };
    case 'form':
      return { teams: renderAdaptiveForm(shown.form, nonce, language), slack: renderModal(shown.form, nonce, origin) };
  }
}

/** The name of a case in file names and in tests, such as `answer.declined`. */
export function nameOf(one: Case): string {
  const { name } = one.shows === 'form' ? one.form : one.card;
  return `${name}.${one.called}`;
}
