import type { Refusal } from '../../domain/refusal.ts';
import { inBoth } from '../../locales/texts.ts';

/** The lines marked `@ts-expect-error` are checked by `tsc`: one that compiles is an error there. */

test('the Danish words are strings to a caller, so that both languages have one type', () => {
  const texts = inBoth({ da: { title: 'Svar' }, en: { title: 'Answer' } });
  // @ts-expect-error a caller knows that it gets a string, and not which
  const title: 'Svar' | 'Answer' = texts.da.title;
  expect(title).toBe('Svar');
});

test('the Danish gives the shape that the English is held against', () => {
  // @ts-expect-error the English text `title` is missing
  inBoth({ da: { title: 'Svar', close: 'Luk' }, en: { close: 'Close' } });
  // @ts-expect-error nothing in Danish is called `open`
  inBoth({ da: { title: 'Svar' }, en: { title: 'Answer', open: 'Open' } });
  // @ts-expect-error the English of a nested text is missing
  inBoth({ da: { steps: { sent: 'Sendt', done: 'Leveret' } }, en: { steps: { sent: 'Sent' } } });
  // @ts-expect-error nothing in Danish is called `steps.done`
  inBoth({ da: { steps: { sent: 'Sendt' } }, en: { steps: { sent: 'Sent', done: 'Done' } } });
  // @ts-expect-error the Danish has three thirds
  inBoth({ da: { thirds: ['primo', 'medio', 'ultimo'] }, en: { thirds: ['early', 'mid'] } });
  // @ts-expect-error a whole language is missing
  inBoth({ da: { title: 'Svar' } });
});

test('the English takes the parameters of the Danish', () => {
  const da = { moved: (number: string, days: number) => `${number} er flyttet ${days.toFixed()} dage` };
  inBoth({ da, en: { moved: (number, days) => `${number} was moved by ${days.toFixed()} days` } });
  // @ts-expect-error the second parameter is a number
  inBoth({ da, en: { moved: (number: string, days: string) => `${number} was moved by ${days} days` } });
  // @ts-expect-error the Danish hands in two parameters
  inBoth({ da, en: { moved: (number: string, days: number, unit: string) => `${number}${days.toFixed()}${unit}` } });
  // @ts-expect-error the Danish is made of a number and the English is not
  inBoth({ da, en: { moved: 'It was moved' } });
  // @ts-expect-error a text is a string
  inBoth({ da: { count: (n: string) => `${n} til` }, en: { count: (n) => Number(n) } });
});

test('texts that cover a vocabulary cover it wholly', () => {
  type State = 'sent' | 'done';
  // @ts-expect-error the Danish of `done` is missing
  inBoth<Record<State, string>>({ da: { sent: 'Sendt' }, en: { sent: 'Sent', done: 'Done' } });
  // @ts-expect-error the English of `done` is missing
  inBoth<Record<State, string>>({ da: { sent: 'Sendt', done: 'Leveret' }, en: { sent: 'Sent' } });
  inBoth({
    // @ts-expect-error the Danish of `done` is missing
    da: { steps: { sent: 'Sendt' } satisfies Record<State, string> },
    en: { steps: { sent: 'Sent' } },
  });
  // @ts-expect-error one refusal is not all of them
  inBoth<Record<Refusal, string>>({ da: { 'not-found': 'Væk' }, en: { 'not-found': 'Gone' } });
});

test('a page that an outcome chooses is written for each outcome', () => {
  type Outcome = { outcome: 'in'; name: string } | { outcome: 'out' };
  interface Page {
    title: string;
    lines: readonly string[];
  }
  inBoth<(outcome: Outcome) => Page>({
    da: (outcome) =>
      outcome.outcome === 'in' ? { title: outcome.name, lines: ['a', 'b'] } : { title: 'Ude', lines: [] },
    // @ts-expect-error the English of `out` is missing
    en: (outcome) => {
      switch (outcome.outcome) {
        case 'in':
          return { title: outcome.name, lines: ['a'] };
      }
    },
  });
});
