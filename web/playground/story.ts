import type { Message } from './api.ts';

/** The people whom one wish passes through: who writes it, who owns the process, and who sees how it goes. */
export const cast = {
  leader: 'hans.ravn@fjordby.example',
  owner: 'ulla.pihl@fjordby.example',
  manager: 'lars-peter.hoejlund@fjordby.example',
} as const;

export type Part = keyof typeof cast;

/** One step from the wish to the overview. */
export interface Step {
  /** The person whose turn it is; null at the end. */
  who: Part | null;
  title: string;
  words: string;
  /** A message that the page can write for them; null where they press buttons. */
  says: string | null;
}

export const steps: readonly [Step, ...Step[]] = [
  {
    who: 'leader',
    title: 'Nu er det Hans, skoleleder',
    words: 'Hans skriver, hvad der er besværligt, i sin egen chat. Skriv det selv, eller få det skrevet, og tryk Send.',
    says: 'Jeg bruger 30 minutter på hver ansættelse af en vikar, fire gange om måneden. Lønnen kommer for sent.',
  },
  {
    who: 'leader',
    title: 'Stadig Hans',
    words: 'Se, hvad Forenklingsbot har forstået, og tryk “Ja, send det”. Så går ønsket til Ulla.',
    says: null,
  },
  {
    who: 'owner',
    title: 'Nu er det Ulla, Koncern HR',
    words:
      'Ønsket ligger hos Ulla. Tryk “Svar” på hendes kort, vælg et svar, og skriv, hvad I gør, hvad der bliver bedre, og hvornår, fx 1. halvår 2027.',
    says: null,
  },
  {
    who: 'manager',
    title: 'Nu er det Lars-Peter, Hans’ chef',
    words: 'Hans har fået svaret: læs det hos ham. Skriv så “overblik” som Lars-Peter, og se det fra chefens stol.',
    says: 'overblik',
  },
  {
    who: null,
    title: 'Det var hele vejen',
    words:
      'Hans har et svar med en dato, Ulla har givet et løfte, og Lars-Peter kan følge det. Tryk “Næste uge” øverst, og se, hvad der kommer af sig selv.',
    says: null,
  },
];

/** The step that the story has come to, from the messages since it began. */
export function stepOf(since: Readonly<Record<Part, readonly Message[]>>): Step {
  const leader = JSON.stringify(since.leader);
  const isUnderstood = leader.includes('Ja, send det');
  const isSent = /FØ-\d{4}-\d{4}/.test(leader);
  const isAnswered = leader.includes('Der er svar på dit ønske');
  const hasLooked = since.manager.some(({ from }) => from === 'person');
  const index = isAnswered ? (hasLooked ? 4 : 3) : isSent ? 2 : isUnderstood ? 1 : 0;
  return steps[index] ?? steps[0];
}
