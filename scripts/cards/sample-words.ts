import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { textLimits } from '../../domain/input.ts';
import { fileLimits } from '../../domain/requests/record/attachment.ts';
import type { Horizon } from '../../domain/time/horizon/read.ts';

/** All texts and names of people in a card; the other texts are the bot's own. */
export interface Said {
  request: string;
  measure: string;
  expectedImprovement: string;
  nowPossible: string;
  whatItTakes: string;
  where: string;
  lookedAt: string;
  horizon: Horizon;
  reason: string;
  question: string;
  comment: string;
  files: readonly string[];
  leader: string;
  owner: string;
  institution: string;
  administration: string;
  /** Names of the units that can have a request, its own first. */
  units: readonly [string, string, ...string[]];
  municipality: string;
  contact: string;
}

/** domain/people/settings/read-settings.ts: the longest name that a choice can show in Slack. */
const longestUnitName = 75;

const fixtures = join(import.meta.dirname, '../../tests/fixtures/shared');
const requestLine = z.object({ text: z.string() });
const answerLine = z.object({
  measure: z.string(),
  expectedImprovement: z.string(),
  nowPossible: z.string().nullable(),
  whatItTakes: z.string().nullable(),
});

/** Texts that people really wrote, at their shortest and repeated up to the last character of a field. */
export function readSaid(): { shortest: Said; longest: Said } {
  const requests = linesOf('requests').map((line) => requestLine.parse(line).text);
  const answers = linesOf('answers').map((line) => answerLine.parse(line));
  const takes = answers.flatMap(({ whatItTakes }) => whatItTakes ?? []);
  const measures = answers.map(({ measure }) => measure);
  const improvements = answers.map(({ expectedImprovement }) => expectedImprovement);
  const possible = answers.flatMap(({ nowPossible }) => nowPossible ?? []);
  return {
    shortest: {
      request: shortest(requests),
      measure: shortest(measures),
      expectedImprovement: 'De 11 punkter skrives én gang.',
      nowPossible: shortest(possible),
      whatItTakes: shortest(takes),
      where: 'https://intra.fjordby.example/svigt',
      lookedAt: 'Om lønnen kommer til tiden.',
      horizon: { text: '1. halvår 2027', start: '2027-01-01', end: '2027-06-30' },
      reason: 'Det er indkøb, der ejer aftalen.',
      question: 'Hvad tager for lang tid?',
      comment: 'Kan I sende et eksempel?',
      files: ['skærmbillede.png'],
      leader: 'Pernille Østergaard',
      owner: 'Ulla Pihl',
      institution: 'Fjordskolen',
      administration: 'Børne- og Ungdomsforvaltningen',
      units: ['Koncern HR', 'Koncernindkøb', 'Koncernøkonomi'],
      municipality: 'Fjordby Kommune',
      contact: 'projektleder Nikoline Brix, telefon 12 34 56 78',
    },
    longest: {
      request: upTo(textLimits.request, requests),
      measure: upTo(textLimits.measure, measures),
      expectedImprovement: upTo(textLimits.expectedImprovement, improvements),
      nowPossible: upTo(textLimits.nowPossible, possible),
      whatItTakes: upTo(textLimits.whatItTakes, takes),
      where: lineUpTo(textLimits.where, ['Vejledningen om svigtende leverancer og udlæg på intranettet,']),
      lookedAt: upTo(textLimits.lookedAt, improvements),
      horizon: {
        text: lineUpTo(textLimits.horizon, ['i løbet af de kommende tre år, når det nye udbud er afsluttet, og']),
        start: '2026-11-24',
        end: '2029-11-23',
      },
      reason: upTo(textLimits.reason, takes),
      question: upTo(textLimits.question, requests),
      comment: upTo(textLimits.comment, requests),
      files: Array.from({ length: fileLimits.perRequest }, (_, index) => longFile(index)),
      leader: 'Marie-Louise Vestergaard Hjortshøj-Christoffersen',
      owner: 'Annemarie Lykkegaard Bjerregaard-Thorvaldsen',
      institution: 'Det Selvejende Integrerede Børnehus Ved Fjordens Bred og Naturbørnehaven Skovkanten',
      administration: 'Beskæftigelses-, Integrations- og Erhvervsforvaltningen',
      units: [unitName('Center for Personale'), unitName('Center for Indkøb'), unitName('Center for Økonomi')],
      municipality: 'Fjordby-Nørre Strandbjerg Kommune',
      contact:
        'Annemarie Lykkegaard Bjerregaard-Thorvaldsen i Sekretariatet for Afbureaukratisering og Ledelsesudvikling, forenkling@fjordby-noerre-strandbjerg.example, telefon 12 34 56 78 mellem klokken 9 og 12',
    },
  };
}

const longFile = (index: number) =>
  `${'Skærmbillede af vagtplanen med en meget lang forklaring på hvad der går galt '.repeat(2).slice(0, fileLimits.nameLength - 6)}${index}.png`;

const unitName = (center: string) => lineUpTo(longestUnitName, [`${center} og Tværgående Administrativ Udvikling,`]);

function linesOf(name: string): unknown[] {
  const lines = readFileSync(join(fixtures, `${name}.jsonl`), 'utf8')
    .trim()
    .split('\n');
  return lines.map((line): unknown => JSON.parse(line));
}

function shortest(texts: readonly string[]): string {
  return texts.reduce((found, text) => (text.length < found.length ? text : found));
}

/** Paragraph after paragraph, every third in quotation marks, to exactly `length` UTF-16 units. */
function upTo(length: number, texts: readonly string[]): string {
  const paragraphs = texts.map((text, index) => (index % 3 === 2 ? `"${text}"` : text));
  return filled(length, `${paragraphs.join('\n')}\n`);
}

const lineUpTo = (length: number, texts: readonly string[]) => filled(length, `${texts.join(' ')} `);

function filled(length: number, words: string): string {
  return `${words.repeat(Math.ceil(length / words.length)).slice(0, length - 1)}x`;
}
