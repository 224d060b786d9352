import { randomUUID } from 'node:crypto';
import { type Answered, type Answering, answer, organisationOf, type Sender } from './handle-arrival.ts';
import { recognise } from './recognise.ts';

/** The first meeting in a person's own chat: what the bot can do for them. Null for strangers and from the second time on. */
export async function welcome(answering: Answering, sender: Sender): Promise<Answered | null> {
  const organisation = await organisationOf(answering, sender);
  const person = await recognise(answering.directory, organisation, sender);
  if (!person?.active || !(await answering.world(organisation).people.meet(person.id))) return null;
  return answer(answering, sender, { arrives: 'action', action: 'help', input: {}, idempotencyKey: randomUUID() });
}
