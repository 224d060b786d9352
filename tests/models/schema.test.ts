import mongoose, { type Connection, type Model } from 'mongoose';
import { flag, model, optionalText, text as textField, texts } from '../../models/schema.ts';
import { newTestDatabase } from '../database.ts';

interface Note {
  _id: string;
  text: string;
  tags: readonly string[];
  author: string | null;
  isRead: boolean;
}

let connection: Connection;
let notes: Model<Note>;
let close: () => Promise<void>;
beforeAll(async () => {
  const testDatabase = newTestDatabase();
  connection = await mongoose.createConnection(testDatabase.uri).asPromise();
  notes = model<Note>(
    connection,
    'notes',
    { _id: textField, text: textField, tags: texts, author: optionalText, isRead: flag },
    [],
  );
  close = async () => {
    await connection.close();
  };
});
afterAll(() => close());

test('reads a field that an earlier version did not write as its default, in every way of reading', async () => {
  await notes.collection.insertOne({ _id: 'old', text: 'from before' } as never);
  const whole = { _id: 'old', text: 'from before', author: null, isRead: false };
  expect(await notes.findById('old').lean()).toEqual(whole);
  expect(await notes.find().lean()).toEqual([whole]);
  expect(await notes.findOneAndUpdate({ _id: 'old' }, { text: 'from before' }).lean()).toEqual(whole);
  for await (const one of notes.find().lean().cursor()) expect(one).toEqual(whole);
  expect(await notes.findById('nobody').lean()).toBeNull();
});

test('reads a field as it was written, and nothing beside the selected fields', async () => {
  await notes.create({ _id: 'new', text: 'now', tags: ['a'], author: 'Ulla', isRead: true });
  expect(await notes.findById('new').lean()).toMatchObject({ author: 'Ulla', isRead: true });
  expect(await notes.findById('new', { text: 1 }).lean()).toEqual({ _id: 'new', text: 'now' });
});

test('throws when a field is written that is not declared', async () => {
  await expect(notes.create([{ _id: 'wrong', text: 'x', tags: [], colour: 'red' } as never])).rejects.toThrow('colour');
  await expect(notes.updateOne({ _id: 'new' }, { colour: 'red' } as never)).rejects.toThrow('colour');
});
