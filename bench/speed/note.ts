import mongoose from 'mongoose';

/** Stores one document: what a bot that keeps anything at all does with mongoose. */
export interface Notes {
  keep(by: string): Promise<void>;
}

/** Connects to a database for the notes of a bare SDK. Writes are as durable as the server makes them. */
export async function openNotes(uri: string): Promise<Notes> {
  const connection = await mongoose.createConnection(uri).asPromise();
  const notes = connection.model('notes', new mongoose.Schema({ by: String, text: String, at: Date }));
  return {
    async keep(by) {
      await notes.create({ by, text: 'Nye vikarer bliver ansat, men lønnen kommer en uge for sent.', at: new Date() });
    },
  };
}

/** The floor's words to everybody. */
export const reply = 'Tak, det er gemt.';
