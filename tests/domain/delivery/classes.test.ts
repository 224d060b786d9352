import { DateTime } from 'luxon';
import { allowedFrom, classes, type DeliveryClass, heldUntil } from '../../../domain/delivery/classes.ts';

const at = (local: string) => DateTime.fromISO(local, { zone: 'Europe/Copenhagen' }).toJSDate();
const names = Object.keys(classes) as DeliveryClass[];
const anyHour: readonly DeliveryClass[] = ['reply', 'update'];
const onceADay: readonly DeliveryClass[] = ['news', 'nudge'];
const no = async () => false;
const yes = async () => true;

describe.each(names)('%s', (name) => {
  test(`comes ${anyHour.includes(name) ? 'at any hour' : 'in office hours only'}`, async () => {
    const saturdayNight = at('2026-11-28T23:00');
    const expected = anyHour.includes(name) ? saturdayNight : at('2026-11-30T08:00');
    expect(allowedFrom(name, saturdayNight)).toEqual(expected);
    expect(await heldUntil(name, saturdayNight, no)).toEqual(anyHour.includes(name) ? null : expected);
  });

  test('is sent in office hours when the person has had nothing today', async () => {
    expect(await heldUntil(name, at('2026-11-24T09:00'), no)).toBeNull();
  });

  test(`${onceADay.includes(name) ? 'waits for the next working day' : 'is sent all the same'} when the person has had one today`, async () => {
    const friday = at('2026-12-23T10:00');
    // Christmas Eve and the weekend lie between.
    expect(await heldUntil(name, friday, yes)).toEqual(onceADay.includes(name) ? at('2026-12-28T08:00') : null);
  });
});

test('asks about earlier messages only for a once-a-day class at an hour when it may be sent', async () => {
  const asked = jest.fn(yes);
  await heldUntil('answer', at('2026-11-24T09:00'), asked);
  await heldUntil('news', at('2026-11-24T20:00'), asked);
  expect(asked).not.toHaveBeenCalled();
});

test('moves office hours with the clock change', () => {
  expect(allowedFrom('answer', at('2026-03-28T12:00'))).toEqual(new Date('2026-03-30T06:00:00Z'));
  expect(allowedFrom('answer', at('2026-10-24T12:00'))).toEqual(new Date('2026-10-26T07:00:00Z'));
});
