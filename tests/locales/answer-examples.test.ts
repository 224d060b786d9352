import { readTime } from '../../domain/answers/asked-time.ts';
import { asks } from '../../domain/requests/record/asks.ts';
import { decisions, languages } from '../../domain/vocabulary.ts';
import { answerFormTexts } from '../../locales/answers/answer-form.ts';
import { fieldProblemTexts } from '../../locales/refusals.ts';
import { tuesdayMorning } from '../sample-domain.ts';

const examplesIn = (text: string) => [...text.matchAll(/[”“]([^”]+)”/g)].map(([, example = '']) => example);
const problemOf = {
  promised: 'horizon-unknown',
  since: 'horizon-since-unknown',
  until: 'horizon-end-required',
} as const;

const told = languages.flatMap((language) =>
  decisions.flatMap((decision) => {
    const { time } = asks[decision];
    const { horizonHint } = answerFormTexts[language];
    if (time === null || decision === 'guidance' || decision === 'declined') return [];
    const texts = [horizonHint[decision], fieldProblemTexts[language][problemOf[time]]];
    return texts.flatMap(examplesIn).map((horizon) => ({ language, decision, horizon }));
  }),
);

test.each(told)('the form for “$decision” takes its own example “$horizon”', ({ decision, horizon }) => {
  expect(readTime({ decision, horizon }, tuesdayMorning)).toMatchObject({ isDoubtful: expect.any(Boolean) });
});
