import { inBoth } from '../texts.ts';

type Section = 'new' | 'answered' | 'overdue' | 'promised' | 'delivered';

export const digestTexts = inBoth({
  da: {
    title: 'Ugens overblik for dit område',
    period: (from: string, to: string) => `${from} – ${to}`,
    sections: {
      new: 'Nye ønsker',
      answered: 'Besvaret',
      overdue: 'Ubesvaret efter fristen',
      promised: 'Lovet, endnu ikke gennemført',
      delivered: 'Gennemført',
    } satisfies Record<Section, string>,
    quiet: 'En stille uge: intet nyt og intet forsinket.',
    all: (count: number) => `Vis alle ${count}`,
    none: 'Her er ingen ønsker længere.',
  },
  en: {
    title: 'This week in your area',
    period: (from, to) => `${from} – ${to}`,
    sections: {
      new: 'New requests',
      answered: 'Answered',
      overdue: 'Unanswered past the deadline',
      promised: 'Promised, not yet done',
      delivered: 'Done',
    },
    quiet: 'A quiet week: nothing new, and nothing is late.',
    all: (count) => `Show all ${count}`,
    none: 'No requests are left here.',
  },
});
