import type mongoose from 'mongoose';
import {
  absentText,
  anyText,
  count,
  type Definition,
  date,
  flag,
  type model,
  optionalDate,
  optionalStructure,
  optionalText,
  type Stored,
  structure,
  text,
  texts,
  yesOrNo,
} from '../../models/schema.ts';

/** One of each sort of field. */
interface Task {
  id: string;
  title: string;
  tags: readonly string[];
  size: number;
  due: Date | null;
  urgent: boolean;
  note?: string;
  owner: 'leader' | 'unit' | null;
  place: { user: string };
  plan: { steps: number } | null;
}

/** Told apart by `type`, as the events of a history are. */
type Step = { id: string; at: Date } & ({ type: 'begun' } | { type: 'moved'; from: string; to: string });

const whole: Definition<Stored<Task>> = {
  _id: text,
  organisation: text,
  title: anyText,
  tags: texts,
  size: count,
  due: optionalDate,
  urgent: flag,
  note: absentText,
  owner: optionalText,
  place: structure,
  plan: optionalStructure,
};

const wholeStep: Definition<Stored<Step>> = {
  _id: text,
  organisation: text,
  at: date,
  type: text,
  from: absentText,
  to: absentText,
};

// `tsc` finds the mistakes below, and fails when an expected error is missing; running the file shows no more.

test('does not compile without a field of the document', () => {
  const { size: _size, ...rest } = whole;
  // @ts-expect-error: `size` is not declared, and mongoose would throw at the first write
  const definition: Definition<Stored<Task>> = rest;
  expect(definition).not.toHaveProperty('size');
});

test('does not compile with a field that the document does not have', () => {
  // @ts-expect-error: no document has a `colour`
  const definition: Definition<Stored<Task>> = { ...whole, colour: text };
  expect(definition).toHaveProperty('colour');
});

test('does not compile where a field is required and may be null or absent, or the other way round', () => {
  const wrong: Array<Definition<Stored<Task>>> = [
    // @ts-expect-error: a task without a due date could not be written
    { ...whole, due: date },
    // @ts-expect-error: a task without a note could not be written
    { ...whole, note: text },
    // @ts-expect-error: `null` would be read where the type says that the note is absent
    { ...whole, note: optionalText },
    // @ts-expect-error: a task without a plan could not be written
    { ...whole, plan: structure },
    // @ts-expect-error: `null` would be read where the type says that there is a title
    { ...whole, title: optionalText },
    // @ts-expect-error: nothing would be read where the type says that there is a title
    { ...whole, title: absentText },
    // @ts-expect-error: `null` would be read where the type says that there is a place
    { ...whole, place: optionalStructure },
  ];
  expect(wrong).toHaveLength(7);
});

test('does not compile where a field holds another kind of value', () => {
  const wrong: Array<Definition<Stored<Task>>> = [
    // @ts-expect-error: a title is a text
    { ...whole, title: count },
    // @ts-expect-error: a size is a number
    { ...whole, size: text },
    // @ts-expect-error: a due date is a date
    { ...whole, due: optionalText },
    // @ts-expect-error: urgent is yes or no
    { ...whole, urgent: text },
    // @ts-expect-error: tags are several texts
    { ...whole, tags: text },
    // @ts-expect-error: an owner is a text, which mongoose can hold to being one
    { ...whole, owner: optionalStructure },
    // @ts-expect-error: a place has a shape of its own
    { ...whole, place: text },
    // @ts-expect-error: a default is of the field's own type
    { ...whole, urgent: { type: Boolean, default: 'no' } },
  ];
  expect(wrong).toHaveLength(8);
});

test('does not compile without a field of any member of a union, or with one that only some have as required', () => {
  const { from: _from, ...withoutFrom } = wholeStep;
  const wrong: Array<Definition<Stored<Step>>> = [
    // @ts-expect-error: `from` is a field of one of the steps
    withoutFrom,
    // @ts-expect-error: a step that is begun comes from nowhere and could not be written
    { ...wholeStep, from: text },
    // @ts-expect-error: every step has an instant
    { ...wholeStep, at: { type: Date } },
    // @ts-expect-error: no step has a reason
    { ...wholeStep, reason: absentText },
  ];
  expect(wrong).toHaveLength(4);
});

test('does not compile with an index of a field that the document does not have', () => {
  type Indexes = Parameters<typeof model<Stored<Task>>>[3];
  const indexes: Indexes = [
    // @ts-expect-error: no document has a `colour`
    [{ organisation: 1, colour: 1 }],
    // @ts-expect-error: nor has one a `colour` with parts
    [{ 'colour.red': 1 }],
  ];
  const nested: Indexes = [[{ organisation: 1, 'place.user': 1 }, { unique: true } satisfies mongoose.IndexOptions]];
  expect([...indexes, ...nested]).toHaveLength(3);
});

test('makes a value that is always there required, or gives it a default of its own', () => {
  const both: Array<Definition<Stored<Task>>> = [whole, { ...whole, urgent: yesOrNo, title: text }];
  expect(both).toHaveLength(2);
});
