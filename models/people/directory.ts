import type { Organisation } from '../../domain/people/organisation.ts';
import type { Person } from '../../domain/people/person.ts';
import type { Place } from '../../domain/people/place.ts';
import type { Platform } from '../../domain/vocabulary.ts';
import type { Collections } from '../collections.ts';
import { parkedOf, waitingForChat } from '../delivery/parked.ts';
import { isDuplicate } from '../stored.ts';
import { type PeopleMemory, userKey } from './people-memory.ts';
import { fromStoredOrganisation } from './stored-organisation.ts';
import { fromStoredPerson } from './stored-person.ts';

/** For so long a tenant's organisation is known by heart; a change of its settings is seen after that. */
const rememberedMs = 30_000;

/** Teams' tenant ids are GUIDs, which people copy in capitals as well; Slack's are as Slack writes them. */
const spelt = (platform: Platform, tenant: string) => (platform === 'teams' ? tenant.toLowerCase() : tenant);

/**
 * Finds the organisation of a tenant or workspace, and the person of a platform's user. Asked before
 * anything is scoped, so it stands beside the world and not in it.
 * @param memoryOf the memory of an organisation's people, from which they are read; null: from the database
 */
export function directoryOf(
  stored: Collections,
  now: () => Date = () => new Date(),
  memoryOf: ((organisation: string) => PeopleMemory) | null = null,
) {
  const remembered = new Map<string, { organisation: Organisation; until: number }>();
  const asOrganisation = async (id: string): Promise<Organisation | null> => {
    const found = await stored.organisations.findById(id).lean();
    return found && fromStoredOrganisation(found);
  };
  return {
    organisation: asOrganisation,

    async organisations(): Promise<Organisation[]> {
      return (await stored.organisations.find().lean()).map(fromStoredOrganisation);
    },

    /**
     * The organisation of a Teams tenant or Slack workspace, as it was at most 30 seconds ago; null when unknown, and
     * then nobody there is let in.
     */
    async organisationAt(platform: Platform, given: string): Promise<Organisation | null> {
      const tenant = spelt(platform, given);
      const key = `${platform}:${tenant}`;
      const known = remembered.get(key);
      if (known && known.until > now().getTime()) return known.organisation;
      const found = await stored.connections.findOne({ platform, tenant }).lean();
      const organisation = found && (await asOrganisation(found.organisation));
      if (organisation) remembered.set(key, { organisation, until: now().getTime() + rememberedMs });
      return organisation;
    },

    /** The tenants or workspaces that belong to an organisation. */
    async tenantsOf(organisation: string, platform: Platform): Promise<string[]> {
      const found = await stored.connections.find({ platform, organisation }).sort({ tenant: 1 }).lean();
      return found.map(({ tenant }) => tenant);
    },

    /** Sends everything again that was parked, or what was parked for these reasons. Gives the number of messages. */
    sendAgain(organisation: string, problems?: readonly string[]): Promise<number> {
      return parkedOf(stored, organisation, now).sendAgain(problems === undefined ? {} : { problems });
    },

    /** Links a tenant or workspace to an organisation. Throws when it belongs to another one already. */
    async connect(platform: Platform, given: string, organisation: string): Promise<void> {
      const tenant = spelt(platform, given);
      try {
        await stored.connections.create([{ platform, tenant, organisation }]);
      } catch (error) {
        if (!isDuplicate(error)) throw error;
        const owner = (await stored.connections.findOne({ platform, tenant }).lean())?.organisation;
        if (owner !== organisation) throw new Error(`${platform} ${tenant} belongs to organisation ${owner} already`);
      }
    },

    /**
     * Undoes `connect`; gives the organisation it belonged to, or null when it was not connected. A bot that runs knows
     * the tenant by heart for up to 30 seconds more. With the organisation's last tenant on the platform (`isLast`) its
     * chats and channels there are forgotten, so that nothing more is sent to them.
     */
    async disconnect(platform: Platform, given: string): Promise<{ organisation: string; isLast: boolean } | null> {
      const tenant = spelt(platform, given);
      remembered.delete(`${platform}:${tenant}`);
      const found = await stored.connections.findOne({ platform, tenant }).lean();
      if (!found) return null;
      const { organisation } = found;
      const isLast = (await stored.connections.countDocuments({ platform, organisation })) === 1;
      if (isLast) {
        await stored.rooms.updateMany({ organisation, platform }, { unit: null, followedBy: null });
        await stored.people.updateMany({ organisation }, { $unset: { [`places.${platform}`]: '' } });
        await stored.people.updateMany({ organisation, chat: platform }, { chat: null });
      }
      // Last, so that whoever is cut off here does it all once more.
      await stored.connections.deleteOne({ platform, tenant });
      return { organisation, isLast };
    },

    /** Looks at the people as they are now, when somebody was not found. False when they are never read from memory. */
    async lookAgain(organisation: string): Promise<boolean> {
      await memoryOf?.(organisation).now();
      return memoryOf !== null;
    },

    /** The active people who were met as this user; several, where a platform gives an id in each of its workspaces. */
    async peopleAt(organisation: string, platform: Platform, user: string): Promise<Person[]> {
      if (memoryOf) return [...((await memoryOf(organisation).current()).byUser.get(userKey(platform, user)) ?? [])];
      const known = await stored.people.find({ organisation, [`places.${platform}.user`]: user }).lean();
      return known.filter(({ active }) => active).map(fromStoredPerson);
    },

    /** The active person whom the list names by the object id that Teams knows the user by. */
    async personByEntraId(organisation: string, entraObjectId: string): Promise<Person | null> {
      if (memoryOf) return (await memoryOf(organisation).current()).byEntraId.get(entraObjectId.toLowerCase()) ?? null;
      const found = await stored.people.find({ organisation, entraObjectId: entraObjectId.toLowerCase() }).lean();
      const active = found.find((person) => person.active);
      return active ? fromStoredPerson(active) : null;
    },

    /** The active people who have one of these addresses, in lower case, as e-mail or UPN. */
    async peopleByAddress(organisation: string, addresses: readonly string[]): Promise<Person[]> {
      if (memoryOf) {
        const { byAddress } = await memoryOf(organisation).current();
        return [...new Set(addresses.flatMap((address) => byAddress.get(address) ?? []))];
      }
      const among = { $in: [...addresses] };
      const byEmail = await stored.people.find({ organisation, email: among }).lean();
      const byUpn = await stored.people.find({ organisation, upn: among }).lean();
      const found = new Map([...byEmail, ...byUpn].map((person) => [person._id, person]));
      return [...found.values()].filter(({ active }) => active).map(fromStoredPerson);
    },

    /**
     * Remembers where a person's chat is; with `writes`, that the person wrote there, so that messages go there now. A user
     * of Teams is one person: somebody else who was met as that user is not any more.
     */
    async rememberChat(
      organisation: string,
      person: Person,
      platform: Platform,
      place: Place & { user: string },
      writes: boolean,
    ): Promise<void> {
      const chat = writes || person.chat === null ? { chat: platform } : {};
      if (platform === 'teams') {
        const met = await stored.people.find({ organisation, 'places.teams.user': place.user }, { _id: 1 }).lean();
        const others = met.map(({ _id }) => _id).filter((id) => id !== person.id);
        if (others.length > 0) {
          await stored.people.updateMany({ _id: { $in: others }, chat: 'teams' }, { chat: null });
          await stored.people.updateMany({ _id: { $in: others } }, { $unset: { 'places.teams': '' } });
        }
      }
      await stored.people.updateOne({ _id: person.id, organisation }, { [`places.${platform}`]: place, ...chat });
      // Messages that waited for a chat can be sent now. A chat that was only found may be one that the person has closed.
      const problems = writes ? waitingForChat : ['no-chat'];
      await parkedOf(stored, organisation, now).sendAgain({ to: person.id, problems });
    },

    /**
     * Notes that a person's chat was closed to the bot. It stays known, because a platform may be wrong for a while; when
     * the person is there again, by whatever way, their parked messages are sent.
     */
    async closeChat(organisation: string, person: Person, platform: Platform): Promise<void> {
      const known = { _id: person.id, organisation, [`places.${platform}.user`]: { $exists: true } };
      await stored.people.updateOne(known, { [`places.${platform}.closed`]: 'yes' });
    },
  };
}

export type Directory = ReturnType<typeof directoryOf>;
