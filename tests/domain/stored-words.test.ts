import type { z } from 'zod';
import { useCases } from '../../domain/index.ts';
import { askToJoin } from '../../domain/people/join/ask-to-join.ts';

/** A sentence with a CPR number that nobody can take for another one; it is no id and no choice. */
const sentence = 'Ida er cpr 120316-4127, siger de';

/** The inputs that take any words, with the reason why no CPR number is stored by them. */
const takesWords: Readonly<Record<string, string>> = {
  'send-parked-again.to': 'it chooses among the messages that are parked, and is not stored',
  'send-parked-again.problem': 'it chooses among the messages that are parked, and is not stored',
  'draft-request.text': 'its work refuses it, and the words stay in the chat',
  'revise-draft.text': 'its work refuses it, and the words stay in the chat',
  'ask-about-words.text': 'its work refuses it, and the words stay in the chat',
  'open-request-form.text': 'a look-up: the form shows the words to their writer, and refuses to send them',
};

/** The inputs that name something of a list, under which nothing else is found or stored. */
const names = /\.(unit|unitId|administration|request)$/;

const shapeOf = (schema: z.ZodType): Record<string, z.ZodType> =>
  'shape' in schema && typeof schema.shape === 'object' ? { ...schema.shape } : {};

const inputs = [...Object.values(useCases), askToJoin].flatMap(({ name, input }) =>
  Object.entries(shapeOf(input)).map(([field, schema]) => [`${name}.${field}`, schema] as const),
);

test('every input is looked at', () => {
  expect(inputs.length).toBeGreaterThan(60);
  const empty = [...Object.values(useCases)].filter(({ input }) => Object.keys(shapeOf(input)).length === 0);
  // An input of another make than an object would not be walked.
  expect(empty.every(({ input }) => input.def.type === 'object')).toBe(true);
});

test('no input takes a CPR number, but for those that are known not to store it', () => {
  const taken = inputs.filter(([, schema]) => {
    const parsed = schema.safeParse(sentence);
    return parsed.success && JSON.stringify(parsed.data).includes('120316');
  });
  const unknown = taken.map(([name]) => name).filter((name) => !names.test(name));
  expect(unknown.toSorted()).toEqual(Object.keys(takesWords).toSorted());
});
