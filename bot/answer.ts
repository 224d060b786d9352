import { randomUUID } from 'node:crypto';
import { noticeCard } from '../cards/notice.ts';
import { type ActionName, useCases } from '../domain/index.ts';
import type { Organisation, Person, Place } from '../domain/organisation.ts';
import type { World } from '../domain/ports.ts';
import type { Language, Platform } from '../domain/vocabulary.ts';
import { card, type Inbound, type Reply } from '../handlers/handler.ts';
import { handle } from '../handlers/index.ts';
import { edgeTexts } from '../locales/edge.ts';
import type { Directory } from '../models/directory.ts';
import type { Log } from './log.ts';

/** Who wrote, as the platform has proved it. */
export interface Sender {
  platform: Platform;
  tenant: string;
  place: Place & { user: string };
  /** False in a group or a channel, where others would read along. */
  inPrivate: boolean;
  /** The language of the platform's client, for people whose own is not known. */
  locale(): Promise<Language>;
  /** The e-mail address by which the platform knows the sender; asked for only when we do not know the person. */
  email(): Promise<string | null>;
}

export interface Answered {
  reply: Reply;
  language: Language;
}

export interface Answering {
  directory: Directory;
  world(organisation: Organisation): World;
  log: Log;
  /** Called after something changed, so that what it caused is delivered at once. */
  changed(): void;
}

/** A tenant or workspace that belongs to no organisation: nobody there is let in. */
export class UnknownTenant extends Error {
  override name = 'UnknownTenant';
}

/**
 * The way in for both platforms: who is it, what do they want, what do they see. One line of log an action, without
 * texts or addresses. A defect is shown to the person as a reference number, and logged under it.
 */
export async function answer(answering: Answering, sender: Sender, inbound: Inbound): Promise<Answered> {
  const { platform } = sender;
  const organisation = await answering.directory.organisationAt(platform, sender.tenant);
  if (!organisation) throw new UnknownTenant(`no organisation for this ${platform} tenant`);
  try {
    return await answerIn(answering, organisation, sender, inbound);
  } catch (error) {
    const reference = randomUUID().slice(0, 8);
    const fields = { action: inbound.action, receipt: inbound.receipt, platform, organisation: organisation.id };
    answering.log.error({ ...fields, reference, err: error }, 'defect');
    const { language } = organisation;
    return { reply: card(noticeCard(edgeTexts[language].defect(reference)), 'below'), language };
  }
}

async function answerIn(
  { directory, log, world, changed }: Answering,
  organisation: Organisation,
  sender: Sender,
  inbound: Inbound,
): Promise<Answered> {
  const started = performance.now();
  const { platform } = sender;
  if (!sender.inPrivate) {
    const known = await directory.personAt(organisation.id, platform, sender.place.user);
    const language = known?.language ?? (await sender.locale());
    return { reply: card(noticeCard(edgeTexts[language].onlyInPrivate), 'below'), language };
  }
  const person = await recognise(directory, organisation, sender);
  if (!person?.active) {
    const language = await sender.locale();
    const words = edgeTexts[language];
    log.info({ platform, organisation: organisation.id }, 'stranger');
    return { reply: card(noticeCard(words.stranger, [], words.strangerDetail), 'below'), language };
  }
  const language = person.language ?? (await sender.locale());
  const reply = await handle({ world: world(organisation), actor: person, language }, inbound);
  if (isChange(inbound.action)) changed();
  const { action, receipt } = inbound;
  log.info({ action, actor: person.id, receipt, platform, ms: Math.round(performance.now() - started) }, 'handled');
  return { reply, language };
}

/** Files are not kept yet; whoever sends one is told. */
export function fileNotKept(language: Language): Answered {
  return { reply: card(noticeCard(edgeTexts[language].fileNotKept), 'below'), language };
}

/** A look-up leaves nothing to deliver. */
function isChange(action: string): boolean {
  return Object.hasOwn(useCases, action) && useCases[action as ActionName].does === 'change';
}

/** The person behind a platform's user: known from before, or found in the organisation list by e-mail. */
async function recognise(directory: Directory, organisation: Organisation, sender: Sender): Promise<Person | null> {
  const { platform, place } = sender;
  const known = await directory.personAt(organisation.id, platform, place.user);
  if (known) {
    if (known.chat !== platform || !samePlace(known.places[platform], place)) {
      await directory.settle(organisation.id, known, platform, place, true);
    }
    return known;
  }
  const email = await sender.email();
  const listed = email === null ? null : await directory.personByEmail(organisation.id, email);
  if (listed) await directory.settle(organisation.id, listed, platform, place, true);
  return listed;
}

function samePlace(one: Place | undefined, other: Place): boolean {
  return one !== undefined && Object.entries(other).every(([key, value]) => one[key] === value);
}
