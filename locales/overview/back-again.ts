import { inBoth } from '../texts.ts';

export const backAgainTexts = inBoth({
  da: {
    title: 'Jeg har været væk og er her igen',
    from: 'Væk fra',
    to: 'Tilbage',
    kept: 'Det, I havde sendt før, er gemt, og det, der ventede, bliver sendt nu.',
    todo: 'Skrev nogen til mig imens uden at få svar, er beskeden måske ikke kommet frem. Bed dem skrive den igen.',
  },
  en: {
    title: 'I was away and am back',
    from: 'Away from',
    to: 'Back',
    kept: 'What you had sent before is kept, and what was waiting is sent now.',
    todo: 'If somebody wrote to me meanwhile and got no answer, their message may not have arrived. Ask them to write it again.',
  },
});
