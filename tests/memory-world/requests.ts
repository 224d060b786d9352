import type { UnitId } from '../../domain/ids.ts';
import {
  type AnswerDrafts,
  type Attachments,
  type Campaigns,
  Collision,
  type Comments,
  type Drafts,
  type Requests,
} from '../../domain/ports.ts';
import type { Request } from '../../domain/requests/record/request.ts';
import { awaitsAnswer } from '../../domain/requests/transitions.ts';
import type { State } from '../../domain/vocabulary.ts';
import type { MemoryDatabase } from './memory-database.ts';
import { copy } from './table.ts';

const isOpen = (state: State) => awaitsAnswer(state) || state === 'answered' || state === 'parked';
const newestFirst = (one: Date, other: Date) => other.getTime() - one.getTime();

/** All requests, the newest first. */
export const newestOf = ({ requests }: MemoryDatabase): Request[] =>
  requests.where(() => true).sort((one, other) => newestFirst(one.submittedAt, other.submittedAt));

export function requestsOf({ requests, events, serials }: MemoryDatabase): Requests {
  const overdue = (day: string, units: readonly UnitId[]) =>
    requests
      .where(({ unit, state, dueOn }) => awaitsAnswer(state) && dueOn < day && !units.includes(unit))
      .sort((one, other) => `${one.dueOn} ${one.number}`.localeCompare(`${other.dueOn} ${other.number}`));
  return {
    async prepareSerials(year) {
      for (const one of [year, year + 1]) serials.set(one, serials.get(one) ?? 0);
    },
    async nextSerial(year) {
      const next = (serials.get(year) ?? 0) + 1;
      serials.set(year, next);
      return next;
    },
    async add(request) {
      requests.add(request);
    },
    async change(request, changes) {
      if (requests.get(request.id)?.version !== request.version)
        throw new Collision(`${request.number} was changed meanwhile`);
      const changed: Request = { ...request, ...changes, version: request.version + 1 };
      requests.change(request.id, { ...changes, version: changed.version });
      return changed;
    },
    async byId(id) {
      return requests.get(id);
    },
    async byNumber(number) {
      return requests.where((request) => request.number === number)[0] ?? null;
    },
    async ofLeader(leaderId, most) {
      const found = requests.where((request) => request.leaderId === leaderId);
      return found.sort((one, other) => newestFirst(one.submittedAt, other.submittedAt)).slice(0, most);
    },
    async openOfUnit(unit, most) {
      const found = requests.where((request) => request.unit === unit && isOpen(request.state));
      const urgency = ({ state, dueOn }: Request) => `${awaitsAnswer(state) ? 0 : 1} ${dueOn}`;
      return found
        .sort((one, other) => (urgency(one) < urgency(other) ? -1 : urgency(one) > urgency(other) ? 1 : 0))
        .slice(0, most);
    },
    async moveSettled(from, to) {
      requests.changeWhere(({ unit }) => unit === from, { unit: to });
    },
    async addEvent(event) {
      events.add(event);
    },
    async history(requestId) {
      return events.where((event) => event.requestId === requestId).sort((one, other) => one.step - other.step);
    },
    async overview(from, until) {
      const steps = events
        .where(({ at }) => at >= from && at < until)
        .map(({ requestId, type }) => ({ requestId, type }));
      const moved = new Set(steps.map(({ requestId }) => requestId));
      const found = requests.where(({ id, state }) => isOpen(state) || moved.has(id));
      return { requests: found.sort((one, other) => one.number.localeCompare(other.number)), steps };
    },
    async overdueElsewhere(day, units, most) {
      return overdue(day, units).slice(0, most);
    },
    async countOverdueElsewhere(day, units) {
      return overdue(day, units).length;
    },
    async openUnits() {
      return [...new Set(requests.where(({ state }) => isOpen(state)).map(({ unit }) => unit))].sort();
    },
  };
}

export function draftsOf({ drafts }: MemoryDatabase): Drafts {
  return {
    async add(draft) {
      drafts.add(draft);
    },
    async byId(id) {
      return drafts.get(id);
    },
    async ofPerson(personId) {
      const found = drafts.where((draft) => draft.personId === personId);
      return found.sort((one, other) => newestFirst(one.createdAt, other.createdAt));
    },
    async unmentioned(before, most) {
      const found = drafts.where(({ createdAt, mentionedAt }) => createdAt < before && !mentionedAt);
      return found.sort((one, other) => newestFirst(other.createdAt, one.createdAt)).slice(0, most);
    },
    async setMentioned(ids, mentionedAt) {
      for (const id of ids) drafts.change(id, { mentionedAt });
    },
    async before(before, most) {
      const found = drafts.where(({ createdAt }) => createdAt < before);
      return found.sort((one, other) => newestFirst(other.createdAt, one.createdAt)).slice(0, most);
    },
    async remove(id) {
      drafts.remove(id);
    },
    async setText(id, text, editedAt, numbers) {
      drafts.change(id, { text, ...(editedAt ? { editedAt } : {}), ...(numbers ? { numbers } : {}) });
    },
    async setParts(id, made, before) {
      if (drafts.get(id)?.text !== before) throw new Collision('the draft was changed meanwhile');
      drafts.change(id, made);
    },
    async note(id, noted) {
      drafts.change(id, noted);
    },
    async setReply(id, reply) {
      const { reply: _former, ...draft } = drafts.get(id) ?? {};
      if ('id' in draft) drafts.put(reply ? { ...draft, reply } : draft);
    },
    async takeReply(id, now) {
      const draft = drafts.get(id);
      if (draft?.reply?.is !== 'going' || draft.reply.at > now) return null;
      const { reply: _due, ...rest } = draft;
      drafts.put(rest);
      return draft;
    },
  };
}

export function answerDraftsOf({ answerDrafts }: MemoryDatabase): AnswerDrafts {
  return {
    async put(draft) {
      answerDrafts.put(draft);
    },
    async of(personId, requestId) {
      return answerDrafts.get(`${personId} ${requestId}`);
    },
  };
}

export function commentsOf({ comments }: MemoryDatabase): Comments {
  return {
    async add(comment) {
      comments.add(comment);
    },
    async byId(id) {
      return comments.get(id);
    },
    async ofRequest(requestId) {
      const found = comments.where((comment) => comment.requestId === requestId);
      return found.sort((one, other) => newestFirst(other.at, one.at));
    },
    async ofRequests(requestIds) {
      const found = comments.where(({ requestId }) => requestIds.includes(requestId));
      return found.sort((one, other) => newestFirst(other.at, one.at));
    },
  };
}

export function attachmentsOf({ attachments, files }: MemoryDatabase): Attachments {
  return {
    async add(attachment) {
      attachments.add(attachment);
    },
    async byId(id) {
      return attachments.get(id);
    },
    async of(about) {
      const found = attachments.where((one) => one.about === about && one.state !== 'refused');
      return found.sort((one, other) => newestFirst(other.at, one.at));
    },
    async change(id, changes) {
      attachments.change(id, changes);
    },
    async keep(id, content) {
      files.set(id, copy(content));
    },
    async content(id) {
      return copy(files.get(id) ?? null);
    },
    async remove(id) {
      attachments.remove(id);
      files.delete(id);
    },
    async removeOf(about) {
      for (const { id } of attachments.where((one) => one.about === about)) {
        attachments.remove(id);
        files.delete(id);
      }
    },
  };
}

export function campaignsOf({ campaigns }: MemoryDatabase): Campaigns {
  return {
    async add(campaign) {
      campaigns.add(campaign);
    },
    async byId(id) {
      return campaigns.get(id);
    },
    async newest(most) {
      const found = campaigns.all().sort((one, other) => newestFirst(one.startedAt, other.startedAt));
      return found.slice(0, most);
    },
    async cancel(id, cancelledBy, cancelledAt) {
      if (campaigns.get(id)?.cancelledAt !== null) throw new Collision('somebody else has stopped it meanwhile');
      campaigns.change(id, { cancelledBy, cancelledAt });
    },
  };
}
