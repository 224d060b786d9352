import { DateTime } from 'luxon';
import { weeklyDigests } from '../../../domain/overview/weekly-digest.ts';
import { prepareSerials } from '../../../domain/requests/prepare-serials.ts';
import { openSample } from '../../sample-domain.ts';

const zone = 'Europe/Copenhagen';

/** The instant at which each occurrence is first listed, when asked every hour. */
function firstDue(occurrences: (now: Date) => readonly string[], from: string, until: string): Map<string, DateTime> {
  const found = new Map<string, DateTime>();
  const end = DateTime.fromISO(until, { zone });
  for (let at = DateTime.fromISO(from, { zone }); at < end; at = at.plus({ hours: 1 }))
    for (const occurrence of occurrences(at.toJSDate())) if (!found.has(occurrence)) found.set(occurrence, at);
  return found;
}

describe('the weekly digest', () => {
  const due = firstDue(weeklyDigests.occurrences, '2026-01-05', '2027-01-04');

  test('is due once in each of the 52 weeks of a year', () => {
    const mondays = Array.from({ length: 52 }, (_, week) =>
      DateTime.fromISO('2026-01-05', { zone }).plus({ weeks: week }).toISODate(),
    );
    expect([...due.keys()]).toEqual(mondays);
  });

  test('comes at eight on Monday, on both sides of the clock change, or on the first working day of the week', () => {
    const others = [...due].filter(([week, at]) => !at.equals(DateTime.fromISO(`${week}T08:00`, { zone })));
    expect(others.map(([week, at]) => [week, at.toFormat("yyyy-MM-dd'T'HH:mm")])).toEqual([
      ['2026-04-06', '2026-04-07T08:00'],
      ['2026-05-25', '2026-05-26T08:00'],
    ]);
  });

  test('stays due until the week is over', () => {
    expect(weeklyDigests.occurrences(new Date('2026-11-29T23:59:00+01:00'))).toEqual(['2026-11-23']);
    expect(weeklyDigests.occurrences(new Date('2026-11-30T00:00:00+01:00'))).toEqual([]);
  });

  test('goes to every manager, and covers the week before the one in which it is due', async () => {
    const sample = await openSample();
    const all = await weeklyDigests.people?.(sample.world);
    await weeklyDigests.run(sample.world, '2026-11-23', new Set(all));
    const managers = (await sample.world.people.all()).filter(({ roles }) => roles.includes('manager'));
    expect(managers.length).toBeGreaterThan(1);
    expect(sample.stored.outbox.all().map(({ to, message }) => ({ to, message }))).toEqual(
      managers.map(({ id }) => ({ to: id, message: { kind: 'weekly-digest', week: '2026-11-23' } })),
    );
  });
});

test('prepares the numbers of a year from its first moment in Denmark on', () => {
  expect(prepareSerials.occurrences(new Date('2026-12-31T23:59:00+01:00'))).toEqual(['2026']);
  expect(prepareSerials.occurrences(new Date('2027-01-01T00:00:00+01:00'))).toEqual(['2027']);
});
