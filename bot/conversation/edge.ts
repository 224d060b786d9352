import type { LRUCache } from 'lru-cache';
import type { FileId } from '../../domain/ids.ts';
import type { Organisation } from '../../domain/people/organisation.ts';
import type { Person } from '../../domain/people/person.ts';
import type { World } from '../../domain/ports.ts';
import type { Language, Platform } from '../../domain/vocabulary.ts';
import type { Directory } from '../../models/people/directory.ts';
import type { Log } from '../log.ts';
import type { Admission } from './admission.ts';
import type { Sender } from './arrival.ts';
import { Deadline, type Patience } from './in-time.ts';

/** Everything that an arrival is handled with, the same for all platforms. */
export interface Edge {
  directory: Directory;
  world(organisation: Organisation): World;
  /** An address where this person alone can open a file; null where there is none. */
  fileLink(organisation: Organisation, person: Person, fileId: FileId): Promise<string | null>;
  log: Log;
  patience: Patience;
  /** By platform: one that hangs, when it is asked who somebody is, holds up none of the other's arrivals. */
  admission: Readonly<Record<Platform, Admission>>;
  /** The language of people who were here lately, as `platform:user`: for words to them while the database is away. */
  languages: LRUCache<string, Language>;
  /**
   * What the last reply in a chat was about, as far as this instance gave it, by `platform:conversation`: a card that is
   * not the last one there is out of sight.
   */
  lastShown: LRUCache<string, string>;
  /**
   * Called after something changed, so that what it caused is delivered at once.
   * @param world that of the arrival, which may have caused nothing; absent: something else
   */
  changed(world?: World): void;
}

/** A tenant or workspace that belongs to no organisation: nobody there is let in. */
export class UnknownTenant extends Error {
  override name = 'UnknownTenant';
}

/** The organisation of the sender's tenant or workspace; throws `UnknownTenant`. */
export async function organisationOf(
  { directory }: Pick<Edge, 'directory'>,
  { platform, tenant }: Pick<Sender, 'platform' | 'tenant'>,
): Promise<Organisation> {
  const organisation = await directory.organisationAt(platform, tenant);
  if (!organisation) throw new UnknownTenant(`no organisation for this ${platform} tenant`);
  return organisation;
}

/** In a crowd the rest of the time is left to the program, which reads and answers two hundred at the same moment. */
const partInCrowd = 0.6;

/** The time by which an arrival that comes now is answered. */
export function deadlineOf(
  { patience, admission }: Pick<Edge, 'patience' | 'admission'>,
  kind: keyof Patience,
): Deadline {
  const { [kind === 'slack' ? 'slack' : 'teams']: own } = admission;
  return new Deadline(own.isCrowded() ? partInCrowd * patience[kind] : patience[kind]);
}
