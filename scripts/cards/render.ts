import { renderAdaptiveCard, renderAdaptiveForm } from '../../cards/render/adaptive-card.ts';
import { renderBlocks, renderModal } from '../../cards/render/block-kit.ts';
import type { Language } from '../../domain/vocabulary.ts';
import type { Case } from './cases.ts';

/** As long as a real one. */
const nonce = '2f1f0a52-0b3e-4a57-9a55-0d1c5f3c7b11';

/** The Adaptive Card that Teams gets. A Home tab is Slack's alone. */
export function forTeams(one: Case, language: Language) {
  if ('home' in one) return null;
  return 'form' in one ? renderAdaptiveForm(one.form, nonce, language) : renderAdaptiveCard(one.card, nonce, language);
}

/** The message, modal or Home tab that Slack gets. */
export function forSlack(one: Case) {
  if ('form' in one) return renderModal(one.form, nonce, { channel: 'D0123456789', ts: '1795507200.000000' });
  if ('home' in one) return { type: 'home' as const, blocks: renderBlocks(one.home, nonce).blocks };
  return renderBlocks(one.card, nonce);
}
