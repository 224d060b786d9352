import { DateTime } from 'luxon';
import { notify, officeHours } from '../../domain/delivery/notify.ts';
import { isManager } from '../../domain/overview/show-digest.ts';
import { mondayOf, zone } from '../../domain/time/local-time.ts';
import { nextWorkingMoment } from '../../domain/time/working-days.ts';
import type { Job } from '../job.ts';

/** On the week's first working morning every manager gets the status-overblik; a quiet week is left out at delivery. */
export const weeklyDigest: Job = {
  name: 'weekly-digest',
  everySeconds: 60,
  async run({ world, claimOccurrence, log }) {
    const now = world.now();
    const week = mondayOf(now);
    if (now < nextWorkingMoment(DateTime.fromISO(week, { zone }).toJSDate(), officeHours)) return;
    const managers = (await world.people.all()).filter(isManager);
    const ours = await claimOccurrence('weekly-digest', week, () =>
      notify(world, managers, { kind: 'weekly-digest', week }),
    );
    if (ours) log.info({ week, managers: managers.length }, 'digests are due');
  },
};
