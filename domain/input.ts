import { z } from 'zod';
import type {
  AboutId,
  AdministrationId,
  AnyId,
  CampaignId,
  CommentId,
  DraftId,
  FileId,
  JoinId,
  PersonId,
  RequestId,
  RoomId,
  UnitId,
} from './ids.ts';
import { cleanText, hasWords } from './text/clean-text.ts';
import { cprProblem } from './text/cpr/said-numbers.ts';

/**
 * The parts of inputs. All values from outside are strings, as both platforms' forms give them; the issue messages are
 * codes of `FieldProblem`, whose texts are in locales/.
 */
export const fieldProblems = [
  'required',
  'too-long',
  'no-words',
  'contains-cpr',
  'looks-like-cpr',
  'not-a-number',
  'out-of-range',
  'not-a-choice',
  'horizon-unknown',
  'horizon-impossible',
  'horizon-past',
  'horizon-ahead',
  'horizon-since-unknown',
  'horizon-end-required',
  'no-date-reason-required',
  'now-possible-required',
  'what-it-takes-required',
  'decline-category-required',
  'same-unit',
] as const;
export type FieldProblem = (typeof fieldProblems)[number];

/** Lengths in UTF-16 units. A card with all texts at their longest fits both platforms. */
export const textLimits = {
  request: 3000,
  draft: 40_000,
  measure: 1200,
  expectedImprovement: 500,
  nowPossible: 500,
  whatItTakes: 500,
  where: 300,
  lookedAt: 500,
  horizon: 200,
  reason: 300,
  question: 300,
  comment: 2000,
} as const;

const problem = (code: FieldProblem) => code;

/** Tells whether a text may be stored: no CPR number is in it. */
export const isWithoutCpr = (text: string): boolean => cprProblem(text) === null;

/** A required text: cleaned, 1 to `max` characters (UTF-16 units), no CPR number and none that looks like one. */
export const words = (max: number) =>
  wordsWithNumbers(max).refine((text) => cprProblem(text) !== 'looks-like-cpr', problem('looks-like-cpr'));

/** As `words`, where the writer may have said what a number is that looks like a CPR number: whoever uses it asks. */
export const wordsWithNumbers = (max: number) =>
  z
    .string(problem('required'))
    .transform(cleanText)
    .pipe(
      z
        .string()
        .min(1, problem('required'))
        .max(max, problem('too-long'))
        .refine((text) => hasWords(text) || text === '', problem('no-words'))
        .refine((text) => cprProblem(text) !== 'contains-cpr', problem('contains-cpr')),
    );

/** An optional text: null when blank, else as `words`. */
export const optionalWords = (max: number) =>
  z
    .string()
    .optional()
    .transform((text) => cleanText(text ?? '') || null)
    .pipe(words(max).nullable());

/** Words as they were typed, whatever else is wrong with them; without a CPR number they may be kept. */
export const typedText = (max: number) =>
  z
    .string()
    .max(max)
    .refine((text) => cprProblem(text) !== 'contains-cpr', problem('contains-cpr'))
    .refine((text) => cprProblem(text) !== 'looks-like-cpr', problem('looks-like-cpr'))
    .optional();

const idOf = <Kind extends AnyId>() =>
  z
    .string()
    .regex(/^[0-9a-zA-Z-]{1,64}$/)
    .transform((text) => text as Kind);

export const requestId = idOf<RequestId>();
export const roomId = idOf<RoomId>();
export const draftId = idOf<DraftId>();
export const aboutId = idOf<AboutId>();
/** A choice from a list of units. The id of an earlier version may hold any character of a name. */
export const unitId = z
  .string(problem('required'))
  .min(1, problem('required'))
  .max(75, problem('not-a-choice'))
  .transform((text) => text as UnitId);
/** An optional choice of an administration. The id of an earlier version may hold any character of a name. */
export const administrationId = z
  .string()
  .max(200, problem('not-a-choice'))
  .transform((text) => text as AdministrationId);
export const joinId = idOf<JoinId>();
export const personId = idOf<PersonId>();
export const commentId = idOf<CommentId>();
export const fileId = idOf<FileId>();
export const campaignId = idOf<CampaignId>();

/** The version of the request on the card; it is stale when somebody else has changed the request since. */
export const cardVersion = z
  .string()
  .regex(/^\d{1,9}$/)
  .transform(Number)
  .optional();

/** The number of entries that stand before a page of a list; absent: the list was asked for, and not another page. */
export const pageFrom = z
  .string()
  .regex(/^\d{1,4}$/)
  .transform(Number)
  .optional();

/** A required choice out of `values`. */
export const choice = <const Values extends readonly string[]>(values: Values) =>
  z.enum(values, {
    error: (issue) => problem(issue.input === '' || issue.input == null ? 'required' : 'not-a-choice'),
  });

/** An optional choice: null when blank. */
export const optionalChoice = <const Values extends readonly string[]>(values: Values) =>
  z
    .string()
    .optional()
    .transform((value) => value || null)
    .pipe(choice(values).nullable());

/** A number as people type it, with comma or point; null when blank. */
export const optionalNumber = (min: number, max: number) =>
  z
    .string()
    .optional()
    .transform((typed, context) => {
      const text = (typed ?? '').trim().replace(',', '.');
      if (text === '') return null;
      const value = /^\d{1,6}(\.\d{1,3})?$/.test(text) ? Number(text) : Number.NaN;
      if (Number.isNaN(value)) context.addIssue(problem('not-a-number'));
      else if (value < min || value > max) context.addIssue(problem('out-of-range'));
      return value;
    });

export const toggle = z
  .enum(['true', 'false', ''])
  .optional()
  .transform((value) => value === 'true');
