import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { DateTime } from 'luxon';
import { z } from 'zod';
import { officeHours } from '../../domain/delivery/classes.ts';
import { zone } from '../../domain/time/local-time.ts';
import { nextWorkingMoment } from '../../domain/time/working-days.ts';

export type Advance = 'next-hour' | 'next-working-day' | 'next-week';

export interface PlaygroundClock {
  now(): Date;
  advance(to: Advance): Promise<void>;
}

const stored = z.object({ offset: z.number() });

/**
 * The time in the playground: real time plus an offset that the visitor moves on, kept over restarts. It begins within
 * working hours, so that on a Sunday evening, too, messages are delivered at once.
 */
export async function openPlaygroundClock(dataFolder: string): Promise<PlaygroundClock> {
  const file = join(dataFolder, 'clock.json');
  let offset = await readOffset(file);
  const now = () => new Date(Date.now() + offset);
  const moveTo = async (moment: Date) => {
    offset += moment.getTime() - now().getTime();
    await writeFile(file, JSON.stringify({ offset }));
  };
  await moveTo(nextWorkingMoment(now(), officeHours));
  return {
    now,
    async advance(to) {
      const at = DateTime.fromJSDate(now(), { zone });
      const morning = at.startOf('day');
      const moments = {
        'next-hour': at.plus({ hours: 1 }),
        'next-working-day': morning.plus({ days: 1 }),
        'next-week': morning.plus({ weeks: 1 }).startOf('week'),
      };
      await moveTo(nextWorkingMoment(moments[to].toJSDate(), officeHours));
    },
  };
}

async function readOffset(file: string): Promise<number> {
  try {
    return stored.parse(JSON.parse(await readFile(file, 'utf8'))).offset;
  } catch (error) {
    if ((error as { code?: string }).code === 'ENOENT') return 0;
    throw error;
  }
}
