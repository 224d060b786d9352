import { z } from 'zod';
import type { UnitId } from '../../ids.ts';
import type { World } from '../../ports.ts';
import { done, refuse } from '../../refusal.ts';
import { localDate } from '../../time/local-time.ts';
import { operatorUseCase } from '../../use-case.ts';
import { isOperator } from '../actor.ts';
import { planSettings, type SettingsPlan, type UnitBurden } from './plan-settings.ts';
import { clashesOf, type OrganisationSettings, settingsSchema } from './read-settings.ts';

const input = z.object({ settings: settingsSchema.refine(({ units }) => clashesOf(units).length === 0) });

/** The dry run of `change-settings`: gives the changes, and the reasons why they would be refused. */
export const previewSettings = operatorUseCase({
  name: 'preview-settings',
  does: 'look-up',
  input,
  allows: (actor) => isOperator(actor),
  async run(world, _actor, { settings }) {
    if (settings.id !== world.organisation.id) return refuse('not-found');
    const { changes, obstacles } = await planFor(world, settings);
    return done({ changes, obstacles });
  },
});

/** Takes over a settings file: adds the organisation or changes it. Refused while something is in the way. */
export const changeSettings = operatorUseCase({
  name: 'change-settings',
  does: 'change',
  input,
  allows: (actor) => isOperator(actor),
  async run(world, actor, { settings }) {
    if (settings.id !== world.organisation.id) return refuse('not-found');
    const { organisation, changes, obstacles } = await planFor(world, settings);
    if (obstacles.length > 0) return refuse('wrong-state');
    // By them the requests of an organisation are numbered that is new.
    await world.requests.prepareSerials(Number(localDate(world.now()).slice(0, 4)));
    if (changes.length > 0) {
      await world.settings.put(organisation);
      await world.settings.addEvent({
        id: world.newId(),
        at: world.now(),
        by: actor.id,
        type: 'settings-changed',
        changes,
      });
    }
    return done({ changes });
  },
});

async function planFor(world: World, settings: OrganisationSettings): Promise<SettingsPlan> {
  const before = await world.settings.read();
  const burdens = new Map<UnitId, UnitBurden>();
  for (const { id } of before?.units ?? []) burdens.set(id, await burdenOf(world, id));
  return planSettings(settings, before, burdens);
}

/** Gives the data that would be lost if the unit were simply left out. */
async function burdenOf({ requests, people, rooms }: World, unit: UnitId): Promise<UnitBurden> {
  const [open, owners, channels] = await Promise.all([
    requests.openOfUnit(unit),
    people.ownersOf(unit),
    rooms.ofUnit(unit),
  ]);
  return { openRequests: open.length, owners: owners.length, channels: channels.length };
}
