import { createHash } from 'node:crypto';
import { draftIdOf } from '../../domain/ids.ts';
import { Collision, type Drafts } from '../../domain/ports.ts';
import type { Draft } from '../../domain/requests/drafts/draft.ts';
import { fromStored, insert, orCollision, toStored } from '../stored.ts';
import type { DraftRow, RequestCollections } from './collections.ts';

/** Drafts in MongoDB, of one organisation. */
export function draftsOf({ drafts }: RequestCollections, organisation: string): Drafts {
  return {
    async add(draft) {
      const { personId, text } = draft;
      const said = text === '' || draft.reply ? {} : { said: saidOf(personId, text) };
      await orCollision(insert<DraftRow>(drafts, { ...toStored(organisation, draft), ...said }));
    },
    async byId(id) {
      const found = await drafts.findOne({ _id: draftIdOf(id), organisation }).lean();
      return found && fromRow(found);
    },
    async ofPerson(personId) {
      const found = await drafts.find({ organisation, personId }).sort({ createdAt: -1 }).lean();
      return found.map(fromRow);
    },
    async unmentioned(before, most) {
      const which = { organisation, createdAt: { $lt: before }, mentionedAt: null };
      return (await drafts.find(which).sort({ createdAt: 1 }).limit(most).lean()).map(fromRow);
    },
    async setMentioned(ids, mentionedAt) {
      await drafts.updateMany({ _id: { $in: [...ids] }, organisation }, { mentionedAt });
    },
    async before(before, most) {
      const which = { organisation, createdAt: { $lt: before } };
      return (await drafts.find(which).sort({ createdAt: 1 }).limit(most).lean()).map(fromRow);
    },
    async remove(id) {
      await drafts.deleteOne({ _id: id, organisation });
    },
    async setText(id, text, editedAt, numbers) {
      const changes = { text, ...(editedAt ? { editedAt } : {}), ...(numbers ? { numbers } : {}) };
      await drafts.updateOne({ _id: id, organisation }, { $set: changes, $unset: { said: 1 } });
    },
    async setParts(id, made, before) {
      const found = { _id: id, organisation, text: before };
      const { matchedCount } = await drafts.updateOne(found, { $set: made, $unset: { said: 1 } });
      if (matchedCount === 0) throw new Collision('the draft was changed meanwhile');
    },
    async note(id, noted) {
      await drafts.updateOne({ _id: id, organisation }, { $set: noted });
    },
    async setReply(id, reply) {
      await drafts.updateOne({ _id: id, organisation }, reply ? { $set: { reply } } : { $unset: { reply: 1 } });
    },
    async takeReply(id, now) {
      const due = { _id: id, organisation, 'reply.at': { $lte: now } };
      const found = await drafts.findOneAndUpdate(due, { $unset: { reply: 1 } }, { returnDocument: 'before' }).lean();
      return found && fromRow(found);
    },
  };
}

function fromRow({ said: _digest, ...draft }: DraftRow): Draft {
  return fromStored(draft);
}

const saidOf = (person: string, words: string): string =>
  createHash('sha256')
    .update(JSON.stringify([person, words]))
    .digest('base64url');
