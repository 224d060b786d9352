import { randomUUID } from 'node:crypto';
import { type Edge, handleArrival, type Outgoing, organisationOf, type Sender } from './handle-arrival.ts';
import { recognise } from './recognise.ts';

/** The first meeting in a person's own chat: what the bot can do for them. Null for strangers and from the second time on. */
export async function welcome(edge: Edge, sender: Sender): Promise<Outgoing | null> {
  const organisation = await organisationOf(edge, sender);
  const person = await recognise(edge.directory, organisation, sender);
  if (!person?.active || !(await edge.world(organisation).people.meet(person.id))) return null;
  return handleArrival(edge, sender, { arrives: 'action', action: 'help', input: {}, idempotencyKey: randomUUID() });
}
