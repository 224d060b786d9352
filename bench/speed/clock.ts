const openedAt = new Date('2026-11-24T09:00:00+01:00').getTime();

/** A clock that starts on a Tuesday at work, so that messages to owners are delivered at once whenever this runs. */
export function atWork(): Date {
  return new Date(openedAt + performance.now());
}
