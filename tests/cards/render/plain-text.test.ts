import { renderPlainText } from '../../../cards/render/plain-text.ts';
import { card, sampleCard } from './sample-cards.ts';

test('holds every text of a card that a person reads', () => {
  expect(renderPlainText(sampleCard)).toBe(
    [
      'Nyt ønske: F-2026-017',
      'Løn og Personale har fået det nu.',
      'Forløb',
      'Dit navn vises ikke.',
      '> Vi taster fravær to steder.\n> \n> Én gang burde være nok.',
      'Handler om: Personale og løn\nBelastning: 15 minutter hver gang',
      '! Ubesvaret',
      '● 3. marts 2026 – Ønsket blev sendt\n○ 1. halvår 2027 – Lovet',
      '- F-2026-017\n  ○ Svarfrist 12. marts\n- F-2026-018\n  ✓ Leveret\n- Fravær\n  ✓ Leveret\n  Koncern HR · F-2026-019',
    ].join('\n\n'),
  );
});

test('leaves no gap for a block that has nothing to read', () => {
  const empty = card([
    { block: 'facts', facts: [] },
    { block: 'quote', text: '' },
    { block: 'text', text: ' ', tone: 'normal' },
  ]);
  expect(renderPlainText(empty)).toBe('Nyt ønske: F-2026-017');
});
