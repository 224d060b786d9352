import type { Language } from '../../domain/vocabulary.ts';
import type { Case } from './case.ts';
import { conversationCases } from './conversation-cases.ts';
import { formCases } from './form-cases.ts';
import { listCases } from './list-cases.ts';
import { personCases } from './person-cases.ts';
import { requestCases } from './request-cases.ts';
import type { Said } from './sample-words.ts';

/** Every card, form and modal, in one language. */
export function gallery({ shortest, longest }: { shortest: Said; longest: Said }, language: Language): Case[] {
  return [requestCases, conversationCases, listCases, formCases, personCases].flatMap((cases) =>
    cases(shortest, longest, language),
  );
}
